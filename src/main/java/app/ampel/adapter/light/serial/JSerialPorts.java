package app.ampel.adapter.light.serial;

import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** jSerialComm's list of ports. */
final class JSerialPorts {

    private JSerialPorts() {}

    static List<app.ampel.domain.light.SerialPort> list(SerialLibrary library) {
        library.prepare();
        return Arrays.stream(SerialPort.getCommPorts()).map(JSerialPorts::info).toList();
    }

    static app.ampel.domain.light.SerialPort info(SerialPort port) {
        String product = product(port);
        return app.ampel.domain.light.SerialPort.listed(
                port.getSystemPortPath(), product, usb(port, product), known(port.getPortLocation()));
    }

    private static Optional<UsbIdentity> usb(SerialPort port, String product) {
        return Optional.of(port)
                .filter(it -> it.getVendorID() >= 0)
                .map(it -> new UsbIdentity(
                        new UsbId(it.getVendorID(), it.getProductID()),
                        known(it.getManufacturer()),
                        product,
                        known(it.getSerialNumber()),
                        0));
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
