package app.ampel.adapter.light.serial;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import java.util.Optional;

/**
 * A serial port of this computer.
 *
 * @param node its path or name at the moment
 * @param manufacturer the product's maker, or empty
 * @param description the product's name, or empty
 * @param usb empty for a port without USB
 * @param serial the board's serial number, or empty
 * @param socket the USB port by its path, or empty
 */
record PortInfo(
        String node, String manufacturer, String description, Optional<UsbId> usb, String serial, String socket) {

    /** What the board says about itself; empty for a port without USB. */
    Optional<UsbIdentity> identity() {
        return usb.map(id -> new UsbIdentity(id, manufacturer, description, serial, 0));
    }

    /** The same port under another name. */
    PortInfo at(String name) {
        return new PortInfo(name, manufacturer, description, usb, serial, socket);
    }

    /** What is kept of its board when it is added; empty for a port without USB. */
    Optional<AddedLight.Board> board() {
        return usb.map(id -> new AddedLight.Board(serial, socket));
    }
}
