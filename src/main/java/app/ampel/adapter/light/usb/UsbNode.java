package app.ampel.adapter.light.usb;

import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.UsbInterface;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A device node and what is behind it.
 *
 * @param node such as {@code /dev/hidraw3}; another one after every replug
 * @param socket the USB port by its path, such as {@code 1-2.4}; empty for a device without one
 * @param interfaceNumber of the USB device; 0 where that is not told
 * @param outputLength see {@link UsbInterface}
 */
public record UsbNode(Path node, UsbIdentity identity, String socket, int interfaceNumber, OptionalInt outputLength) {

    /** A node of which the length of its reports is not known, or that has none. */
    public UsbNode(Path node, UsbIdentity identity, String socket, int interfaceNumber) {
        this(node, identity, socket, interfaceNumber, OptionalInt.empty());
    }

    /** What is known about the interface that the node belongs to. */
    public UsbInterface part() {
        return new UsbInterface(identity, interfaceNumber, outputLength);
    }
}
