package app.ampel.face.cli;

import java.util.List;
import java.util.Optional;

/** The serial ports of this computer. Looks at them, opens none. Any thread. */
public interface Ports {

    List<Port> list();

    /** The lasting id of what the user names: a port, a link to one, or another path. Empty when there is none. */
    Optional<String> idOf(String name);
}
