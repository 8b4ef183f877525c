package app.ampel.adapter.light.usb;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsTest {

    @TempDir
    private Path root;

    private FakeSysfs fake;

    @BeforeEach
    void make() {
        fake = new FakeSysfs(root);
    }

    @Test
    void aHidNodeBelongsToTheUsbDeviceAboveIt() throws IOException {
        fake.usb("1-2.4", "27b8", "01ed", "blink(1) mk3", "3A001234").hidraw("hidraw3", "1-2.4", 1, "27B8 01ED");
        assertThat(fake.sysfs().hidraw(id -> true))
                .containsExactly(new UsbNode(
                        fake.node("hidraw3"),
                        new UsbIdentity(new UsbId(0x27b8, 0x01ed), "Maker", "blink(1) mk3", "3A001234", 0x0101),
                        "1-2.4",
                        1));
    }

    @Test
    void aHidNodeWithoutUsbSpeaksForItself() throws IOException {
        fake.bareHidraw("hidraw0", "04D8 F372", "AB");
        assertThat(fake.sysfs().hidraw(id -> true)).singleElement().satisfies(node -> {
            assertThat(node.identity().id()).isEqualTo(new UsbId(0x04d8, 0xf372));
            assertThat(node.identity().serial()).isEqualTo("AB");
            assertThat(node.socket()).isEmpty();
        });
    }

    @Test
    void onlyTheIdsAskedForAreRead() throws IOException {
        fake.usb("1-1", "046d", "c31c", "Keyboard", "").hidraw("hidraw0", "1-1", 0, "046D C31C");
        assertThat(fake.sysfs().hidraw(new UsbId(0x27b8, 0x01ed)::equals)).isEmpty();
    }

    @Test
    void serialPortsAreThoseWithHardware() throws IOException {
        fake.usb("1-1", "2341", "0043", "Arduino Uno", "8573531").tty("ttyACM0", "1-1");
        fake.boardPort("ttyS0", 4).boardPort("ttyS1", 0);
        assertThat(fake.sysfs().tty()).extracting(UsbNode::node).containsExactly(fake.node("ttyACM0"));
        assertThat(fake.sysfs().otherPorts()).containsExactly(fake.node("ttyS0"));
    }

    @Test
    void boardsWithoutAPortAreTheOnesThatNobodyMadeOneFor() throws IOException {
        fake.usb("1-1", "0403", "6001", "FT232R", "A1").listed("1-1").tty("ttyUSB0", "1-1");
        fake.usb("1-2", "1a86", "7523", "USB Serial", "").listed("1-2");
        fake.usb("1-3", "27b8", "01ed", "blink(1)", "3A00").listed("1-3");
        assertThat(fake.sysfs().withoutPort(id -> id.vendor() != 0x27b8))
                .extracting(it -> it.id().toString())
                .containsExactly("1a86:7523");
    }

    @Test
    void withoutSuchDevicesThereIsNothing() {
        assertThat(fake.sysfs().hidraw(id -> true)).isEmpty();
        assertThat(fake.sysfs().tty()).isEmpty();
    }
}
