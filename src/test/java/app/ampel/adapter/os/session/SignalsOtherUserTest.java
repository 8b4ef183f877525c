package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.OtherUser;
import app.ampel.adapter.os.RealBus;
import app.ampel.adapter.os.Telling;
import app.ampel.domain.retry.BackOff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Anybody on the computer may send anything to the system bus. Only whose name it is counts. */
@Tag("other-user")
@EnabledIfEnvironmentVariable(named = OtherUser.VARIABLE, matches = ".+")
class SignalsOtherUserTest {

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path folder;
    private RealBus bus;
    private DBusConnection logind;
    private LinuxSession session;

    @BeforeEach
    void start() throws Exception {
        folder = OtherUser.shared();
        bus = new RealBus(folder);
        logind = bus.connect();
        logind.requestBusName("org.freedesktop.login1");
        session = new LinuxSession(
                new Telling(told),
                new HoldingProgram(List.of("cat"), SOON),
                new LinuxSession.Around(
                        () -> DBusConnectionBuilder.forAddress(bus.address()),
                        () -> DBusConnectionBuilder.forAddress(bus.address()),
                        "auto",
                        false,
                        Optional.empty(),
                        Duration.ofHours(1),
                        SOON));
        session.start();
        await().until(session::hearsSleep);
    }

    @AfterEach
    void stop() throws Exception {
        session.close();
        logind.close();
        bus.close();
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void send(String signal, String path, String... contents) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("dbus-send", "--bus=" + bus.address(), "--type=signal", path, signal));
        command.addAll(List.of(contents));
        OtherUser.run(Map.of(), command.toArray(String[]::new));
    }

    /** To each connection alone, whatever it listens to. */
    private void sendToEach(String signal, String path, String... contents) throws IOException, InterruptedException {
        for (int number = 1; number < 8; number++) {
            List<String> command = new ArrayList<>(List.of(
                    "dbus-send", "--bus=" + bus.address(), "--type=signal", "--dest=:1." + number, path, signal));
            command.addAll(List.of(contents));
            OtherUser.run(Map.of(), command.toArray(String[]::new));
        }
    }

    /** What our own logind says afterwards is heard, and so everything before it has been left out. */
    private void sleepForReal() throws DBusException {
        logind.sendMessage(new LinuxSessionTest.Logind.PrepareForSleep("/org/freedesktop/login1", true));
        await().until(() -> told.contains("sleeps"));
    }

    private List<String> heard() {
        return told.stream().filter(it -> !it.equals("unlocked")).toList();
    }

    @Test
    void nobodyElsePutsTheComputerToSleepOrWakesIt() throws Exception {
        for (String value : List.of("boolean:true", "boolean:false")) {
            for (String signal : List.of("PrepareForSleep", "PrepareForShutdown")) {
                send("org.freedesktop.login1.Manager." + signal, "/org/freedesktop/login1", value);
            }
        }
        sleepForReal();
        assertThat(heard()).containsExactly("sleeps");
    }

    @Test
    void norByASignalToThisOneConnection() throws Exception {
        sendToEach("org.freedesktop.login1.Manager.PrepareForSleep", "/org/freedesktop/login1", "boolean:true");
        sleepForReal();
        assertThat(heard()).containsExactly("sleeps");
    }

    @Test
    void norByPretendingThatTheNameHasAnotherOwner() throws Exception {
        sendToEach(
                "org.freedesktop.DBus.NameOwnerChanged",
                "/org/freedesktop/DBus",
                "string:org.freedesktop.login1",
                "string:",
                "string::1.99");
        sleepForReal();
        assertThat(heard()).containsExactly("sleeps");
        assertThat(session.hearsSleep()).isTrue();
    }

    @Test
    void nobodyElseLocksTheScreen() throws Exception {
        for (String name : ScreenSavers.NAMES) {
            send(name + ".ActiveChanged", "/" + name.replace('.', '/'), "boolean:true");
        }
        send("org.freedesktop.login1.Session.Lock", "/org/freedesktop/login1/session/_31");
        sleepForReal();
        assertThat(heard()).containsExactly("sleeps");
    }

    @Test
    void theSameSaidAgainIsNothingNew() throws Exception {
        for (int i = 0; i < 60; i++) {
            logind.sendMessage(new LinuxSessionTest.Logind.PrepareForSleep("/org/freedesktop/login1", false));
        }
        sleepForReal();
        assertThat(heard()).containsExactly("woke", "sleeps");
    }
}
