package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.face.cli.Console;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is outside may hang for ever: nobody inside waits for it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ThreadsTest {

    /** A pipe that nobody reads, as behind {@code | less} or Ctrl-S. */
    @Test
    void aTerminalThatDoesNotReadHoldsUpNobodyWhoHasSomethingToSay() throws IOException {
        try (PipedOutputStream pipe = new PipedOutputStream(new PipedInputStream(64));
                PrintStream full = new PrintStream(pipe, true, StandardCharsets.UTF_8)) {
            Console console = new Console(
                    full,
                    full,
                    false,
                    Messages.in(Locale.UK),
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    () -> ZoneOffset.UTC,
                    page -> false,
                    text -> false,
                    Optional.empty());
            ConsoleReporter narrator = new ConsoleReporter(console, Clock.systemUTC());
            for (int i = 0; i < 5000; i++) {
                // The last is the light in the terminal, which lives on the threads that make lights dark.
                narrator.say("a line that is much longer than all that the pipe takes, number " + i);
                narrator.light("dark");
            }
            narrator.close();
        }
    }

    @Test
    void aProgramThatHangsHoldsUpNeitherTheDiskNorAnotherProgram() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        try (Threads threads = new Threads()) {
            for (int i = 0; i < 20; i++) {
                threads.beside().execute(() -> {
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            threads.files().execute(others::countDown);
            threads.beside().execute(others::countDown);
            assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
            hanging.countDown();
        }
    }

    /** A system that has none to give just then must not be able to stop the next poll. */
    @Test
    void theThreadsThatKeepTheLightTrueAreThereFromTheStart() {
        try (Threads threads = new Threads()) {
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .filter(name -> name.matches("ampel-(core|read|write|file)"))
                            .distinct()
                            .count()
                    == 4);
            assertThat(threads.owner().getPoolSize()).isEqualTo(1);
        }
    }
}
