package app.ampel.side.light;

import app.ampel.adapter.light.serial.SerialAddress;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.os.HangUp;
import app.ampel.adapter.os.files.Folders;
import app.ampel.face.cli.Port;
import app.ampel.face.cli.Ports;
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
