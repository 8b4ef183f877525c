package app.ampel.domain.light.model;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The udev rules that let the user at the seat use the lights of the catalogue, and nothing else. Ids are in lower case,
 * as udev compares them, and the file's number is below 73, or {@code uaccess} would come too late.
 */
public final class UdevRules {

    /** Where the rules are installed. */
    public static final String FILE = "/etc/udev/rules.d/60-ampel.rules";

    /** What to type where nobody can be asked for the administrator's password. */
    public static final String BY_HAND =
            "ampel lights udev | sudo tee " + FILE + " && sudo udevadm control --reload && sudo udevadm trigger";

    private static final String HEAD = """
            # Lets the user at this computer use the busy lights that Ampel knows.
            # Made from Ampel's catalogue of lights. Has to sort before 73-seat-late.rules.
            # A serial light of your own is not here, because its USB ids are those of any board: join the group that owns
            # the port (dialout or uucp) to use it.
            """;

    private static final String HIDRAW = "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\"";
    private static final String TTY = "KERNEL==\"tty*\", SUBSYSTEM==\"tty\"";
    private static final String LEARN_INTERFACE = ", IMPORT{builtin}=\"usb_id\"";
    private static final String NO_MODEM = ", ENV{ID_MM_DEVICE_IGNORE}=\"1\"";
    private static final String UACCESS = ", TAG+=\"uaccess\"";

    /** A light's id: its model, and the socket that it is in or its serial number. Nothing else may get into a rule. */
    private static final Pattern ID =
            Pattern.compile("([a-z0-9-]+):(?:usb-(\\d+-\\d+(?:\\.\\d+)*)|(?!usb(?:-|$))([A-Za-z0-9._-]{1,64}))");

    private final Catalogue catalogue;

    public UdevRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole file, as it is the same for everybody. */
    public String file() {
        return file(Set.of());
    }

    /** @param confirmed ids of what is a light because this user says so: let at, too, and nothing else like it */
    public String file(Set<String> confirmed) {
        Set<String> rules = new LinkedHashSet<>();
        for (UsbId id : catalogue.ids()) {
            catalogue.models().stream()
                    .filter(model -> model.ids().contains(id))
                    .forEach(model -> rules.addAll(rules(model, id)));
        }
        new TreeSet<>(confirmed).forEach(id -> rules.addAll(ofConfirmed(id)));
        return HEAD + String.join("\n", rules) + "\n";
    }

    private List<String> ofConfirmed(String light) {
        Matcher parts = ID.matcher(light);
        if (!parts.matches()) {
            return List.of();
        }
        // What no id has from its serial number may have been anything.
        String which = parts.group(2) != null
                ? ", KERNELS==\"" + parts.group(2) + "\""
                : ", ATTRS{serial}==\"" + parts.group(3).replace('-', '?') + "\"";
        return catalogue.models().stream()
                .filter(model -> model.key().equals(parts.group(1)) && model.transport() != Transport.SERIAL)
                .flatMap(model -> model.ids().stream()
                        .filter(id -> !model.wordsFor(id).isEmpty())
                        .map(id -> match(model, id) + which + UACCESS))
                .toList();
    }

    private static String match(LightModel model, UsbId id) {
        return (model.transport() == Transport.SERIAL ? TTY : HIDRAW)
                + String.format(", ATTRS{idVendor}==\"%s\", ATTRS{idProduct}==\"%s\"", id.vendorHex(), id.productHex());
    }

    private static List<String> rules(LightModel model, UsbId id) {
        boolean serial = model.transport() == Transport.SERIAL;
        String match = match(model, id);
        String grant = serial ? NO_MODEM + UACCESS : UACCESS;
        if (model.lampInterface().isPresent()) {
            String number = String.format("%02x", model.lampInterface().getAsInt());
            return List.of(match + LEARN_INTERFACE, match + ", ENV{ID_USB_INTERFACE_NUM}==\"" + number + "\"" + grant);
        }
        return model.wordsFor(id).isEmpty()
                ? List.of(match + grant)
                : model.wordsFor(id).stream()
                        .flatMap(word -> Stream.of("manufacturer", "product")
                                .map(where ->
                                        match + ", ATTRS{" + where + "}==\"*" + inEitherCase(word) + "*\"" + grant))
                        .toList();
    }

    private static String inEitherCase(String word) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : word.toCharArray()) {
            pattern.append('[')
                    .append(Character.toUpperCase(letter))
                    .append(letter)
                    .append(']');
        }
        return pattern.toString();
    }
}
