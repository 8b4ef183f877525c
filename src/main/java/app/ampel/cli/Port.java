package app.ampel.cli;

import app.ampel.light.LightState;
import java.util.Objects;
import java.util.Optional;

/**
 * A serial port that is plugged in.
 *
 * @param name as the operating system calls it now, such as {@code /dev/ttyUSB0} or {@code COM3}
 * @param description what it says about itself; may be empty
 * @param usb {@code vid:pid}; empty for a port that is not on USB
 * @param serial the board's serial number; may be empty
 * @param id what stays the same over replugging, made of VID:PID:serial number or of the USB path; empty when it has
 *     neither, and so cannot be added
 * @param hint what keeps the user from using it
 */
public record Port(
        String name,
        String description,
        String usb,
        String serial,
        Optional<String> id,
        Optional<LightState.Hint> hint) {

    public Port {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(usb);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(id);
        Objects.requireNonNull(hint);
    }
}
