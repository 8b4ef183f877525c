package app.ampel.light.model;

import app.ampel.light.LightModel;
import app.ampel.light.UsbId;
import app.ampel.light.UsbIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Every light that Ampel knows. The udev rules and the list of lights are made from this one table. */
public final class Catalogue {

    private final List<LightModel> models = List.of(
            new Luxafor(),
            new Blink1(),
            new Blink1Mk1(),
            new KuandoBusylight(),
            new FitStatUsb(),
            new BusyTag(),
            new MuteSync(),
            new AmpelSerial(),
            new Wled());

    public List<LightModel> models() {
        return models;
    }

    /** The model of a USB device; empty for what is not a light, boot loaders and the Kuando Box included. */
    public Optional<LightModel> find(UsbIdentity device) {
        return models.stream().filter(model -> model.matches(device)).findFirst();
    }

    /** Whether a device with these ids may be a light: cheaper to ask than {@link #find}. */
    public boolean knows(UsbId id) {
        return models.stream().anyMatch(model -> model.ids().contains(id));
    }

    /** The model with that key, name, or USB id such as {@code 27b8:01ed}, in either case. */
    public Optional<LightModel> find(String keyNameOrId) {
        String wanted = keyNameOrId.strip().toLowerCase(Locale.ROOT);
        Optional<UsbId> id = UsbId.parse(wanted);
        return models.stream()
                .filter(model -> model.key().equals(wanted)
                        || model.name().toLowerCase(Locale.ROOT).equals(wanted)
                        || id.filter(model.ids()::contains).isPresent())
                .findFirst();
    }

    /** All USB ids, each once, in ascending order. */
    public List<UsbId> ids() {
        TreeSet<UsbId> all = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        models.forEach(model -> all.addAll(model.ids()));
        return List.copyOf(all);
    }
}
