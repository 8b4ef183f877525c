package app.ampel.light.model;

import app.ampel.light.UsbId;
import java.util.stream.Collectors;

/**
 * The udev rules that let the user at the seat use the lights of the catalogue. Ids are in lower case, as udev compares
 * them, and the file's number is below 73, or {@code uaccess} would come too late.
 */
public final class UdevRules {

    /** Where the rules are installed by hand. */
    public static final String FILE = "/etc/udev/rules.d/60-ampel.rules";

    private final Catalogue catalogue;

    public UdevRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The rule for one device. */
    public static String line(UsbId id) {
        return String.format(
                "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", ATTRS{idVendor}==\"%s\", ATTRS{idProduct}==\"%s\", TAG+=\"uaccess\"",
                id.vendorHex(), id.productHex());
    }

    /** The whole file. */
    public String file() {
        return """
                # Lets the user at this computer use the busy lights that Ampel knows.
                # Made from Ampel's catalogue of lights. Has to sort before 73-seat-late.rules.
                # Serial lights are not here, because their USB ids are those of any board: join the group that owns
                # the port (dialout or uucp) to use one.
                """ + catalogue.ids().stream().map(id -> line(id) + "\n").collect(Collectors.joining());
    }
}
