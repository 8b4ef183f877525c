package app.ampel.cli;

import java.util.Objects;
import java.util.Optional;

/**
 * A serial port that is plugged in.
 *
 * @param name as the operating system calls it now, such as {@code /dev/ttyUSB0} or {@code COM3}
 * @param description what it says about itself
 * @param id what stays the same over replugging, made of VID:PID:serial number or of the USB path; empty when it has
 *     neither, and so cannot be added
 */
public record Port(String name, String description, Optional<String> id) {

    public Port {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(id);
    }
}
