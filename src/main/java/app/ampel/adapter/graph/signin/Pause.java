package app.ampel.adapter.graph.signin;

import java.time.Duration;

/** Waits on the calling thread; tests do not. */
@FunctionalInterface
interface Pause {

    void of(Duration duration) throws InterruptedException;

    Pause REAL = duration -> Thread.sleep(duration.toMillis());
}
