package app.ampel.domain.light.model;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something by a maker who makes nothing but such lights, and that the catalogue does not have. It is named, so that its
 * owner learns why it stays dark, and is sent nothing.
 */
public final class UnknownLight extends Family {

    /** Vendors who share their number with nobody. Chip makers lend theirs to everybody, and others make printers. */
    private static final Map<Integer, String> MAKERS =
            Map.of(0x27b8, "ThingM", 0x27bb, "Kuando", 0x2c0d, "Embrava", 0x3603, "MuteMe");

    /** The Kuando Box and the boot loader of Kuando's lights. */
    private static final Set<UsbId> NO_LIGHTS = Set.of(new UsbId(0x27bb, 0x3bcc), new UsbId(0x27bb, 0x3bc0));

    UnknownLight() {
        super("unknown", "Unknown light", Transport.HID_OUTPUT, Confidence.SINGLE_SOURCE);
    }

    static boolean isOne(UsbId id) {
        return MAKERS.containsKey(id.vendor()) && !NO_LIGHTS.contains(id);
    }

    @Override
    public boolean matches(UsbIdentity device) {
        return isOne(device.id());
    }

    @Override
    public String nameOf(UsbIdentity device) {
        return Optional.ofNullable(MAKERS.get(device.id().vendor())).orElse(name()) + " " + device.id();
    }

    @Override
    public Program encode(LightCommand command) {
        return Program.once(List.of());
    }
}
