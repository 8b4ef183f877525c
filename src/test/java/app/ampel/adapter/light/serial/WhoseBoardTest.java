package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.light.AddedLight.Board;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus.Found;
import app.ampel.service.lights.manager.LightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule: no port is opened but that of the very board that was added. */
class WhoseBoardTest {

    private static final UsbId CP2102 = new UsbId(0x10c4, 0xea60);
    private static final UsbId CH340 = new UsbId(0x1a86, 0x7523);

    private final List<SerialPort> plugged = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final SerialPorts ports = new SerialPorts(() -> List.copyOf(plugged));
    private final SerialBus bus = new SerialBus(
            new Catalogue(),
            ports,
            null,
            (node, profile) -> {
                opened.add(node);
                throw new LightException(Condition.NOT_ANSWERING, "a test");
            },
            LineClient.Timeouts.USUAL);

    private static SerialPort board(String node, UsbId id, String serial, String socket) {
        return SerialPort.listed(node, "A board", Optional.of(new UsbIdentity(id, "", "A board", serial, 0)), socket);
    }

    private SerialPort plugIn(String node, UsbId id, String serial, String socket) {
        SerialPort board = board(node, id, serial, socket);
        plugged.add(board);
        return board;
    }

    /** As the user adds the light that is at that port. */
    private SerialBus.Added add(SerialPort board) {
        SerialBus.Added added = new SerialBus.Added(
                ports.addressOf(board.name()).orElseThrow(),
                new app.ampel.domain.light.model.Catalogue().find("serial").orElseThrow(),
                board.kept());
        bus.apply(List.of(added));
        return added;
    }

    private Found light() {
        return bus.list().get(0);
    }

    private void isOpenedAt(String node) {
        assertThat(light().condition()).isEqualTo(Condition.OK);
        assertThatThrownBy(() -> bus.open(light())).isInstanceOf(LightException.class);
        assertThat(opened).containsExactly(node);
        opened.clear();
    }

    private void isNotOpened(String why) {
        assertThat(light().condition()).isEqualTo(Condition.GONE);
        assertThat(light().hint().map(Hint::key).orElse("gone")).isEqualTo(why);
        assertThatThrownBy(() -> bus.open(light())).isInstanceOf(LightException.class);
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0000", "123456", "FFFFFFFF", ""})
    void anotherBoardWithANumberThatManyShareIsLeftAlone(String shared) {
        SerialPort light = plugIn("ttyUSB0", CP2102, shared, "1-1");
        add(light);
        isOpenedAt("ttyUSB0");
        plugged.clear();
        plugIn("ttyUSB0", CP2102, shared, "1-2");
        isNotOpened("gone");
        plugIn("ttyUSB1", CP2102, shared, "1-1");
        isOpenedAt("ttyUSB1");
    }

    @Test
    void oneThatWasAddedByItWithoutItsSocketIsNotOpenedUntilItIsAddedAgain() {
        plugIn("ttyUSB0", CP2102, "0001", "1-1");
        bus.apply(List.of(new SerialBus.Added(
                new SerialAddress.BySerial(CP2102, "0001"),
                new Catalogue().find("serial").orElseThrow())));
        isNotOpened("light.hint.same-serial");
    }

    @Test
    void oneThatWasAddedByItIsOpenedInTheSocketThatWasKept() {
        SerialPort light = plugIn("ttyUSB0", CP2102, "0001", "1-1");
        plugIn("ttyUSB1", CP2102, "0001", "1-2");
        bus.apply(List.of(new SerialBus.Added(
                new SerialAddress.BySerial(CP2102, "0001"),
                new Catalogue().find("serial").orElseThrow(),
                Optional.of(new Board("0001", "1-1")))));
        isOpenedAt("ttyUSB0");
        plugged.remove(light);
        isNotOpened("light.hint.same-serial");
    }

    @Test
    void aNumberOfItsOwnIsKnownInAnySocketUntilSomebodyElseSaysIt() {
        SerialPort light = plugIn("ttyUSB0", CP2102, "A5069RR4", "1-1");
        add(light);
        plugged.clear();
        plugIn("ttyUSB3", CP2102, "A5069RR4", "1-3");
        isOpenedAt("ttyUSB3");

        SerialPort twin = plugIn("ttyUSB4", CP2102, "A5069RR4", "1-4");
        isNotOpened("light.hint.same-serial");
        plugged.remove(0);
        assertThat(plugged).containsExactly(twin);
        isNotOpened("light.hint.same-serial");
        plugged.add(light);
        isOpenedAt("ttyUSB0");
    }

    @Test
    void aBoardThatSaysAnotherNumberInItsSocketIsNotIt() {
        add(plugIn("ttyUSB0", CH340, "", "1-1"));
        plugged.clear();
        plugIn("ttyUSB0", CH340, "A5069RR4", "1-1");
        isNotOpened("light.hint.other-board");
        plugged.clear();
        plugIn("ttyUSB0", CH340, "0002", "1-1");
        isNotOpened("light.hint.other-board");
    }

    @Test
    void thatGoesForLightsFromOldSettingsTooWhereItSaysWhoItIs() {
        bus.apply(List.of(new SerialBus.Added(
                new SerialAddress.BySocket(CH340, "1-1"),
                new Catalogue().find("serial").orElseThrow())));
        plugIn("ttyUSB0", CH340, "A5069RR4", "1-1");
        isNotOpened("light.hint.other-board");
        plugged.clear();
        plugIn("ttyUSB0", CH340, "", "1-1");
        isOpenedAt("ttyUSB0");
    }

    @Test
    void whatWasReplacedSinceItWasListedIsNotOpened() {
        add(plugIn("ttyUSB0", CP2102, "A5069RR4", "1-1"));
        Found listed = light();
        plugged.clear();
        plugIn("ttyUSB7", CP2102, "A5069RR4", "1-3");
        assertThatThrownBy(() -> bus.open(listed)).isInstanceOf(LightException.class);
        assertThat(opened).isEmpty();
    }

    /** Boards of few kinds, numbers and sockets come and go; whatever is opened is a board that was added. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isSoWhateverIsPluggedInWherever(long seed) {
        Random random = new Random(seed);
        List<String> serials = List.of("", "0001", "A5069RR4", "B1", "123456");
        for (int i = 0; i < 300; i++) {
            plugged.clear();
            String serial = serials.get(random.nextInt(serials.size()));
            SerialBus.Added added = add(plugIn("light", CP2102, serial, "1-1"));
            for (int j = 0; j < 20; j++) {
                plugged.clear();
                boolean own = !SerialPortsSeen.isShared(serial);
                boolean lightIsIn = random.nextBoolean();
                String socket = own && random.nextBoolean() ? "1-9" : "1-1";
                if (lightIsIn) {
                    plugIn("light", CP2102, serial, socket);
                }
                String other = serials.get(random.nextInt(serials.size()));
                boolean twin = other.equals(serial) && own && !lightIsIn;
                if (!twin) {
                    plugIn("other", CP2102, other, "1-2");
                }
                if (!bus.list().isEmpty() && light().condition() == Condition.OK) {
                    assertThatThrownBy(() -> bus.open(light())).isInstanceOf(LightException.class);
                }
                assertThat(opened).as("seed %d, %s, %s", seed, added, plugged).allMatch("light"::equals);
                opened.clear();
            }
        }
    }

    /** What the test itself takes for a number of many. */
    private static final class SerialPortsSeen {
        static boolean isShared(String serial) {
            return List.of("", "0001", "123456").contains(serial);
        }
    }

    @Nested
    class OnWindows {

        /** As jSerialComm 2.11.4 says there: the path begins with {@code \\.\}. */
        private static final String COM5 = "\\\\.\\COM5";

        private static final String COM1 = "\\\\.\\COM1";

        private void plugInBoth() {
            plugIn(COM5, CH340, "", "1-4");
            plugged.add(SerialPort.listed(COM1, "Communications Port (COM1)", Optional.empty(), ""));
        }

        @Test
        void portsHaveTheNamesThatPeopleKnow() {
            plugInBoth();
            assertThat(ports.list()).extracting(SerialPort::name).containsExactly("COM5", "COM1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"COM5", "com5", "\\\\.\\COM5"})
        void anyOfThemMayBeTyped(String name) {
            plugInBoth();
            assertThat(ports.addressOf(name).map(SerialAddress::id)).contains("serial:1a86:7523:@1-4");
        }

        @Test
        void aPortWithoutUsbIsKeptByItsNameAndReadBack() {
            plugInBoth();
            SerialAddress address = ports.addressOf("com1").orElseThrow();
            assertThat(address.id()).isEqualTo("serial:COM1");
            assertThat(SerialAddress.parse(address.text())).contains(address);
            assertThat(SerialAddress.parse("\\\\.\\COM1")).contains(address);
            assertThat(SerialAddress.parse("com1")).contains(address);
            assertThat(ports.nodeOf(address)).contains("COM1");
        }

        @Test
        void aNameThatHasBecomeAUsbDevicesIsNotTheLights() {
            plugInBoth();
            SerialAddress address = ports.addressOf("COM1").orElseThrow();
            plugged.clear();
            plugIn(COM1, CH340, "X7", "1-5");
            assertThat(ports.nodeOf(address)).isEmpty();
        }
    }

    @Nested
    class OnMacOs {

        /** As jSerialComm 2.11.4 says there: a callout and a dial-in node for each device. */
        private void plugInEach(String name, UsbId id, String serial, String socket) {
            plugIn("/dev/cu." + name, id, serial, socket);
            plugIn("/dev/tty." + name, id, serial, socket);
        }

        @Test
        void eachLightIsThereOnce() {
            plugInEach("usbmodem2101", new UsbId(0x2047, 0x03df), "193F914722000800", "20-1");
            assertThat(bus.list()).extracting(Found::id).containsExactly("fit-statusb:193F914722000800");
        }

        @Test
        void aBoardIsKnownByItsNumber() {
            plugInEach("usbserial-A5069RR4", new UsbId(0x0403, 0x6001), "A5069RR4", "20-2");
            for (String name : List.of("/dev/cu.usbserial-A5069RR4", "/dev/tty.usbserial-A5069RR4")) {
                assertThat(ports.addressOf(name).map(SerialAddress::id)).contains("serial:0403:6001:A5069RR4");
            }
            assertThat(ports.list()).extracting(SerialPort::name).containsExactly("/dev/cu.usbserial-A5069RR4");
        }

        @Test
        void aChipWithTwoDriversIsThereOnceAndOneWithTwoPortsTwice() {
            plugInEach("SLAB_USBtoUART", CP2102, "B1", "20-3");
            plugInEach("usbserial-B1", CP2102, "B1", "20-3");
            plugInEach("usbserial-FT5A", new UsbId(0x0403, 0x6010), "FT5", "20-4");
            plugInEach("usbserial-FT5B", new UsbId(0x0403, 0x6010), "FT5", "20-4");
            assertThat(ports.list())
                    .extracting(SerialPort::name)
                    .containsExactly("/dev/cu.usbserial-B1", "/dev/cu.usbserial-FT5A", "/dev/cu.usbserial-FT5B");
        }
    }
}
