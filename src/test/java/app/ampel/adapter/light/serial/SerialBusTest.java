package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.ampel.adapter.light.usb.FakeSysfs;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.model.AmpelSerial;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus.Found;
import app.ampel.service.lights.manager.LightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialBusTest {

    @TempDir
    private Path root;

    private final List<Path> watched = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private FakeSysfs fake;
    private SerialPorts ports;
    private SerialBus bus;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeSysfs(root)
                .usb("1-1", "2341", "0043", "Arduino Uno", "8573531")
                .tty("ttyACM0", "1-1")
                .usb("1-2", "2341", "0043", "Somebody's printer", "42")
                .tty("ttyACM1", "1-2");
        ports = SerialPorts.ofSysfs(fake.sysfs());
        HotPlug hotPlug = new HotPlug() {
            @Override
            public void watch(Path folder, Predicate<String> wanted, Runnable changed) {
                watched.add(folder);
            }

            @Override
            public void close() {}
        };
        bus = new SerialBus(
                new Catalogue(),
                ports,
                hotPlug,
                (node, profile) -> {
                    opened.add(node);
                    throw new UnsatisfiedLinkError("no library here");
                },
                LineClient.Timeouts.USUAL);
    }

    private static SerialBus.Added added(SerialAddress address) {
        return new SerialBus.Added(address, new AmpelSerial());
    }

    private SerialAddress uno() {
        return ports.addressOf(fake.node("ttyACM0").toString()).orElseThrow();
    }

    @Test
    void withoutAddedLightsNothingIsListedOrOpened() {
        bus.watch(() -> {});
        assertThat(bus.list()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void onlyAddedLightsAreListedAndALightThatIsNotPluggedInIsGone() throws IOException {
        bus.apply(List.of(added(uno())));
        assertThat(bus.list())
                .extracting(Found::id, Found::condition)
                .containsExactly(tuple("serial:2341:0043:8573531", Condition.OK));
        fake.unplug("tty", "ttyACM0");
        assertThat(bus.list()).extracting(Found::condition).containsExactly(Condition.GONE);
    }

    @Test
    void aBoardThatIsThereWithoutAPortIsSaidToBeTakenBySomebodyElse() throws IOException {
        fake.usb("1-3", "1a86", "7523", "USB Serial", "").listed("1-3").tty("ttyUSB0", "1-3");
        SerialAddress nano = ports.addressOf(fake.node("ttyUSB0").toString()).orElseThrow();
        bus.apply(List.of(added(nano), added(uno())));
        fake.unplug("tty", "ttyUSB0");
        fake.unplug("tty", "ttyACM0");
        assertThat(bus.list())
                .extracting(Found::kind, Found::condition, Found::hint)
                .containsExactly(
                        tuple(
                                "serial:1a86:7523",
                                Condition.GONE,
                                Optional.of(new Hint("light.hint.brltty", "1a86:7523"))),
                        tuple("serial:2341:0043:8573531", Condition.GONE, Optional.empty()));
    }

    @Test
    void addingALightTellsTheDeskAndWatchesWhereItsNodeWillCome() throws IOException {
        AtomicInteger changes = new AtomicInteger();
        bus.watch(changes::incrementAndGet);
        bus.apply(List.of(added(uno())));
        assertThat(changes).hasValue(1);
        assertThat(watched).containsExactly(Path.of("/dev"));
        Path pty = Files.createFile(root.resolve("pty"));
        bus.apply(List.of(added(uno()), added(ports.addressOf(pty.toString()).orElseThrow())));
        assertThat(watched).containsExactly(Path.of("/dev"), root);
    }

    @Test
    void aLibraryThatCannotBeLoadedIsSaidAndNotTriedAgain() {
        bus.apply(List.of(added(uno())));
        assertThatThrownBy(() -> bus.open(bus.list().get(0))).isInstanceOf(LightException.class);
        assertThat(bus.list()).singleElement().satisfies(found -> {
            assertThat(found.condition()).isEqualTo(Condition.NOT_ANSWERING);
            assertThat(found.hint()).isPresent();
        });
        assertThat(opened).containsExactly(fake.node("ttyACM0").toString());
    }

    @Nested
    class LightsOfTheCatalogue {
        private final List<SerialProfile> profiles = new ArrayList<>();

        private SerialBus bus(LineClient.Timeouts timeouts) {
            return new SerialBus(
                    new Catalogue(),
                    ports,
                    new HotPlug() {
                        @Override
                        public void watch(Path folder, Predicate<String> wanted, Runnable changed) {}

                        @Override
                        public void close() {}
                    },
                    (node, profile) -> {
                        opened.add(node);
                        profiles.add(profile);
                        return new SilentConnection();
                    },
                    timeouts);
        }

        @Test
        void areFoundByThemselvesAndOpenedTheirOwnWay() throws IOException, LightException {
            fake.usb("1-3", "303a", "81df", "Busy Tag", "24587C000001").tty("ttyACM2", "1-3");
            SerialBus mine = bus(LineClient.Timeouts.USUAL);
            assertThat(mine.list())
                    .extracting(Found::id, Found::name, Found::condition)
                    .containsExactly(tuple("busytag:24587C000001", "Busy Tag", Condition.OK));
            mine.open(mine.list().get(0)).close();
            assertThat(opened).containsExactly(fake.node("ttyACM2").toString());
            assertThat(profiles).singleElement().satisfies(profile -> {
                assertThat(profile.baud()).isEqualTo(1_500_000);
                assertThat(profile.dtr()).isFalse();
                assertThat(profile.rts()).isTrue();
            });
        }

        @Test
        void withTheIdOfEveryCp2102AreKnownByTheirName() throws IOException {
            fake.usb("1-3", "10c4", "ea60", "CP2102 USB to UART Bridge", "0001").tty("ttyUSB0", "1-3");
            SerialBus mine = bus(LineClient.Timeouts.USUAL);
            assertThat(mine.list()).isEmpty();
            fake.usb("1-4", "10c4", "ea60", "MuteSync Button", "").tty("ttyUSB1", "1-4");
            fake.usb("1-5", "10c4", "ea60", "Button", "77")
                    .maker("1-5", "commutesync")
                    .tty("ttyUSB2", "1-5");
            assertThat(mine.list()).extracting(Found::id).containsExactly("mutesync:usb-1-4", "mutesync:77");
        }

        @Test
        void thatTheUserHasAddedSpeakWhatTheUserSaid() throws IOException {
            fake.usb("1-3", "2047", "03df", "fit_StatUSB", "193F").tty("ttyACM2", "1-3");
            SerialBus mine = bus(LineClient.Timeouts.USUAL);
            mine.apply(List.of(
                    added(ports.addressOf(fake.node("ttyACM2").toString()).orElseThrow())));
            assertThat(mine.list()).extracting(Found::id).containsExactly("serial:2047:03df:193F");
        }

        @Test
        void areNotListedWhereTheLibraryThatListsThemCannotBeLoaded() {
            SerialBus mine = new SerialBus(
                    new Catalogue(),
                    new SerialPorts(() -> {
                        throw new UnsatisfiedLinkError("no library here");
                    }),
                    null,
                    null,
                    LineClient.Timeouts.USUAL);
            assertThat(mine.list()).isEmpty();
        }
    }

    private static final class SilentConnection implements SerialConnection {
        @Override
        public void write(byte[] bytes) {}

        @Override
        public byte[] read() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
