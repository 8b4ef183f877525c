package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightModel;
import java.util.Optional;

/** Other programs that set the colour of lights, most likely their makers'. */
@FunctionalInterface
public interface ConflictingPrograms {

    /** The key of the hint that names one. */
    String HINT = "light.hint.rival";

    /**
     * The name of a running program that sets lights of that model, for people. May take some milliseconds; any thread.
     */
    Optional<String> of(LightModel model);
}
