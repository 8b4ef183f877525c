package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Wanted;
import java.time.Duration;

/**
 * The port to all attached lights. None of its methods blocks on a device, whatever a device does, but
 * {@link #close}.
 */
public interface Lights extends LightStates {

    /** What lights are to show from now on, those attached later as well. Idempotent. */
    void show(Wanted wanted);

    /** The same on every light. */
    default void show(LightCommand command) {
        show(Wanted.of(command));
    }

    /** Lets go of every light, dark, so that another program may have it; or takes them all back. Idempotent. */
    void pause(boolean paused);

    /** Switches every light off, waits for them no longer than {@code atMost}, and lets them go. Once; then it does nothing. */
    void close(Duration atMost);
}
