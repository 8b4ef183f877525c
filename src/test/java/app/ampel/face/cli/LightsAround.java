package app.ampel.face.cli;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus;
import java.util.Optional;

/** Lights as a bus finds them. */
final class LightsAround {

    private LightsAround() {}

    static LightBus.Found luxafor(String socket) {
        return new LightBus.Found(
                "luxafor:usb-" + socket,
                "luxafor",
                model("luxafor"),
                "Luxafor Flag",
                socket,
                Condition.OK,
                Optional.empty());
    }

    static LightBus.Found blink1(String serial) {
        String id = "blink1:" + serial;
        return new LightBus.Found(id, id, model("blink1"), "blink(1) mk3", "1-1", Condition.OK, Optional.empty());
    }

    private static LightModel model(String key) {
        return new Catalogue().find(key).orElseThrow();
    }
}
