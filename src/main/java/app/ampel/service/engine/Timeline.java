package app.ampel.service.engine;

import java.time.Instant;

/**
 * Time as the core sees it: what time it is, and being called at a time. Real, sped up in the demo, cranked by hand in
 * tests.
 */
public interface Timeline {

    Moment moment();

    default Instant now() {
        return moment().wall();
    }

    /**
     * Runs {@code task} on the core's thread at {@code when}, at once if that has passed.
     *
     * @return takes the task back; harmless when it has run
     */
    Runnable at(Instant when, Runnable task);
}
