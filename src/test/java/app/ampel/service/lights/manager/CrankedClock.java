package app.ampel.service.lights.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A scheduler cranked by hand: tasks run in the order of their times, on the thread that cranks. */
final class CrankedClock implements Scheduler {

    private static final class Planned {
        final Instant when;
        final long number;
        final Runnable task;
        boolean cancelled;

        Planned(Instant when, long number, Runnable task) {
            this.when = when;
            this.number = number;
            this.task = task;
        }
    }

    private final PriorityQueue<Planned> tasks = new PriorityQueue<>(
            Comparator.<Planned, Instant>comparing(it -> it.when).thenComparing(it -> it.number));
    private Instant due = Instant.parse("2026-11-20T09:00:00Z");
    private Duration slept = Duration.ZERO;
    private long number;
    private boolean closed;

    @Override
    public Instant now() {
        return due.plus(slept);
    }

    @Override
    public void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Planned planned = new Planned(due.plus(delay), number++, task);
        if (!closed) {
            tasks.add(planned);
        }
        return () -> planned.cancelled = true;
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
    }

    /** Runs what is due now. */
    void settle() {
        advance(Duration.ZERO);
    }

    void advance(Duration time) {
        Instant until = due.plus(time);
        int guard = 0;
        while (!tasks.isEmpty() && !tasks.peek().when.isAfter(until)) {
            if (guard++ > 100_000) {
                throw new AssertionError("the manager never comes to rest");
            }
            Planned next = tasks.poll();
            due = next.when.isAfter(due) ? next.when : due;
            if (!next.cancelled) {
                next.task.run();
            }
        }
        due = until;
    }

    /** The computer sleeps: the wall clock goes on, delays do not. */
    void sleep(Duration time) {
        slept = slept.plus(time);
    }

    /** How many tasks still wait for their time. */
    long waiting() {
        return tasks.stream().filter(it -> !it.cancelled).count();
    }
}
