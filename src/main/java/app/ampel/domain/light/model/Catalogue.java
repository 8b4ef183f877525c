package app.ampel.domain.light.model;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.UsbInterface;
import app.ampel.domain.light.model.embrava.BlyncUsb10;
import app.ampel.domain.light.model.embrava.BlyncUsb20;
import app.ampel.domain.light.model.embrava.Blynclight;
import app.ampel.domain.light.model.kuando.KuandoBusylight;
import app.ampel.domain.light.model.kuando.KuandoLync;
import app.ampel.domain.light.model.kuando.KuandoLync64;
import app.ampel.domain.light.model.thingm.Blink1;
import app.ampel.domain.light.model.thingm.Blink1Mk1;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every light that Ampel knows. The udev rules and the lists of lights are made from this one table. */
public final class Catalogue {

    private final UnknownLight unknown = new UnknownLight();
    private final List<LightModel> models = Stream.of(
                    List.of(new Luxafor(), new Blink1(), new Blink1Mk1()),
                    List.of(new KuandoBusylight(), new KuandoLync(), new KuandoLync64()),
                    Blynclight.all(),
                    List.of(new BlyncUsb10(), new BlyncUsb20(), new MuteMe(), new MuteSync()),
                    BlinkStick.all(),
                    List.of(new Epos(), new FitStatUsb(), new BusyTag(), new Delcom()),
                    List.of(new Riso(), new DreamCheeky(), new Slicky()),
                    Cleware.all(),
                    List.of(new AmpelSerial(), new Wled()))
            .<LightModel>flatMap(List::stream)
            .toList();

    public List<LightModel> models() {
        return models;
    }

    /** The model of a USB device; empty for what is not a light, boot loaders and the Kuando Box included. */
    public Optional<LightModel> find(UsbIdentity device) {
        return models.stream().filter(model -> model.matches(device)).findFirst();
    }

    /**
     * The model of which that interface is the lamp. {@link UnknownLight}: it belongs to a light, but not to one that
     * Ampel knows. Empty: it is of no concern.
     */
    public Optional<LightModel> find(UsbInterface part) {
        Optional<LightModel> known = models.stream()
                .filter(model -> model.matches(part.device()) && model.isLamp(part))
                .findFirst();
        boolean stranger = UnknownLight.isOne(part.device().id())
                && models.stream()
                        .noneMatch(model -> model.ids().contains(part.device().id()));
        return known.isEmpty() && stranger ? Optional.of(unknown) : known;
    }

    /**
     * The model that a device may be one of, for all that its ids say: others have them too, and its names do not tell.
     * Empty where its names do, or where its ids are no light's.
     */
    public Optional<LightModel> possible(UsbInterface part) {
        return find(part).isPresent()
                ? Optional.empty()
                : models.stream()
                        .filter(model -> model.ids().contains(part.device().id()))
                        .filter(model -> !model.wordsFor(part.device().id()).isEmpty() && model.isLamp(part))
                        .findFirst();
    }

    /** Whether a device with these ids may be a light: cheaper to ask than {@link #find}. */
    public boolean knows(UsbId id) {
        return UnknownLight.isOne(id)
                || models.stream().anyMatch(model -> model.ids().contains(id));
    }

    /**
     * The model with that key, name, or USB id such as {@code 27b8:01ed}, in either case. Where several have that id, the
     * one that a device without any name would be taken for.
     */
    public Optional<LightModel> find(String keyNameOrId) {
        String wanted = keyNameOrId.strip().toLowerCase(Locale.ROOT);
        Optional<UsbId> id = UsbId.parse(wanted);
        if (id.isPresent()) {
            return find(new UsbIdentity(id.get(), "", "", "", 0))
                    .or(() -> models.stream()
                            .filter(model -> model.ids().contains(id.get()))
                            .findFirst());
        }
        return models.stream()
                .filter(model -> model.key().equals(wanted)
                        || model.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** All USB ids, each once, in ascending order. */
    public List<UsbId> ids() {
        TreeSet<UsbId> all = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        models.forEach(model -> all.addAll(model.ids()));
        return List.copyOf(all);
    }
}
