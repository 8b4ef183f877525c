package app.ampel.cli;

import app.ampel.light.LightBus;
import app.ampel.light.LightState.Condition;
import app.ampel.light.model.Blink1;
import app.ampel.light.model.Luxafor;
import java.util.Optional;

/** Lights as a bus finds them. */
final class LightsAround {

    private LightsAround() {}

    static LightBus.Found luxafor(String socket) {
        return new LightBus.Found(
                "luxafor:usb-" + socket,
                "luxafor",
                new Luxafor(),
                "Luxafor Flag",
                socket,
                Condition.OK,
                Optional.empty());
    }

    static LightBus.Found blink1(String serial) {
        String id = "blink1:" + serial;
        return new LightBus.Found(id, id, new Blink1(), "blink(1) mk3", "1-1", Condition.OK, Optional.empty());
    }
}
