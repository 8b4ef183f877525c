package app.ampel;

import app.ampel.cli.Port;
import app.ampel.light.serial.SerialPorts;
import java.util.List;
import java.util.Optional;

/** The serial ports as the command line shows them. */
final class Ports {

    private Ports() {}

    static List<Port> of(SerialPorts ports) {
        return ports.list().stream()
                .map(port -> new Port(port.node(), port.description(), Optional.of(port.id())))
                .toList();
    }
}
