package app.ampel.adapter.os.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.TestBus;
import app.ampel.domain.retry.BackOff;
import app.ampel.service.notifications.Notifications.Button;
import app.ampel.service.notifications.Notifications.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real bus, with a desktop on it that shows nothing. */
class LinuxNotificationsTest {

    private static final class Desktop implements FreedesktopNotifications {

        private final List<String> shown = new CopyOnWriteArrayList<>();
        private final List<UInt32> closed = new CopyOnWriteArrayList<>();
        private volatile List<String> capabilities = List.of("body");

        @Override
        public String getObjectPath() {
            return PATH;
        }

        @Override
        public UInt32 Notify(
                String application,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int milliseconds) {
            shown.add(application + ": " + summary + ": " + body + " " + actions);
            return new UInt32(shown.size());
        }

        @Override
        public List<String> GetCapabilities() {
            return capabilities;
        }

        @Override
        public void CloseNotification(UInt32 id) {
            closed.add(id);
        }
    }

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    @TempDir
    private Path folder;

    private final Desktop shell = new Desktop();
    private final AtomicInteger pressed = new AtomicInteger();
    private final Notice notice =
            new Notice("Signed out", "Sign in again.", Optional.of(new Button("Sign in", pressed::incrementAndGet)));
    private EmbeddedDBusDaemon bus;
    private DBusConnection connection;
    private LinuxNotifications notifications;

    @BeforeEach
    void startBus() throws DBusException {
        String address = "unix:path=" + folder.resolve("bus");
        bus = new EmbeddedDBusDaemon(address + ",listen=true");
        bus.startInBackgroundAndWait();
        connection = TestBus.connect(address);
        connection.exportObject(shell);
        connection.requestBusName(FreedesktopNotifications.NAME);
        notifications = new LinuxNotifications(() -> DBusConnectionBuilder.forAddress(address), SOON);
    }

    @AfterEach
    void stopBus() throws Exception {
        notifications.close();
        connection.close();
        bus.close();
    }

    private void press(int id) throws DBusException {
        connection.sendMessage(
                new FreedesktopNotifications.ActionInvoked(FreedesktopNotifications.PATH, new UInt32(id), "do"));
    }

    @Test
    void theMessageHasAButton() {
        notifications.show(notice);
        await().until(() -> !shell.shown.isEmpty());
        assertThat(shell.shown).containsExactly("Ampel: Signed out: Sign in again. [default, Sign in, do, Sign in]");
    }

    @Test
    void theButtonDoesWhatItSaysOnceAndTheMessageGoes() throws DBusException {
        notifications.show(notice);
        await().until(() -> !shell.shown.isEmpty());
        // Signals of other programs' messages come by here as well.
        await().until(() -> {
            press(77);
            press(1);
            return pressed.get() > 0;
        });
        await().until(() -> shell.closed.contains(new UInt32(1)));
        assertThat(pressed).hasValue(1);
    }

    @Test
    void aSecondMessageReplacesTheFirst() {
        notifications.show(notice);
        notifications.show(notice);
        await().until(() -> shell.shown.size() == 2);
        assertThat(shell.closed).containsExactly(new UInt32(1));
    }

    @Test
    void aMessageIsTakenBack() {
        notifications.show(notice);
        notifications.withdraw();
        await().until(() -> shell.closed.size() == 1);
    }

    @Test
    void whatSomebodyIsCalledIsNoMarkup() {
        Notice odd = new Notice("A & B", "Nearest: <b>Ann</b> & Bob", Optional.empty());
        notifications.show(odd);
        await().until(() -> shell.shown.size() == 1);
        shell.capabilities = List.of("actions", "body", "body-markup");
        notifications.show(odd);
        await().until(() -> shell.shown.size() == 2);
        assertThat(shell.shown)
                .containsExactly(
                        "Ampel: A & B: Nearest: <b>Ann</b> & Bob []",
                        "Ampel: A & B: Nearest: &lt;b&gt;Ann&lt;/b&gt; &amp; Bob []");
    }

    @Test
    void aMessageThatMustNotGetLostIsSaidOtherwiseOnlyWhereItCannotBeShown() throws DBusException {
        AtomicInteger otherwise = new AtomicInteger();
        notifications.show(notice, otherwise::incrementAndGet);
        await().until(() -> !shell.shown.isEmpty());
        assertThat(otherwise).hasValue(0);

        connection.releaseBusName(FreedesktopNotifications.NAME);
        notifications.show(notice, otherwise::incrementAndGet);
        await().until(() -> otherwise.get() == 1);
        connection.requestBusName(FreedesktopNotifications.NAME);
        notifications.show(new Notice("Later", "", Optional.empty()));
        await().until(() -> shell.shown.stream().anyMatch(shown -> shown.contains("Later")));
        assertThat(shell.shown).as("told once").hasSize(2);
    }

    @Test
    void withoutABusNothingIsShownAndNothingFails() {
        LinuxNotifications nowhere = new LinuxNotifications(
                () -> DBusConnectionBuilder.forAddress("unix:path=" + folder.resolve("nowhere")), SOON);
        nowhere.show(notice);
        nowhere.close();
        assertThat(pressed).hasValue(0);
    }
}
