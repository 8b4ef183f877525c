package app.ampel.light.usb;

import app.ampel.light.UsbIdentity;
import java.nio.file.Path;

/**
 * A device node and what is behind it.
 *
 * @param node such as {@code /dev/hidraw3}; another one after every replug
 * @param socket the USB port by its path, such as {@code 1-2.4}; empty for a device without one
 * @param interfaceNumber of the USB device; 0 where that is not told
 */
public record UsbNode(Path node, UsbIdentity identity, String socket, int interfaceNumber) {}
