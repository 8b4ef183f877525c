package app.ampel.light.serial;

import app.ampel.light.UsbId;
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
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new PortInfo(
                        port.getSystemPortPath(),
                        Objects.requireNonNullElse(port.getManufacturer(), ""),
                        port.getDescriptivePortName(),
                        port.getVendorID() < 0
                                ? Optional.empty()
                                : Optional.of(new UsbId(port.getVendorID(), port.getProductID())),
                        "Unknown".equals(port.getSerialNumber()) ? "" : port.getSerialNumber(),
                        port.getPortLocation()))
                .toList();
    }
}
