package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightState;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The states of all attached lights, a stream of their own: no presence follows from them. Any thread. */
public interface LightStates {

    /** The lights as they are now, in a stable order. */
    List<LightState> states();

    /**
     * Calls {@code observer} on {@code thread} with the lights as they are now and after changes; of what changed while it
     * was busy it is told the newest. See {@link app.ampel.service.threads.Mailbox}.
     *
     * @return ends the watch; never blocks
     */
    Runnable watch(Consumer<List<LightState>> observer, Executor thread);
}
