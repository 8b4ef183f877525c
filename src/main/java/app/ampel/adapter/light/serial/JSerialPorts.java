package app.ampel.adapter.light.serial;

import app.ampel.domain.light.UsbId;
import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** jSerialComm's list of ports. */
final class JSerialPorts {

    private JSerialPorts() {}

    static List<PortInfo> list(SerialLibrary library) {
        library.prepare();
        return Arrays.stream(SerialPort.getCommPorts()).map(JSerialPorts::info).toList();
    }

    static PortInfo info(SerialPort port) {
        return new PortInfo(
                port.getSystemPortPath(),
                known(port.getManufacturer()),
                product(port),
                port.getVendorID() < 0
                        ? Optional.empty()
                        : Optional.of(new UsbId(port.getVendorID(), port.getProductID())),
                known(port.getSerialNumber()),
                known(port.getPortLocation()));
    }

    /**
     * What the board calls itself. On Windows the descriptive name is the driver's for all its boards, with the port's number
     * behind it, and the board's own stands in the description; elsewhere that is the name of an interface.
     */
    private static String product(SerialPort port) {
        String description = known(port.getPortDescription());
        boolean windows = PortNames.isCom(PortNames.usual(port.getSystemPortPath()));
        return windows && !description.isEmpty() ? description : known(port.getDescriptivePortName());
    }

    /** The library's words for what it does not know. */
    private static String known(String text) {
        String said = Objects.requireNonNullElse(text, "").strip();
        return said.equals("Unknown") || said.equals("0-0") ? "" : said;
    }
}
