package app.ampel.domain.light;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a USB device says about itself. A string that it does not have, or that may not be read, is empty.
 *
 * @param release bcdDevice, as in 0x0200
 */
public record UsbIdentity(UsbId id, String manufacturer, String product, String serial, int release) {
    public UsbIdentity {
        Objects.requireNonNull(id);
        Objects.requireNonNull(manufacturer);
        Objects.requireNonNull(product);
        Objects.requireNonNull(serial);
    }

    /** Whether its name, or its maker's, has one of these words in it; always, where there are none. */
    public boolean names(List<String> words) {
        String all = (manufacturer + "\n" + product).toLowerCase(Locale.ROOT);
        return words.isEmpty() || words.stream().anyMatch(all::contains);
    }
}
