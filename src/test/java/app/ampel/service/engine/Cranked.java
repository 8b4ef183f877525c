package app.ampel.service.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Time and threads cranked by hand: nothing happens but by {@link #settle} and {@link #pass}. */
public final class Cranked extends AbstractExecutorService implements Timeline {

    private record Planned(Instant at, Runnable task) {}

    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Planned> planned = new PriorityQueue<>(Comparator.comparing(Planned::at));
    private Instant now;
    private Duration correction = Duration.ZERO;
    private Duration slept = Duration.ZERO;
    private boolean refusing;

    /** Tasks until the plug is pulled; negative: nobody pulls it. */
    private int tasksLeft = -1;

    public Cranked(Instant start) {
        now = start;
    }

    @Override
    public Moment moment() {
        Duration up = Duration.between(Instant.EPOCH, now).minus(correction);
        return new Moment(now, up, up.minus(slept));
    }

    /** Somebody puts the clock right; what was planned comes as soon as it would have. */
    public void correct(Duration by) {
        correction = correction.plus(by);
        now = now.plus(by);
        List<Planned> moved = planned.stream()
                .map(p -> new Planned(p.at().plus(by), p.task()))
                .toList();
        planned.clear();
        planned.addAll(moved);
    }

    /** The computer sleeps: time passes and nothing is run, until it wakes up. */
    public void sleep(Duration duration) {
        settle();
        slept = slept.plus(duration);
        now = now.plus(duration);
    }

    @Override
    public Runnable at(Instant when, Runnable task) {
        Planned entry = new Planned(when, task);
        planned.add(entry);
        return () -> planned.remove(entry);
    }

    @Override
    public void execute(Runnable task) {
        if (refusing) {
            throw new RejectedExecutionException("ended");
        }
        ready.add(task);
    }

    /** Runs all that can run without time passing. */
    public void settle() {
        for (Runnable task = ready.poll(); task != null; task = ready.poll()) {
            run(task);
        }
    }

    /** Lets time pass, running what falls due on the way at its time. */
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        settle();
        while (!planned.isEmpty() && !planned.peek().at().isAfter(end)) {
            Planned next = planned.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            run(next.task());
            settle();
        }
        now = end;
        settle();
    }

    public int plans() {
        return planned.size();
    }

    /** Somebody pulls the plug between the next tasks: nothing that waits then is ever done, and nothing new. */
    public void dieAfter(int tasks) {
        tasksLeft = tasks;
    }

    public boolean isDead() {
        return tasksLeft == 0;
    }

    private void run(Runnable task) {
        if (!isDead()) {
            tasksLeft = Math.max(-1, tasksLeft - 1);
            task.run();
        }
    }

    /** Takes nothing more. */
    public void shutdownRefusing() {
        refusing = true;
    }

    @Override
    public void shutdown() {
        ready.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>(ready);
        ready.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
