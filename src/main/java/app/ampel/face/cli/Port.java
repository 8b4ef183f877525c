package app.ampel.face.cli;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightState;
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
 * @param board what is kept of it when it is added; empty for a port that is not on USB
 * @param hint what keeps the user from using it
 */
public record Port(
        String name,
        String description,
        String usb,
        String serial,
        Optional<String> id,
        Optional<AddedLight.Board> board,
        Optional<LightState.Hint> hint) {

    /** One of whose board nothing is kept. */
    public Port(
            String name,
            String description,
            String usb,
            String serial,
            Optional<String> id,
            Optional<LightState.Hint> hint) {
        this(name, description, usb, serial, id, Optional.empty(), hint);
    }

    public Port {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(usb);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(id);
        Objects.requireNonNull(board);
        Objects.requireNonNull(hint);
    }
}
