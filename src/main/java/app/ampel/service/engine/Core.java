package app.ampel.service.engine;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.StatusOverride;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running core: what others may tell the {@link Loop}, and how it ends. */
public final class Core implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Core.class);

    /** What is left of the time at the end to forget the sign-in, should clearing what was set take all the rest. */
    private static final Duration TO_FORGET = Duration.ofMillis(700);

    private final EnginePorts ports;
    private final Loop loop;

    /** @param usualWay how to ask for more to be granted */
    public Core(Timeline timeline, EnginePorts ports, Start start, Supplier<SignInWay> usualWay) {
        this.ports = ports;
        this.loop = new Loop(timeline, ports, start, usualWay);
    }

    /** Shows what is known from the last run, then finds out who is signed in and goes on from there. */
    public void start() {
        loop.run(() -> {
            loop.change((before, now) -> before);
            loop.accounts().lookUp();
        });
    }

    @Override
    public Snapshot snapshot() {
        return loop.snapshot();
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return watch(observer, ports.observers());
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        return loop.watch(observer, thread);
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        IntentWork work = new IntentWork(loop, ports.observers());
        LOG.debug("Wanted: {}", intent.getClass().getSimpleName());
        boolean told = loop.run(() -> {
            try {
                intent.accept(work);
            } catch (Throwable e) {
                work.fail(new ProblemException(Problem.of(Problem.Kind.INTERNAL), e));
                loop.recover(e);
            }
        });
        if (!told) {
            work.answer().completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
        return work.answer();
    }

    /** The settings have changed. Any thread. */
    public void apply(Preferences preferences) {
        loop.post((before, now) -> before.with(preferences, now));
    }

    /** The desktop session was locked or unlocked. Any thread. */
    public void locked(boolean locked) {
        loop.post((before, now) ->
                locked ? before.locked(true, now) : before.locked(false, now).manual(StatusOverride::hurried));
        if (!locked) {
            loop.run(loop::lookUpAgain);
        }
    }

    /**
     * Whether Ampel keeps the screen awake. It then does not lock by itself when somebody goes, so that Available is not renewed
     * meanwhile: nobody is kept green who may be away. Any thread.
     */
    public void keptAwake(boolean keptAwake) {
        loop.post((before, now) -> before.keptAwake(keptAwake));
    }

    /** The computer woke up, or the network came back: what is known may be old. Any thread. */
    public void woke() {
        loop.post((before, now) -> before.with(
                        before.watch().with(before.watch().schedule().hurried(now)))
                .manual(StatusOverride::hurried));
        loop.run(loop::lookUpAgain);
    }

    /**
     * Ends: what was set is cleared, the lights go off, and neither takes longer than {@code atMost}, whatever a device
     * or the network does. Blocks. Any thread but the core's.
     *
     * @param signOut whether whoever is signed in is signed out then, cleared or not
     */
    public void close(Duration atMost, boolean signOut) {
        long end = System.nanoTime() + atMost.toNanos();
        CompletableFuture<List<GraphRequest>> farewell = new CompletableFuture<>();
        boolean leaves = loop.run(() -> {
            loop.stop();
            farewell.complete(loop.leaving(signOut));
        });
        if (!leaves) {
            farewell.complete(List.of());
        }
        CompletableFuture<?> told = Dispatch.supply(ports.writes(), () -> {
            for (GraphRequest write : farewell.get()) {
                GraphWork.deliver(write, ports.presence());
            }
            return null;
        });
        CompletableFuture<?> forgotten = Dispatch.supply(ports.accounts(), () -> {
            if (signOut) {
                loop.accounts().forgetAfter(told, atMost.minus(TO_FORGET));
                loop.run(loop::signedOut);
            }
            return null;
        });
        ports.lights().close(atMost);
        if (isDone(told, end, "What was set could not be cleared; Microsoft drops it within one lease")) {
            signedOutWithin(end);
        }
        isDone(forgotten, end, "The sign-in could not be forgotten");
    }

    private static boolean isDone(CompletableFuture<?> work, long end, String otherwise) {
        try {
            work.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(otherwise, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Kept before the threads end, as far as there is time; else it is cleared once more at the next start. */
    private void signedOutWithin(long end) {
        CompletableFuture<?> kept = Dispatch.supply(ports.owner(), () -> {
            loop.ended();
            return null;
        });
        isDone(kept, end, "What was cleared is not kept as cleared; it is cleared again at the next start");
    }
}
