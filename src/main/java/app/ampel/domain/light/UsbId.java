package app.ampel.domain.light;

import java.util.Locale;
import java.util.Optional;

/** A USB vendor and product id. */
public record UsbId(int vendor, int product) {

    public UsbId {
        if ((vendor & ~0xffff) != 0 || (product & ~0xffff) != 0) {
            throw new IllegalArgumentException("ids have 16 bits: " + vendor + ", " + product);
        }
    }

    /** Reads {@code 27b8:01ed}, in either case. */
    public static Optional<UsbId> parse(String text) {
        if (!text.matches("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}")) {
            return Optional.empty();
        }
        return Optional.of(
                new UsbId(Integer.parseInt(text.substring(0, 4), 16), Integer.parseInt(text.substring(5), 16)));
    }

    /** Four lower-case hexadecimal digits, as udev wants them. */
    public String vendorHex() {
        return String.format(Locale.ROOT, "%04x", vendor);
    }

    /** Four lower-case hexadecimal digits, as udev wants them. */
    public String productHex() {
        return String.format(Locale.ROOT, "%04x", product);
    }

    /** {@code 27b8:01ed}. */
    @Override
    public String toString() {
        return vendorHex() + ":" + productHex();
    }
}
