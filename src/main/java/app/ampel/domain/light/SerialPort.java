package app.ampel.domain.light;

import java.util.Objects;
import java.util.Optional;

/**
 * A serial port of this computer, as far as it can be known without opening it.
 *
 * @param name its path or name at the moment, such as {@code /dev/ttyUSB0} or {@code COM3}
 * @param description what it, or the board at it, calls itself; may be empty
 * @param usb what the board says about itself; empty for a port that is not on USB
 * @param socket the USB port that the board is plugged into, by its path; empty when that is not known
 * @param id what a light at this port would be called, the same after every replug; empty when nothing would tell it from
 *     another, and so none can be added
 * @param hint what keeps the user from using it
 */
public record SerialPort(
        String name,
        String description,
        Optional<UsbIdentity> usb,
        String socket,
        Optional<String> id,
        Optional<LightState.Hint> hint) {

    public SerialPort {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(usb);
        Objects.requireNonNull(socket);
        Objects.requireNonNull(id);
        Objects.requireNonNull(hint);
    }

    /** As a system lists it: what it would be called, and whether it can be used, has not been looked at yet. */
    public static SerialPort listed(String name, String description, Optional<UsbIdentity> usb, String socket) {
        return new SerialPort(name, description, usb, socket, Optional.empty(), Optional.empty());
    }

    /** The same port under another name. */
    public SerialPort named(String other) {
        return new SerialPort(other, description, usb, socket, id, hint);
    }

    /** The same port, looked at. */
    public SerialPort with(Optional<String> lastingId, Optional<LightState.Hint> obstacle) {
        return new SerialPort(name, description, usb, socket, lastingId, obstacle);
    }

    /** The ids of the board; empty for a port that is not on USB. */
    public Optional<UsbId> board() {
        return usb.map(UsbIdentity::id);
    }

    /** The board's serial number; empty when it says none. */
    public String serial() {
        return usb.map(UsbIdentity::serial).orElse("");
    }

    /** What is kept of the board when a light is added here; empty for a port that is not on USB. */
    public Optional<AddedLight.Board> kept() {
        return usb.map(it -> new AddedLight.Board(it.serial(), socket));
    }
}
