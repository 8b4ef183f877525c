package app.ampel.light.serial;

import app.ampel.light.UsbId;
import java.util.Optional;

/**
 * A serial port of this computer.
 *
 * @param node its path or name at the moment
 * @param description the product's name, or empty
 * @param usb empty for a port without USB
 * @param serial the board's serial number, or empty
 * @param socket the USB port by its path, or empty
 */
record PortInfo(String node, String description, Optional<UsbId> usb, String serial, String socket) {}
