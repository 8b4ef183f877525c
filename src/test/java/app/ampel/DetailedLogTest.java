package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.Fork;
import app.ampel.adapter.os.log.Logging;
import app.ampel.demo.DemoDay;
import app.ampel.demo.SpeedClock;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.Intent;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with its sign-in and a note to colleagues, in a process of its own, as its log tells it in detail. */
class DetailedLogTest {

    private static final String NOTE = "Gone fishing with Aunt Hilda";
    private static final String NOTE_SENT = "POST graph.microsoft.com …/setStatusMessage: 200";

    @TempDir
    private Path home;

    private static String log(Path home) throws IOException {
        Path file = home.resolve("log/ampel.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The other process: signs in, sets a status with a note, and ends when Microsoft has both. */
    static final class Noted {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            try (DemoHome home = DemoHome.take(Optional.of(folder))) {
                Logging.start(home.folders());
                Console console = new Console(
                        System.out,
                        System.out,
                        false,
                        Messages.in(Locale.ENGLISH),
                        Clock.systemUTC(),
                        () -> ZoneOffset.UTC,
                        page -> false,
                        text -> false,
                        Optional.empty());
                SpeedClock day = SpeedClock.todayAt(DemoDay.START, ZoneOffset.UTC, 1);
                try (Demo demo = new Demo(console, home, day, false, false, Duration.ofMillis(100))) {
                    demo.start();
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> demo.engine().snapshot().account().kind() == AccountState.Kind.SIGNED_IN);
                    Expiry end = Expiry.after(
                            Duration.ofHours(1), demo.engine().snapshot().now());
                    StatusRequest busy = new StatusRequest(Choice.BUSY, end, Optional.of(NOTE), false, false);
                    demo.engine().submit(new Intent.SetManual(busy));
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> log(folder).contains(NOTE_SENT));
                }
            }
        }
    }

    @Test
    void saysWhatHappensAndNothingThatIsPrivate() throws IOException, InterruptedException {
        Files.writeString(home.resolve("settings.json"), "{\"version\": 1, \"log\": \"detailed\"}");
        // The tests' own logback-test.xml would come first; the program knows none.
        List<String> asShipped = List.of("-Dlogback.configurationFile=logback.xml");
        Fork.Result result = Fork.run(asShipped, Map.of(), Noted.class, home.toString());
        assertThat(result.exit()).as(result.output()).isZero();
        String code = result.output()
                .lines()
                .dropWhile(line -> !line.contains("enter this code"))
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(code).hasSizeGreaterThan(5);
        assertThat(log(home))
                .contains("DEBUG", "Wanted: SetManual", NOTE_SENT, "Now: ")
                .doesNotContainIgnoringCase("muster")
                .doesNotContain(NOTE, "Hilda", "Kim", "eyJ", "Bearer", code)
                .doesNotContain("0e6f3a52", "5b1d2c1e", "a3be11ca");
    }
}
