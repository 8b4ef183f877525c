package app.ampel.domain.light.model;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.Optional;

/**
 * MuteSync button: five LEDs behind a CP2102 with the id of every other CP2102, so it is known by its name. See
 * mutesync.md.
 */
final class MuteSync extends Family {

    private static final int LEDS = 5;
    private static final int COLOURS = 0x41;
    private static final byte DOWN = 0x33;

    MuteSync() {
        super("mutesync", "MuteSync", Transport.SERIAL, Confidence.DISPUTED, new UsbId(0x10c4, 0xea60));
    }

    @Override
    public List<String> wordsFor(UsbId id) {
        return List.of("mutesync");
    }

    @Override
    public Optional<SerialProfile> serialProfile() {
        return Optional.of(SerialProfile.silent(9600));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, MuteSync::solid);
    }

    private static List<Report> solid(Colour colour) {
        int[] bytes = new int[1 + 3 * LEDS];
        bytes[0] = COLOURS;
        for (int led = 0; led < LEDS; led++) {
            bytes[1 + 3 * led] = colour.red();
            bytes[2 + 3 * led] = colour.green();
            bytes[3 + 3 * led] = colour.blue();
        }
        return List.of(Report.serial(bytes));
    }

    /** Its bytes come singly or several at once. */
    @Override
    public Optional<Button> button() {
        return Optional.of(bytes -> {
            for (byte one : bytes) {
                if (one == DOWN) {
                    return true;
                }
            }
            return false;
        });
    }
}
