package app.ampel.side.light;

import app.ampel.cli.Port;
import app.ampel.cli.Ports;
import app.ampel.light.serial.SerialAddress;
import app.ampel.light.serial.SerialPorts;
import java.util.List;
import java.util.Optional;

/** The serial ports as the command line shows them. */
public record SystemPorts(SerialPorts ports) implements Ports {

    @Override
    public List<Port> list() {
        return ports.list().stream()
                .map(port -> new Port(
                        port.node(),
                        port.description(),
                        port.usb(),
                        port.serial(),
                        Optional.of(port.id()).filter(id -> !id.isEmpty()),
                        port.board(),
                        port.hint()))
                .toList();
    }

    @Override
    public Optional<String> idOf(String name) {
        return ports.addressOf(name).map(SerialAddress::id);
    }
}
