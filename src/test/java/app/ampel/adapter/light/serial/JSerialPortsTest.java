package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.model.Catalogue;
import com.fazecast.jSerialComm.SerialPort;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's own object for a port, with what it says on other systems: names and texts as it gives them there. */
class JSerialPortsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void load() {
        new SerialLibrary(folder.resolve("native")).prepare();
    }

    private static app.ampel.domain.light.SerialPort info(String path, String name, String description, String maker)
            throws Exception {
        Constructor<SerialPort> constructor = SerialPort.class.getDeclaredConstructor(
                String.class,
                String.class,
                String.class,
                String.class,
                String.class,
                String.class,
                int.class,
                int.class);
        constructor.setAccessible(true);
        return JSerialPorts.info(
                constructor.newInstance(path, name, description, "1-4", "S7GWBRO3JUH8AF", maker, 0x10c4, 0xea60));
    }

    private static boolean isMuteSync(app.ampel.domain.light.SerialPort info) {
        return new Catalogue()
                .find(info.usb().orElseThrow())
                .filter(model -> model.key().equals("mutesync"))
                .isPresent();
    }

    @Test
    void onWindowsABoardIsCalledWhatItCallsItselfAndNotWhatItsDriverDoes() throws Exception {
        app.ampel.domain.light.SerialPort info = info(
                "\\\\.\\COM5",
                "Silicon Labs CP210x USB to UART Bridge (COM5)",
                "MuteSync Button",
                "Silicon Laboratories Inc.");
        assertThat(info.description()).isEqualTo("MuteSync Button");
        assertThat(isMuteSync(info)).isTrue();
        app.ampel.domain.light.SerialPort other = info(
                "\\\\.\\COM6",
                "Silicon Labs CP210x USB to UART Bridge (COM6)",
                "CP2102 USB to UART Bridge Controller",
                "Silicon Laboratories Inc.");
        assertThat(isMuteSync(other)).isFalse();
    }

    @Test
    void whereWindowsDoesNotSayItTheDriversNameHasToDo() throws Exception {
        app.ampel.domain.light.SerialPort info =
                info("\\\\.\\COM5", "Silicon Labs CP210x USB to UART Bridge (COM5)", "", "Silicon Laboratories Inc.");
        assertThat(info.description()).isEqualTo("Silicon Labs CP210x USB to UART Bridge (COM5)");
    }

    @Test
    void elsewhereTheDescriptionIsThatOfAnInterface() throws Exception {
        app.ampel.domain.light.SerialPort info =
                info("/dev/cu.usbserial-5", "MuteSync Button", "Enhanced Com Port", "commutesync");
        assertThat(info.description()).isEqualTo("MuteSync Button");
        assertThat(isMuteSync(info)).isTrue();
    }
}
