package app.ampel.service.lights;

import app.ampel.domain.light.SerialPort;
import java.util.List;
import java.util.Optional;

/** The serial ports of this computer. Looks at them, which may take a moment, and opens none. Any thread. */
public interface SerialPortFinder {

    List<SerialPort> list();

    /**
     * The lasting id of what the user names: a port as it is listed, a link to one, or another path. Empty when there is
     * none, or when nothing would tell it from another.
     */
    Optional<String> idOf(String name);
}
