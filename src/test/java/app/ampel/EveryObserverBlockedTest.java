package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.face.cli.Cli;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Mailbox;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The rule: no observer may hang the core. The whole program in a process of its own, with window, tray, history, light on the
 * screen and a terminal that watches; whoever is registered there, by whatever way, is held for ever, one after the other, on
 * the very thread that it is told on. A new one is held as well.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EveryObserverBlockedTest {

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        // Sockets need short names.
        folder = Files.createTempDirectory("a").toRealPath();
    }

    @AfterEach
    void tidy() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void holdsUpNeitherTheCoreNorTheLightNorTheDiskNorAnyOther() throws Exception {
        Path said = folder.resolve("said");
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Held.class.getName(),
                folder.resolve("home").toString(),
                said.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("nobody"));
        Process program =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertThat(program.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).as(Files.readString(out)).isZero();
        } finally {
            program.destroyForcibly().onExit().join();
        }
        assertThat(Files.readAllLines(said))
                .as("those of whom is known that they watch")
                .contains(
                        "observer MainWindow",
                        "observer PeopleService",
                        "observer Recorder",
                        "observer Requests",
                        "observer Tray",
                        "observer Ampel")
                .contains("listener LooksService", "listener OwnLights", "listener DeviceLights");
    }

    /** Whoever is told something, with a gate before. */
    private static final class Gate<T> implements Consumer<T> {
        private final Consumer<T> behind;
        private volatile CountDownLatch open = new CountDownLatch(0);
        private volatile CountDownLatch reached = new CountDownLatch(0);
        private volatile T latest;

        Gate(Consumer<T> behind) {
            this.behind = behind;
        }

        @Override
        public void accept(T value) {
            latest = value;
            reached.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            behind.accept(value);
        }

        void shut() {
            reached = new CountDownLatch(1);
            open = new CountDownLatch(1);
        }

        void open() {
            open.countDown();
        }

        /** The class that registered it, also where it hears of core and lights as one. */
        String whose() throws ReflectiveOperationException {
            return whose(behind);
        }

        private static String whose(Object told) throws ReflectiveOperationException {
            String name = told.getClass().getSimpleName().replaceFirst("\\$\\$Lambda.*", "");
            if (!name.equals(Overviews.class.getSimpleName())) {
                return name;
            }
            Object teller = Held.field(
                            told, told.getClass().getDeclaredFields()[0].getName())
                    .get(told);
            return whose(Held.field(teller, "observer").get(teller));
        }
    }

    /** The program, and whoever holds its observers. */
    static final class Held {

        private static final Duration PATIENCE = Duration.ofSeconds(60);
        private static final List<Colour> COLOURS = List.of(Colour.RED, Colour.GREEN, Colour.AMBER);

        private final SettingsStore settings;
        private final Ampel ampel;
        private final Core core;
        private final Threads threads;
        private final DeviceLights devices;
        private final Path said;
        private int round;

        private Held(SettingsStore settings, Ampel ampel, Path said) throws ReflectiveOperationException {
            this.settings = settings;
            this.ampel = ampel;
            this.said = said;
            core = (Core) field(ampel, "core").get(ampel);
            threads = (Threads) field(ampel, "threads").get(ampel);
            devices = (DeviceLights) field(ampel, "devices").get(ampel);
        }

        public static void main(String[] words) throws Exception {
            Console console = Main.console();
            Path home = Files.createDirectories(Path.of(words[0]));
            Files.writeString(home.resolve("settings.json"), """
                    {"version": 1, "history": {"on": true}}
                    """);
            Folders folders = Folders.of(Optional.of(home));
            InstanceLock lock = InstanceLock.tryTake(folders).orElseThrow();
            SettingsStore settings = SettingsFiles.open(folders, Clock.systemUTC());
            settings.change(usual -> usual.withScreenLight(usual.screenLight().withShown(true)));
            Supplier<Optional<Registration>> nobody = Optional::empty;
            Microsoft microsoft = new Microsoft(
                    nobody,
                    Microsoft.http(Optional.empty()),
                    new MemoryTokens(),
                    page -> false,
                    console.words(),
                    Clock.systemUTC());
            Ampel ampel = new Ampel(
                    Environment.real(folders, console.zones()), console, lock, settings, nobody, microsoft, true);
            ampel.start(true);
            CompletableFuture.runAsync(
                    () -> new Cli(console, new Main(console)).run("--home", home.toString(), "status", "--watch"));
            try {
                new Held(settings, ampel, Path.of(words[1])).run();
                System.exit(0);
            } catch (Exception | AssertionError e) {
                e.printStackTrace();
                System.exit(1);
            }
        }

        private static Field field(Object of, String name) throws ReflectiveOperationException {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        }

        @SuppressWarnings("unchecked")
        private List<Mailbox<Snapshot>> observers() throws ReflectiveOperationException {
            Object loop = field(core, "loop").get(core);
            return (List<Mailbox<Snapshot>>) field(loop, "observers").get(loop);
        }

        private void run() throws Exception {
            // Window, tray, history, other people, light on the screen, terminal and the one who watches.
            await().atMost(PATIENCE).until(() -> onTheCore(() -> observers().size()) >= 7);
            List<Gate<Snapshot>> observers = onTheCore(this::gated);
            for (Gate<Snapshot> one : observers) {
                one.shut();
                tell();
                isUnmoved(one, observers);
                one.open();
                say("observer " + one.whose());
            }
            for (Gate<Settings> one : listeners()) {
                one.shut();
                int days = settings.settings().history().days();
                for (int less = 1; less <= 2; less++) {
                    int fewer = days - less;
                    CompletableFuture.runAsync(() -> change(fewer)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
                isUnmoved(one, observers);
                one.open();
                say("listener " + one.whose());
            }
            ampel.close();
        }

        private void change(int days) {
            try {
                settings.change(usual -> usual.withHistory(new HistorySettings(true, days)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private <T> T onTheCore(java.util.concurrent.Callable<T> work) throws Exception {
            return threads.owner().submit(work).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        /** Puts a gate before each, on the thread on which it is told. */
        private List<Gate<Snapshot>> gated() throws ReflectiveOperationException {
            return gated(observers());
        }

        @SuppressWarnings("unchecked")
        private static <T> List<Gate<T>> gated(List<Mailbox<T>> there) throws ReflectiveOperationException {
            List<Gate<T>> gates = new ArrayList<>();
            for (int i = 0; i < there.size(); i++) {
                Mailbox<T> box = there.get(i);
                Executor thread = (Executor) field(box, "executor").get(box);
                Gate<T> gate = new Gate<>((Consumer<T>) field(box, "receiver").get(box));
                there.set(i, new Mailbox<>(thread, gate));
                gates.add(gate);
            }
            return gates;
        }

        @SuppressWarnings("unchecked")
        private List<Gate<Settings>> listeners() throws ReflectiveOperationException {
            return gated((List<Mailbox<Settings>>) field(settings, "listeners").get(settings));
        }

        /** The core takes an order, the light shows it, the threads that keep both true are free, and all others hear of it. */
        private void isUnmoved(Gate<?> held, List<Gate<Snapshot>> observers) throws Exception {
            assertThat(held.reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s is held", held.whose())
                    .isTrue();
            // Only now, as whoever is held on the core's own thread is told after the order that it hears of.
            LightCommand command = tell();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(devices.manager().states())
                            .as("the light while %s is held", held.whose())
                            .anyMatch(light -> light.shown().equals(command)));
            for (Executor thread : List.of(threads.reads(), threads.writes(), threads.accounts(), threads.files())) {
                CompletableFuture.runAsync(() -> {}, thread).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(observers)
                            .filteredOn(one -> one != held)
                            .as("those who hear while %s is held", held.whose())
                            .allMatch(one ->
                                    one.latest != null && one.latest.shown().equals(command)));
        }

        private LightCommand tell() throws Exception {
            LightCommand command = LightCommand.solid(COLOURS.get(round++ % COLOURS.size()));
            core.submit(new Intent.ShowLight(LightOverride.showing(command)))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return command;
        }

        private void say(String line) throws IOException {
            Files.writeString(said, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
