package app.ampel.service.lights;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a light's next heartbeat is due. On the desk's thread. */
final class Heart {

    private static final Runnable NOTHING = () -> {};

    private final Clockwork clockwork;
    private final Runnable due;
    private final Runnable slept;

    private boolean beating;
    private boolean isDue;
    private Instant last = Instant.EPOCH;
    private Runnable cancel = NOTHING;

    /**
     * @param due a beat has become due
     * @param slept it has become due much later than planned: the computer has slept, and the light may have forgotten
     */
    Heart(Clockwork clockwork, Runnable due, Runnable slept) {
        this.clockwork = clockwork;
        this.due = due;
        this.slept = slept;
    }

    boolean isDue() {
        return isDue;
    }

    /** Beats while that light needs it: it begins with a beat that is due at once. */
    void keep(Optional<Heartbeat> heartbeat, boolean lit) {
        if (heartbeat.filter(heart -> heart.whileDark() || lit).isEmpty()) {
            stop();
        } else if (!beating) {
            beating = true;
            isDue = true;
            last = clockwork.now();
        }
    }

    void stop() {
        beating = false;
        isDue = false;
        cancel.run();
    }

    /** The light has taken a beat; the next one is due after {@code period}. */
    void beaten(Duration period) {
        isDue = false;
        last = clockwork.now();
        if (beating) {
            cancel.run();
            cancel = clockwork.after(period, () -> becomeDue(period));
        }
    }

    private void becomeDue(Duration period) {
        isDue = true;
        boolean late = Duration.between(last, clockwork.now()).compareTo(period.multipliedBy(3)) > 0;
        (late ? slept : due).run();
    }
}
