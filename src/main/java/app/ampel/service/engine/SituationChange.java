package app.ampel.service.engine;

import java.time.Instant;

/** An event: what the situation becomes through it. Runs on the core's thread. */
@FunctionalInterface
interface SituationChange {
    Situation of(Situation before, Instant now);
}
