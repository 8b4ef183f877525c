package app.ampel.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.InvalidBusAddressException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real bus: the daemon that dbus-java brings. */
class LinuxSessionTest {

    @DBusInterfaceName("org.freedesktop.login1.Manager")
    public interface Logind extends DBusInterface {
        class PrepareForSleep extends DBusSignal {
            public PrepareForSleep(String path, boolean start) throws DBusException {
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

    @TempDir
    private Path folder;

    private final List<Boolean> locked = new CopyOnWriteArrayList<>();
    private final AtomicInteger woke = new AtomicInteger();
    private final LinuxSession session = new LinuxSession(locked::add, woke::incrementAndGet);
    private EmbeddedDBusDaemon bus;
    private DBusConnection desktop;
    private String address;

    @BeforeEach
    void startBus() throws InvalidBusAddressException {
        address = "unix:path=" + folder.resolve("bus");
        bus = new EmbeddedDBusDaemon(address + ",listen=true");
        bus.startInBackgroundAndWait();
        desktop = TestBus.connect(address);
    }

    @AfterEach
    void stopBus() throws Exception {
        session.close();
        desktop.close();
        bus.close();
    }

    @Test
    void theScreenSaverLocksAndUnlocks() throws DBusException {
        session.listen(() -> DBusConnectionBuilder.forAddress(address), "ActiveChanged", session::screenSaver);
        desktop.sendMessage(new Other.ActiveChanged("/x", false));
        desktop.sendMessage(new ScreenSaver.ActiveChanged("/x", true));
        desktop.sendMessage(new ScreenSaver.ActiveChanged("/x", false));
        await().until(() -> locked.size() == 2);
        assertThat(locked).containsExactly(true, false);
    }

    @Test
    void onlyTheEndOfASleepIsAWakeUp() throws DBusException {
        session.listen(() -> DBusConnectionBuilder.forAddress(address), "PrepareForSleep", session::slept);
        desktop.sendMessage(new Logind.PrepareForSleep("/x", true));
        desktop.sendMessage(new Logind.PrepareForSleep("/x", false));
        await().until(() -> woke.get() > 0);
        assertThat(woke).hasValue(1);
    }

    @Test
    void aBusThatIsNotThereIsDoneWithout() {
        String nowhere = "unix:path=" + folder.resolve("nowhere");
        session.listen(() -> DBusConnectionBuilder.forAddress(nowhere), "ActiveChanged", session::screenSaver);
        assertThat(locked).isEmpty();
    }
}
