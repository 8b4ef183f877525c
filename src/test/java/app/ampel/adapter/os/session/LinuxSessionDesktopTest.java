package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.RealBus;
import app.ampel.adapter.os.Telling;
import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import app.ampel.service.session.SessionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real dbus-daemon, which tells who comes and who goes. */
@Tag("desktop")
class LinuxSessionDesktopTest {

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));
    private static final String SESSION = "/org/freedesktop/login1/session/_31";

    @DBusInterfaceName("org.gnome.ScreenSaver")
    public interface Gnome extends DBusInterface {
        boolean GetActive();
    }

    @DBusInterfaceName("org.xfce.ScreenSaver")
    public interface Xfce extends DBusInterface {
        boolean GetActive();
    }

    @DBusInterfaceName("org.freedesktop.ScreenSaver")
    public interface Kde extends DBusInterface {
        boolean GetActive();
    }

    @DBusInterfaceName("org.freedesktop.login1.Manager")
    public interface Manager extends DBusInterface {
        DBusPath GetSession(String id);
    }

    /** Answers for all of them. */
    private record Saver(String path, AtomicBoolean active) implements Gnome, Xfce, Kde {
        @Override
        public boolean GetActive() {
            return active.get();
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }

    private record TheManager() implements Manager {
        @Override
        public DBusPath GetSession(String id) {
            return new DBusPath(SESSION);
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/login1";
        }
    }

    private record TheSession(Map<String, Variant<?>> all) implements Properties {
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
            return all;
        }

        @Override
        public String getObjectPath() {
            return SESSION;
        }
    }

    /** Somebody on the bus who has a word on the lock; comes, goes, and changes his mind. */
    private abstract class Somebody {
        final String name;
        final AtomicBoolean locked = new AtomicBoolean();
        Optional<DBusConnection> connection = Optional.empty();

        Somebody(String name) {
            this.name = name;
        }

        abstract void export(DBusConnection to) throws DBusException;

        abstract DBusSignal signal(DBusConnection from) throws DBusException;

        void come() throws DBusException {
            DBusConnection fresh = bus.connect();
            export(fresh);
            fresh.requestBusName(name);
            connection = Optional.of(fresh);
        }

        void go() {
            connection.ifPresent(Bus::leave);
            connection = Optional.empty();
        }

        void become(boolean now) throws DBusException {
            locked.set(now);
            if (connection.isPresent()) {
                connection.get().sendMessage(signal(connection.get()));
            }
        }

        boolean says() {
            return connection.isPresent() && locked.get();
        }
    }

    private class AScreenSaver extends Somebody {
        private final String path;

        AScreenSaver(String name, String path) {
            super(name);
            this.path = path;
        }

        @Override
        void export(DBusConnection to) throws DBusException {
            to.exportObject(new Saver(path, locked));
        }

        @Override
        DBusSignal signal(DBusConnection from) throws DBusException {
            return from.getMessageFactory().createSignal(null, path, name, "ActiveChanged", "b", locked.get());
        }
    }

    private final class ALogind extends Somebody {
        private final Map<String, Variant<?>> properties = new ConcurrentHashMap<>();

        ALogind() {
            super("org.freedesktop.login1");
        }

        @Override
        void become(boolean now) throws DBusException {
            properties.put("LockedHint", new Variant<>(now));
            super.become(now);
        }

        @Override
        void export(DBusConnection to) throws DBusException {
            to.exportObject(new TheManager());
            to.exportObject(new TheSession(properties));
        }

        @Override
        DBusSignal signal(DBusConnection from) throws DBusException {
            return new Properties.PropertiesChanged(
                    SESSION, "org.freedesktop.login1.Session", Map.of("LockedHint", new Variant<>(says())), List.of());
        }

        void request(String member) throws DBusException {
            DBusConnection from = connection.orElseThrow();
            from.sendMessage(from.getMessageFactory()
                    .createSignal(null, SESSION, "org.freedesktop.login1.Session", member, null));
        }

        void prepare(boolean start) throws DBusException {
            connection
                    .orElseThrow()
                    .sendMessage(new LinuxSessionTest.Logind.PrepareForSleep("/org/freedesktop/login1", start));
        }
    }

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean lockerRuns = new AtomicBoolean();
    private final List<Somebody> all = new ArrayList<>();
    private boolean setsHint;
    private RealBus bus;
    private LinuxSession session;

    @BeforeEach
    void startBus() throws Exception {
        bus = new RealBus(folder);
    }

    @AfterEach
    void stop() {
        if (session != null) {
            session.close();
        }
        all.forEach(Somebody::go);
        bus.close();
    }

    private void start() {
        session = new LinuxSession(
                new Telling(told),
                new HoldingProgram(List.of("cat"), SOON),
                new LinuxSession.Around(
                        () -> DBusConnectionBuilder.forAddress(bus.address()),
                        () -> DBusConnectionBuilder.forAddress(bus.address()),
                        "auto",
                        setsHint,
                        Optional.of(lockerRuns::get),
                        Duration.ofMillis(20),
                        SOON));
        session.start();
    }

    private <T extends Somebody> T there(T somebody) throws DBusException {
        all.add(somebody);
        somebody.come();
        return somebody;
    }

    private AScreenSaver gnome() {
        return new AScreenSaver("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver");
    }

    private Optional<Boolean> lastTold() {
        return told.stream()
                .filter(it -> it.endsWith("locked"))
                .reduce((earlier, later) -> later)
                .map("locked"::equals);
    }

    private void awaitLocked(boolean locked) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> lastTold().equals(Optional.of(locked)));
    }

    /** The rule: what is known is what everybody who is there would say now, whatever has happened before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappenedTheLockIsAsThoseWhoAreThereSayNow(long seed) throws Exception {
        Random random = new Random(seed);
        all.add(gnome());
        all.add(new AScreenSaver("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"));
        all.add(new AScreenSaver("org.freedesktop.ScreenSaver", "/ScreenSaver"));
        all.add(new ALogind());
        start();
        List<String> steps = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            Somebody one = all.get(random.nextInt(all.size()));
            if (one.connection.isEmpty()) {
                one.become(random.nextBoolean());
                one.come();
                steps.add(one.name + " comes, " + one.locked);
            } else if (random.nextInt(3) == 0) {
                one.go();
                steps.add(one.name + " goes");
            } else {
                one.become(random.nextBoolean());
                steps.add(one.name + " becomes " + one.locked);
            }
            boolean locked = all.stream().anyMatch(Somebody::says);
            await().alias("seed " + seed + ": " + steps)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> lastTold().equals(Optional.of(locked)));
        }
    }

    @Test
    void aScreenThatWasLockedBeforeIsKnownToBe() throws Exception {
        gnomeThatIsActive();
        start();
        awaitLocked(true);
        assertThat(session.lockSign()).isEqualTo(SessionSource.LockSign.TOLD);
    }

    private AScreenSaver gnomeThatIsActive() throws DBusException {
        AScreenSaver saver = gnome();
        saver.locked.set(true);
        return there(saver);
    }

    @Test
    void aScreenSaverThatDiesLeavesNoLockBehind() throws Exception {
        AScreenSaver saver = gnomeThatIsActive();
        start();
        awaitLocked(true);
        saver.go();
        awaitLocked(false);
    }

    @Test
    void aBusThatDiesLeavesNoLockBehindAndIsFoundAgain() throws Exception {
        AScreenSaver saver = gnomeThatIsActive();
        start();
        awaitLocked(true);
        bus.close();
        awaitLocked(false);
        bus = new RealBus(folder);
        saver.come();
        awaitLocked(true);
    }

    @Nested
    class WhatIsAskedFor {

        private ALogind logind;

        @BeforeEach
        void startLogind() throws DBusException {
            logind = there(new ALogind());
            start();
            await().until(() -> told.contains("in front"));
        }

        @Test
        void counts() throws DBusException {
            logind.request("Lock");
            awaitLocked(true);
            logind.request("Unlock");
            awaitLocked(false);
        }

        @Test
        void endsWithTheLockerThatHeededIt() throws DBusException {
            logind.request("Lock");
            awaitLocked(true);
            lockerRuns.set(true);
            await().until(() -> session.lockSign() == SessionSource.LockSign.LOCKERS);
            lockerRuns.set(false);
            logind.request("Lock");
            lockerRuns.set(true);
            awaitLocked(true);
        }

        @Test
        void isVoidWithoutLogind() throws DBusException {
            logind.request("Lock");
            awaitLocked(true);
            logind.go();
            awaitLocked(false);
        }
    }

    @Nested
    class WhereNobodyTells {

        @Test
        void aLockerThatRunsIsTheSign() {
            start();
            awaitLocked(false);
            lockerRuns.set(true);
            awaitLocked(true);
            lockerRuns.set(false);
            awaitLocked(false);
        }

        @Test
        void thatABusLetsUsListenIsNoPromise() {
            start();
            awaitLocked(false);
            assertThat(session.lockSign()).isEqualTo(SessionSource.LockSign.LOCKERS);
            assertThat(session.hearsSleep()).isFalse();
        }

        @Test
        void norIsANameWhoseOwnerKnowsNothingOfScreens() throws Exception {
            Somebody inhibits = there(new AScreenSaver("org.freedesktop.ScreenSaver", "/ScreenSaver") {
                @Override
                void export(DBusConnection to) {
                    // Nothing there that could be asked.
                }
            });
            start();
            awaitLocked(false);
            assertThat(inhibits.connection).isPresent();
            assertThat(session.lockSign()).isEqualTo(SessionSource.LockSign.LOCKERS);
        }

        @Test
        void logindAloneDoesNotEither() throws Exception {
            there(new ALogind());
            start();
            await().until(() -> told.contains("in front") && session.hearsSleep());
            assertThat(session.lockSign()).isEqualTo(SessionSource.LockSign.LOCKERS);
        }

        @Test
        void butItDoesWhereTheDesktopTellsIt() throws Exception {
            setsHint = true;
            there(new ALogind());
            start();
            await().until(() -> session.lockSign() == SessionSource.LockSign.TOLD);
        }

        @Test
        void orWhereSomebodyHasDoneSoBefore() throws Exception {
            ALogind logind = there(new ALogind());
            start();
            logind.become(true);
            awaitLocked(true);
            logind.become(false);
            awaitLocked(false);
            assertThat(session.lockSign()).isEqualTo(SessionSource.LockSign.TOLD);
        }
    }

    @Nested
    class Sleep {

        private ALogind logind;

        @BeforeEach
        void startLogind() throws DBusException {
            logind = there(new ALogind());
            start();
            await().until(session::hearsSleep);
        }

        @Test
        void isOverWhenLogindIsGone() throws DBusException {
            logind.prepare(true);
            await().until(() -> told.contains("sleeps"));
            logind.go();
            await().until(() -> told.contains("woke"));
            assertThat(session.hearsSleep()).isFalse();
            logind.come();
            await().until(session::hearsSleep);
            logind.prepare(true);
            await().until(() -> told.stream().filter("sleeps"::equals).count() == 2);
        }

        @Test
        void isToldOnceHoweverOftenItIsSaid() throws DBusException {
            for (int i = 0; i < 60; i++) {
                logind.prepare(true);
            }
            for (int i = 0; i < 60; i++) {
                logind.prepare(false);
            }
            await().until(() -> told.contains("woke"));
            logind.prepare(true);
            await().until(() -> told.stream().filter("sleeps"::equals).count() == 2);
            assertThat(told).filteredOn("woke"::equals).hasSize(1);
        }
    }

    @Test
    void whoeverRefusesToDelaySleepIsAskedAgain() throws Exception {
        Path tries = folder.resolve("tries");
        List<String> refusesTwice = List.of(
                "sh", "-c", "echo x >> \"$0\"; [ $(wc -l < \"$0\") -gt 2 ] && exec cat; exit 1", tries.toString());
        try (HoldingProgram delay = new HoldingProgram(refusesTwice, SOON)) {
            delay.acquire();
            await().until(() -> Files.exists(tries) && Files.readAllLines(tries).size() == 3);
        }
    }
}
