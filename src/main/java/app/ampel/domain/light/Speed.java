package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;
import java.time.Duration;

/** How long an effect takes for a turn. */
public enum Speed implements WireName {
    /** Twice as long as usual. */
    SLOW(2, 1),
    USUAL(1, 1),
    /** Half as long as usual: two flashes a second at most, which is what is safe for everybody's eyes. */
    FAST(1, 2);

    private final int times;
    private final int divided;

    Speed(int times, int divided) {
        this.times = times;
        this.divided = divided;
    }

    /** A time that is {@code usual} at usual speed. */
    public Duration of(Duration usual) {
        return usual.multipliedBy(times).dividedBy(divided);
    }
}
