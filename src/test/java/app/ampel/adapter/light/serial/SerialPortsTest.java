package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ampel.adapter.light.usb.FakeSysfs;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.UsbId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialPortsTest {

    @TempDir
    private Path root;

    private FakeSysfs fake;
    private SerialPorts ports;

    @BeforeEach
    void make() {
        fake = new FakeSysfs(root);
        ports = new SerialPorts(() -> SerialPorts.fromSysfs(fake.sysfs()));
    }

    private Optional<String> idOf(String name) {
        return ports.addressOf(name).map(SerialAddress::id);
    }

    @Test
    void aBoardWithASerialNumberIsKnownByItInAnySocket() throws IOException {
        fake.usb("1-1", "2341", "0043", "Arduino Uno", "8573531").tty("ttyACM0", "1-1");
        SerialAddress address = ports.addressOf(fake.node("ttyACM0").toString()).orElseThrow();
        assertThat(address.id()).isEqualTo("serial:2341:0043:8573531");

        fake.unplug("tty", "ttyACM0");
        assertThat(ports.nodeOf(address)).isEmpty();
        fake.usb("1-4", "2341", "0043", "Arduino Uno", "8573531").tty("ttyACM7", "1-4");
        assertThat(ports.nodeOf(address)).contains(fake.node("ttyACM7").toString());
    }

    @Test
    void aBoardWithoutOneIsKnownByItsSocket() throws IOException {
        fake.usb("1-1.3", "1a86", "7523", "USB Serial", "").tty("ttyUSB0", "1-1.3");
        assertThat(idOf(fake.node("ttyUSB0").toString())).contains("serial:1a86:7523:@1-1.3");
    }

    @Test
    void twoBoardsThatClaimTheSameNumberAreKnownByTheirSockets() throws IOException {
        fake.usb("1-1", "10c4", "ea60", "CP2102", "0001").tty("ttyUSB0", "1-1");
        fake.usb("1-2", "10c4", "ea60", "CP2102", "0001").tty("ttyUSB1", "1-2");
        assertThat(idOf(fake.node("ttyUSB0").toString())).contains("serial:10c4:ea60:@1-1");
        assertThat(idOf(fake.node("ttyUSB1").toString())).contains("serial:10c4:ea60:@1-2");
    }

    @Test
    void aLinkLeadsToTheBoardAndNotToItsNumberOfToday() throws IOException {
        fake.usb("1-1", "2341", "0043", "Arduino Uno", "8573531").tty("ttyACM0", "1-1");
        Path link = Files.createSymbolicLink(root.resolve("my-light"), fake.node("ttyACM0"));
        assertThat(idOf(link.toString())).contains("serial:2341:0043:8573531");
    }

    @Test
    void anyOtherFileIsKnownByItsPathAndWhatIsNotThereNotAtAll() throws IOException {
        Path pty = Files.createFile(root.resolve("pty"));
        assertThat(idOf(pty.toString())).contains("serial:" + pty);
        assertThat(idOf(root.resolve("nothing").toString())).isEmpty();
        assertThat(idOf(root.toString())).isEmpty();
        assertThat(idOf("ttyACM9")).isEmpty();
        assertThat(idOf(" ")).isEmpty();
    }

    @Test
    void theListTellsWhatALightWouldBeCalled() throws IOException {
        fake.usb("1-1", "2341", "0043", "Arduino Uno", "8573531").tty("ttyACM0", "1-1");
        fake.boardPort("ttyS0", 4);
        assertThat(ports.list())
                .extracting(SerialPort::description, SerialPort::board, SerialPort::id)
                .containsExactly(
                        tuple(
                                "Arduino Uno",
                                Optional.of(new UsbId(0x2341, 0x0043)),
                                Optional.of("serial:2341:0043:8573531")),
                        tuple("", Optional.empty(), Optional.of("serial:" + fake.node("ttyS0"))));
    }

    @Nested
    class AnAddress {
        @Test
        void isReadBackFromItsTextAndFromItsId() {
            UsbId uno = new UsbId(0x2341, 0x0043);
            for (SerialAddress address : List.of(
                    new SerialAddress.BySerial(uno, "85:73 53"),
                    new SerialAddress.BySocket(uno, "1-2.4"),
                    new SerialAddress.ByPath("/dev/serial/by-id/usb-x"),
                    new SerialAddress.ByPath("COM5"))) {
                assertThat(SerialAddress.parse(address.text())).contains(address);
                assertThat(SerialAddress.parse(address.id())).contains(address);
            }
        }

        @Test
        void isNothingElse() {
            for (String text :
                    List.of("", " ", "serial:", "ttyUSB0", "2341:0043", "2341:0043:", "2341:0043:@", "zz:1:2")) {
                assertThat(SerialAddress.parse(text)).as(text).isEmpty();
            }
        }
    }
}
