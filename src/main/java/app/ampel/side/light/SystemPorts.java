package app.ampel.side.light;

import app.ampel.cli.Port;
import app.ampel.cli.Ports;
import app.ampel.desktop.Folders;
import app.ampel.desktop.HangUp;
import app.ampel.light.serial.SerialAddress;
import app.ampel.light.serial.SerialLibrary;
import app.ampel.light.serial.SerialPorts;
import java.util.List;
import java.util.Optional;

/** The serial ports as the command line shows them. */
public record SystemPorts(SerialPorts ports) implements Ports {

    /** The library for serial ports; a terminal that is closed ends the program as before. */
    public static SerialLibrary library(Folders folders) {
        return new SerialLibrary(folders.nativeLibraries(), () -> HangUp.asItIs()::putBack);
    }

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
