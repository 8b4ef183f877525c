package app.ampel.domain.light;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One interface of a USB device.
 *
 * @param number 0 where that is not told
 * @param outputLength bytes of its longest HID output report, without the report's id; empty where that is not known
 */
public record UsbInterface(UsbIdentity device, int number, OptionalInt outputLength) {
    public UsbInterface {
        Objects.requireNonNull(device);
        Objects.requireNonNull(outputLength);
    }
}
