package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.TestBus;
import app.ampel.domain.retry.BackOff;
import app.ampel.service.session.SessionEvents;
import app.ampel.service.session.SessionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a real bus: the daemon that dbus-java brings, with a logind of our own on it. */
@DisabledOnOs(OS.WINDOWS)
class LinuxSessionTest {

    private static final String OURS = "/org/freedesktop/login1/session/_31";

    @DBusInterfaceName("org.freedesktop.login1.Manager")
    public interface Logind extends DBusInterface {
        DBusPath GetSession(String id);

        class PrepareForSleep extends DBusSignal {
            public PrepareForSleep(String path, boolean start) throws DBusException {
                super(path, start);
            }
        }

        class PrepareForShutdown extends DBusSignal {
            public PrepareForShutdown(String path, boolean start) throws DBusException {
                super(path, start);
            }
        }
    }

    @DBusInterfaceName("org.gnome.ScreenSaver")
    public interface ScreenSaver extends DBusInterface {
        class ActiveChanged extends DBusSignal {
            public ActiveChanged(String path, boolean active) throws DBusException {
                super(path, active);
            }
        }
    }

    @DBusInterfaceName("org.example.Other")
    public interface Other extends DBusInterface {
        class ActiveChanged extends DBusSignal {
            public ActiveChanged(String path, boolean active) throws DBusException {
                super(path, active);
            }
        }
    }

    /** Answers which session is ours. */
    public static final class FakeManager implements Logind {
        @Override
        public DBusPath GetSession(String id) {
            return new DBusPath(id.equals("auto") ? OURS : "/org/freedesktop/login1/session/other");
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/login1";
        }
    }

    /** Our session. */
    public static final class FakeSession implements Properties {
        final Map<String, Variant<?>> all = new ConcurrentHashMap<>(Map.of(
                "Active", new Variant<>(true), "Remote", new Variant<>(false), "LockedHint", new Variant<>(false)));

        @Override
        public <A> A Get(String type, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <A> void Set(String type, String name, A value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            return type.equals("org.freedesktop.login1.Session") ? all : Map.of();
        }

        @Override
        public String getObjectPath() {
            return OURS;
        }
    }

    @TempDir
    private Path folder;

    /** What was told, in order. */
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final SessionEvents events = new SessionEvents() {
        @Override
        public void locked(boolean isLocked) {
            told.add(isLocked ? "locked" : "unlocked");
        }

        @Override
        public void away(boolean isAway) {
            told.add(isAway ? "away" : "in front");
        }

        @Override
        public void sleeps() {
            told.add("sleeps, " + (Files.exists(held()) ? "delayed" : "at once"));
        }

        @Override
        public void woke() {
            told.add("woke");
        }
    };

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    private LinuxSession session;
    private EmbeddedDBusDaemon bus;
    private DBusConnection desktop;
    private String address;

    private Path held() {
        return folder.resolve("held");
    }

    @BeforeEach
    void startBus() throws Exception {
        address = "unix:path=" + folder.resolve("bus");
        bus = new EmbeddedDBusDaemon(address + ",listen=true");
        bus.startInBackgroundAndWait();
        desktop = TestBus.connect(address);
        session = on(address);
    }

    private LinuxSession on(String bus) {
        return new LinuxSession(
                events,
                new HoldingProgram(List.of("sh", "-c", "touch \"$0\"; cat; rm \"$0\"", held().toString()), SOON),
                new LinuxSession.Around(
                        () -> DBusConnectionBuilder.forAddress(bus),
                        () -> DBusConnectionBuilder.forAddress(bus),
                        "auto",
                        false,
                        Optional.empty(),
                        Duration.ofHours(1),
                        SOON));
    }

    @AfterEach
    void stopBus() throws Exception {
        session.close();
        await().until(() -> Files.notExists(held()));
        desktop.close();
        bus.close();
    }

    @Test
    void theScreenSaverLocksAndUnlocks() throws DBusException {
        desktop.requestBusName("org.gnome.ScreenSaver");
        session.start();
        await().until(() -> told.equals(List.of("unlocked")));
        desktop.sendMessage(new Other.ActiveChanged("/x", true));
        desktop.sendMessage(new ScreenSaver.ActiveChanged("/x", true));
        await().until(() -> told.equals(List.of("unlocked", "locked")));
        desktop.sendMessage(new ScreenSaver.ActiveChanged("/x", false));
        await().until(() -> told.equals(List.of("unlocked", "locked", "unlocked")));
    }

    @Test
    void aBusThatIsNotThereIsDoneWithoutAndTriedAgain() throws Exception {
        Path later = folder.resolve("later");
        try (LinuxSession alone = on("unix:path=" + later)) {
            alone.start();
            await().until(() -> told.equals(List.of("unlocked")));
            assertThat(alone.hearsSleep()).isFalse();
            assertThat(alone.lockSign()).isEqualTo(SessionSource.LockSign.NONE);
            try (EmbeddedDBusDaemon fresh = new EmbeddedDBusDaemon("unix:path=" + later + ",listen=true")) {
                fresh.startInBackgroundAndWait();
                try (DBusConnection saver = TestBus.connect("unix:path=" + later)) {
                    saver.requestBusName("org.gnome.ScreenSaver");
                    await().until(() -> {
                        saver.sendMessage(new ScreenSaver.ActiveChanged("/x", true));
                        return told.contains("locked");
                    });
                }
            }
        }
        await().until(() -> Files.notExists(held()));
    }

    @Test
    void withoutTheProgramThatDelaysSleepNothingIsDelayed() {
        try (HoldingProgram delay =
                new HoldingProgram(List.of(folder.resolve("nothing").toString()), SOON)) {
            delay.acquire();
            delay.release();
        }
        assertThat(held()).doesNotExist();
    }

    @Nested
    class WithLogind {

        private final FakeSession ours = new FakeSession();

        @BeforeEach
        void startLogind() throws DBusException {
            desktop.requestBusName("org.freedesktop.login1");
            desktop.exportObject("/org/freedesktop/login1", new FakeManager());
            desktop.exportObject(OURS, ours);
        }

        private void hear() {
            session.start();
            await().until(() -> told.contains("in front"));
            await().until(() -> Files.exists(held()));
            told.clear();
        }

        private void change(String property, boolean value) throws DBusException {
            ours.all.put(property, new Variant<>(value));
            desktop.sendMessage(new Properties.PropertiesChanged(
                    OURS, "org.freedesktop.login1.Session", Map.of(property, new Variant<>(value)), List.of()));
        }

        @Test
        void sleepWaitsForUsUntilWeHaveBeenToldAndIsDelayedAgainAfterwards() throws DBusException {
            hear();
            desktop.sendMessage(new Logind.PrepareForSleep("/x", true));
            await().until(() -> told.equals(List.of("sleeps, delayed")));
            await().until(() -> Files.notExists(held()));
            desktop.sendMessage(new Logind.PrepareForSleep("/x", false));
            await().until(() -> told.equals(List.of("sleeps, delayed", "woke")));
            await().until(() -> Files.exists(held()));
        }

        @Test
        void soDoesTheEndOfTheComputer() throws DBusException {
            hear();
            desktop.sendMessage(new Logind.PrepareForShutdown("/x", true));
            await().until(() -> told.equals(List.of("sleeps, delayed")));
            await().until(() -> Files.notExists(held()));
        }

        @Test
        void anotherUserInFrontIsToldAndSoIsTheReturn() throws DBusException {
            hear();
            change("Active", false);
            await().until(() -> told.equals(List.of("away")));
            change("Active", true);
            await().until(() -> told.equals(List.of("away", "in front")));
        }

        @Test
        void theLockThatLogindKnowsIsTold() throws DBusException {
            hear();
            change("LockedHint", true);
            await().until(() -> told.equals(List.of("locked")));
            change("Active", false);
            await().until(() -> told.equals(List.of("locked", "away")));
        }

        @Test
        void howThingsAreAtTheBeginningIsAskedFor() {
            ours.all.put("Active", new Variant<>(false));
            ours.all.put("Remote", new Variant<>(true));
            ours.all.put("LockedHint", new Variant<>(true));
            assertThat(session.isRemote()).isFalse();
            session.start();
            await().until(() -> told.containsAll(List.of("away", "locked")));
            assertThat(session.isRemote()).isTrue();
        }

        @Test
        void aLogindThatDoesNotKnowOurSessionStillTellsOfSleep() throws DBusException {
            desktop.unExportObject(OURS);
            session.start();
            await().until(() -> Files.exists(held()));
            desktop.sendMessage(new Logind.PrepareForSleep("/x", false));
            await().until(() -> told.contains("woke"));
        }
    }
}
