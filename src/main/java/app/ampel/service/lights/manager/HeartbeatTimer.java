package app.ampel.service.lights.manager;

import app.ampel.domain.light.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a light's next heartbeat is due. On the manager's thread. */
final class HeartbeatTimer {

    private static final Runnable NOTHING = () -> {};

    private final Scheduler scheduler;
    private final Runnable due;
    private final Runnable slept;

    private boolean running;
    private boolean isDue;
    private Instant last = Instant.EPOCH;
    private Runnable cancel = NOTHING;

    /**
     * @param due a heartbeat has become due
     * @param slept it has become due much later than planned: the computer has slept, and the light may have forgotten
     */
    HeartbeatTimer(Scheduler scheduler, Runnable due, Runnable slept) {
        this.scheduler = scheduler;
        this.due = due;
        this.slept = slept;
    }

    boolean isDue() {
        return isDue;
    }

    /** Runs while that light needs it: it begins with a heartbeat that is due at once. */
    void keep(Optional<Heartbeat> heartbeat, boolean lit) {
        if (heartbeat.filter(it -> it.whileDark() || lit).isEmpty()) {
            stop();
        } else if (!running) {
            running = true;
            isDue = true;
            last = scheduler.now();
        }
    }

    void stop() {
        running = false;
        isDue = false;
        cancel.run();
    }

    /** The light has taken a heartbeat; the next one is due after {@code period}. */
    void sent(Duration period) {
        isDue = false;
        last = scheduler.now();
        if (running) {
            cancel.run();
            cancel = scheduler.after(period, () -> becomeDue(period));
        }
    }

    private void becomeDue(Duration period) {
        isDue = true;
        boolean late = Duration.between(last, scheduler.now()).compareTo(period.multipliedBy(3)) > 0;
        (late ? slept : due).run();
    }
}
