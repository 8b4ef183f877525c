package app.ampel.service.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.service.lights.manager.Lights;

/** Makes lights to be tried. Any thread. */
@FunctionalInterface
public interface LightTrials {

    /**
     * That serial light alone, plugged in or not, as it will be driven when it has been added; no other is touched. Whoever
     * gets it closes it.
     */
    Lights begin(AddedLight light);
}
