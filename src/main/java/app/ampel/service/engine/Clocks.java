package app.ampel.service.engine;

import java.time.Duration;
import java.time.Instant;

/** What has happened to the clocks since the last event: it comes before the next one. Belongs to the owner's thread. */
final class Clocks {

    private Moment last;
    private Moment lastCorrection;

    Clocks(Moment now) {
        last = now;
        lastCorrection = now;
    }

    /** The situation after a correction of the clock and a sleep of the computer, where there was any. */
    Situation bringUpToDate(Situation situation, Moment now) {
        Duration correction = now.correctedSince(lastCorrection);
        Situation after = situation.after(correction, now.sleptSince(last));
        lastCorrection = correction.isZero() ? lastCorrection : now;
        last = now;
        return after;
    }

    /** What the wall's clock said at the last event. */
    Instant wall() {
        return last.wall();
    }
}
