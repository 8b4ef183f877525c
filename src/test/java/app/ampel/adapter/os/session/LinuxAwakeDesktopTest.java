package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.RealBus;
import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real dbus-daemon, with those who darken screens on a Linux desktop. */
@Tag("desktop")
class LinuxAwakeDesktopTest {

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    @DBusInterfaceName("org.freedesktop.ScreenSaver")
    public interface Saver extends DBusInterface {
        UInt32 Inhibit(String who, String why);
    }

    @DBusInterfaceName("org.gnome.SessionManager")
    public interface Gnome extends DBusInterface {
        UInt32 Inhibit(String who, UInt32 window, String why, UInt32 flags);
    }

    @DBusInterfaceName("org.freedesktop.portal.Inhibit")
    public interface Portal extends DBusInterface {
        DBusPath Inhibit(String window, UInt32 flags, Map<String, Variant<?>> options);
    }

    private record TheSaver(List<String> asked, String path) implements Saver {
        @Override
        public UInt32 Inhibit(String who, String why) {
            asked.add("saver");
            return new UInt32(1);
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }

    private record TheManager(List<String> asked) implements Gnome {
        @Override
        public UInt32 Inhibit(String who, UInt32 window, String why, UInt32 flags) {
            asked.add("gnome " + flags);
            return new UInt32(1);
        }

        @Override
        public String getObjectPath() {
            return "/org/gnome/SessionManager";
        }
    }

    private record ThePortal(List<String> asked) implements Portal {
        @Override
        public DBusPath Inhibit(String window, UInt32 flags, Map<String, Variant<?>> options) {
            asked.add("portal " + flags);
            return new DBusPath("/org/freedesktop/portal/desktop/request/1");
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/portal/desktop";
        }
    }

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<DBusConnection> there = new ArrayList<>();
    private RealBus bus;
    private LinuxAwake awake;

    @BeforeEach
    void startBus() throws Exception {
        bus = new RealBus(folder);
        awake = new LinuxAwake(() -> DBusConnectionBuilder.forAddress(bus.address()), SOON, List.of("cat"));
    }

    @AfterEach
    void stop() {
        awake.end();
        there.forEach(Bus::leave);
        bus.close();
    }

    private DBusConnection come(String name, DBusInterface object) throws DBusException {
        DBusConnection connection = bus.connect();
        connection.exportObject(object);
        connection.requestBusName(name);
        there.add(connection);
        return connection;
    }

    @Test
    void asksTheScreenSaverAndTheSessionsManagerNotToDarkenTheScreen() throws DBusException {
        come("org.freedesktop.ScreenSaver", new TheSaver(asked, "/org/freedesktop/ScreenSaver"));
        come("org.gnome.SessionManager", new TheManager(asked));
        come("org.freedesktop.portal.Desktop", new ThePortal(asked));
        awake.begin();
        await().until(() -> asked.size() >= 2);
        assertThat(asked).containsExactly("saver", "gnome 8");
    }

    @Test
    void findsAnOldScreenSaverAtItsOldPlace() throws DBusException {
        come("org.freedesktop.ScreenSaver", new TheSaver(asked, "/ScreenSaver"));
        awake.begin();
        await().until(() -> asked.equals(List.of("saver")));
    }

    @Test
    void asksThePortalWhereNobodyElseTakesIt() throws DBusException {
        come("org.freedesktop.portal.Desktop", new ThePortal(asked));
        awake.begin();
        await().until(() -> asked.equals(List.of("portal 8")));
    }

    @Test
    void asksWhoeverComesLaterAndAgainWhoeverComesBack() throws DBusException {
        awake.begin();
        DBusConnection first = come("org.freedesktop.ScreenSaver", new TheSaver(asked, "/org/freedesktop/ScreenSaver"));
        await().until(() -> asked.equals(List.of("saver")));
        Bus.leave(first);
        come("org.freedesktop.ScreenSaver", new TheSaver(asked, "/org/freedesktop/ScreenSaver"));
        await().until(() -> asked.equals(List.of("saver", "saver")));
    }

    /** All of them let it be dark when whoever asked has left the bus. */
    @Test
    void leavesTheBusWhenTheScreenMayGoDark() throws DBusException {
        DBusConnection observer =
                come("org.freedesktop.ScreenSaver", new TheSaver(asked, "/org/freedesktop/ScreenSaver"));
        awake.begin();
        await().until(() -> asked.size() == 1);
        int before = connections(observer);
        awake.end();
        await().until(() -> connections(observer) == before - 1);
    }

    private static int connections(DBusConnection observer) {
        return (int) Bus.ask(
                        observer,
                        "org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus",
                        "ListNames",
                        null)
                .stream()
                .flatMap(answer -> ((List<?>) answer[0]).stream())
                .filter(name -> name.toString().startsWith(":"))
                .count();
    }
}
