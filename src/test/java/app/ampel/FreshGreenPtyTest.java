package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.TenantOnLoopback;
import app.ampel.adapter.graph.signin.HomeTokens;
import app.ampel.adapter.light.serial.PtyCable;
import app.ampel.adapter.light.serial.SimulatedBoard;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.demo.ScriptedPresence;
import app.ampel.demo.SpeedClock;
import app.ampel.demo.Teams;
import app.ampel.domain.account.Registration;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.Moment;
import app.ampel.service.settings.SettingsStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rule: no green unless Available was read within its freshness. The real program in a process of its own, a tenant behind
 * real HTTPS, a light on a pseudo terminal; only the clock that the program decides by is a faster one, as in the demo.
 */
@Tag("pty")
@Timeout(10 * 60)
class FreshGreenPtyTest {

    private static final int SPEED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A minute of that clock, which is what the usual polling makes of it. */
    private static final Duration FRESH = Duration.ofSeconds(60).dividedBy(SPEED);

    /** From an answer to the light, on a busy computer. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(2500);

    private static final ScriptedPresence BUSY = new ScriptedPresence(Availability.BUSY, Activity.BUSY);

    @TempDir
    private Path folder;

    private final Truth truth = new Truth();
    private final Trouble trouble = new Trouble();
    private final List<String> lies = new ArrayList<>();
    private TenantOnLoopback tenant;
    private PtyCable cable;
    private SimulatedBoard board;
    private Process process;
    private volatile long availableAt = System.nanoTime();
    private String shown = "";

    /** What everybody should see. */
    private static final class Truth implements Teams {
        private volatile ScriptedPresence now = ScriptedPresence.AVAILABLE;

        @Override
        public Moment at(Instant when) {
            return new Moment(Optional.of(now), Instant.EPOCH, false, WorkLocation.OFFICE);
        }

        @Override
        public Optional<Instant> changeAfter(Instant when) {
            return Optional.empty();
        }
    }

    private final class Trouble implements TenantOnLoopback.Witness {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean resets;
        private volatile boolean hangs;
        private int asked;

        @Override
        public void arrived(String action) {
            count();
            if (hangs) {
                awaitTheEnd();
            }
            if (resets) {
                throw new IllegalStateException("reset");
            }
        }

        @Override
        public void done(String action, ObjectNode body, int status) {
            if (status == 200 && truth.now.equals(ScriptedPresence.AVAILABLE)) {
                availableAt = System.nanoTime();
            }
        }

        private synchronized void count() {
            asked++;
        }

        private synchronized int asked() {
            return asked;
        }

        private void awaitTheEnd() {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        tenant = new TenantOnLoopback(Clock.systemUTC(), truth, folder);
        tenant.witness(trouble);
        Path port = folder.resolve("light");
        cable = new PtyCable(port);
        board = new SimulatedBoard(cable::say);
        cable.connect(this::hear);
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("settings.json"), """
                {"version": 1, "account": %s, "lights": {"serial": ["serial:%s"]}}
                """.formatted(tenant.account(), port));
        tenant.signIn(home);
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "@" + Path.of("packaging/launcher/jvm.options").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Faster.class.getName(),
                home.toString());
        builder.environment().putAll(tenant.environment());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        process = builder.start();
    }

    /** The program, by a faster clock. */
    static final class Faster {
        public static void main(String[] home) throws Exception {
            Console console = Main.console();
            Folders folders = Folders.of(Optional.of(Path.of(home[0])));
            InstanceLock lock = InstanceLock.tryTake(folders).orElseThrow();
            SettingsStore settings = SettingsFiles.open(folders, Clock.systemUTC());
            Supplier<Optional<Registration>> registration =
                    () -> settings.settings().account().registration();
            Microsoft microsoft = new Microsoft(
                    registration,
                    Microsoft.http(Optional.empty()),
                    new HomeTokens(folders.home(), Clock.systemUTC()),
                    page -> false,
                    console.words(),
                    Clock.systemUTC());
            SpeedClock day = SpeedClock.todayAt(LocalTime.NOON, ZoneOffset.UTC, SPEED);
            try (Ampel ampel = new Ampel(
                    new Environment(folders, day, day.speed(), console.zones(), Environment.Mode.DEMO),
                    console,
                    lock,
                    settings,
                    registration,
                    microsoft,
                    false)) {
                ampel.start(false);
                ampel.awaitStop();
            }
        }
    }

    @AfterEach
    void end() {
        trouble.over.countDown();
        process.destroyForcibly().onExit().join();
        cable.close();
        tenant.close();
    }

    private synchronized void hear(byte[] bytes) {
        board.take(bytes);
        if (!board.shows().equals(shown)) {
            shown = board.shows();
            Duration age = Duration.ofNanos(System.nanoTime() - availableAt);
            if (isGreen() && age.compareTo(FRESH.plus(ON_THE_WAY)) > 0) {
                lies.add(shown + " " + age + " after Available was read last");
            }
        }
    }

    private synchronized boolean isGreen() {
        return shown.matches("#00[0-9A-F]{2}00") && !shown.equals("#000000");
    }

    private synchronized boolean isRed() {
        return shown.matches("#[0-9A-F]{2}0000") && !shown.equals("#000000");
    }

    private void awaitRequests(int more) {
        int before = trouble.asked();
        await().atMost(PATIENCE).until(() -> trouble.asked() >= before + more);
    }

    private synchronized void isNoLie() throws IOException {
        assertThat(lies).as(Files.readString(folder.resolve("out"))).isEmpty();
    }

    @Test
    void whateverMicrosoftAnswersInsteadGreenDoesNotOutliveItAndDoesNotComeBack() throws IOException {
        await().atMost(PATIENCE).until(this::isGreen);
        awaitRequests(3);
        assertThat(isGreen()).isTrue();

        trouble.resets = true;
        truth.now = BUSY;
        await().atMost(PATIENCE).until(() -> !isGreen());
        assertThat(Duration.ofNanos(System.nanoTime() - availableAt))
                .as("green after Available was read last")
                .isLessThan(FRESH.plus(ON_THE_WAY.multipliedBy(3)));
        awaitRequests(2);
        assertThat(isGreen()).isFalse();

        trouble.resets = false;
        tenant.tenant().throttle(Integer.MAX_VALUE, Optional.empty());
        awaitRequests(6);
        assertThat(isGreen()).isFalse();

        trouble.hangs = true;
        awaitRequests(1);
        assertThat(isGreen()).isFalse();
        isNoLie();

        tenant.tenant().throttle(0, Optional.empty());
        trouble.hangs = false;
        trouble.over.countDown();
        await().atMost(PATIENCE).until(this::isRed);
        truth.now = ScriptedPresence.AVAILABLE;
        await().atMost(PATIENCE).until(this::isGreen);
        isNoLie();
    }
}
