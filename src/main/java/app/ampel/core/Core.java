package app.ampel.core;

import app.ampel.account.SignInWay;
import app.ampel.light.Wanted;
import app.ampel.manual.Kept;
import app.ampel.manual.Manual;
import app.ampel.manual.Write;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop. One thread owns the {@link Situation}; every event replaces it, and what follows from it is done: lights are
 * told, Graph is asked or told, the next moment at which time alone changes something is planned, and whoever watches is
 * told. A change that throws is logged and dropped; the loop goes on.
 */
public final class Core implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Core.class);

    /** What is left of the time at the end to forget the sign-in, should clearing what was set take all the rest. */
    private static final Duration TO_FORGET = Duration.ofMillis(700);

    private final Timeline timeline;
    private final Rim rim;
    private final GraphWork graph;
    private final AccountWork accounts;
    private final List<Consumer<Snapshot>> observers = new CopyOnWriteArrayList<>();

    // All that follows belongs to the owner's thread; the snapshot is read by all.
    private final Waiters waiters = new Waiters();
    private final Clocks clocks;
    private Situation situation;
    private Kept kept;
    private Runnable unplan = () -> {};
    private Optional<Wanted> told = Optional.empty();
    private boolean paused;
    private boolean stopped;
    private volatile Snapshot snapshot;

    /** @param usualWay how to ask for one more scope */
    public Core(Timeline timeline, Rim rim, Start start, Supplier<SignInWay> usualWay) {
        this.timeline = timeline;
        this.rim = rim;
        this.clocks = new Clocks(timeline.moment());
        this.situation = start.situation(clocks.wall());
        this.kept = toKeep();
        this.graph = new GraphWork(rim, timeline, this::post);
        this.accounts = new AccountWork(rim, usualWay, this::post);
        Decision first = Decision.of(situation, timeline.now());
        this.snapshot = snapshot(first, timeline.now());
        show(first.lights());
    }

    /** Shows what is known from the last run, then finds out who is signed in and goes on from there. */
    public void start() {
        rim.lights().onChange(() -> post((before, now) -> before));
        rim.owner().execute(() -> {
            change((before, now) -> before);
            accounts.lookUp();
        });
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        rim.owner().execute(() -> {
            observers.add(observer);
            tellOne(observer, snapshot);
        });
        return () -> observers.remove(observer);
    }

    @Override
    public CompletableFuture<Snapshot> tell(Intent intent) {
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        LOG.debug("Wanted: {}", intent.getClass().getSimpleName());
        rim.owner().execute(() -> {
            try {
                take(intent, answer);
            } catch (RuntimeException e) {
                LOG.error("An intent failed unexpectedly", e);
                answer.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL), e));
            }
        });
        return answer;
    }

    /** The settings have changed. Any thread. */
    public void use(Preferences preferences) {
        post((before, now) -> before.with(preferences, now));
    }

    /** The desktop session was locked or unlocked. Any thread. */
    public void locked(boolean locked) {
        post((before, now) -> before.locked(locked, now));
    }

    /** The computer woke up, or the network came back: what is known may be old. Any thread. */
    public void woke() {
        post((before, now) ->
                before.with(before.watch().with(before.watch().schedule().hurried(now))));
    }

    /**
     * Ends: what was set is cleared, the lights go off, and neither takes longer than {@code atMost}, whatever a device
     * or the network does. Blocks. Any thread but the core's.
     *
     * @param signOut whether whoever is signed in is signed out then, cleared or not
     */
    public void close(Duration atMost, boolean signOut) {
        long end = System.nanoTime() + atMost.toNanos();
        CompletableFuture<List<Write>> farewell = new CompletableFuture<>();
        rim.owner().execute(() -> {
            stopped = true;
            unplan.run();
            accounts.cancel();
            farewell.complete(leaving(signOut));
        });
        Future<?> told = rim.writes().submit(() -> {
            for (Write write : farewell.get()) {
                GraphWork.deliver(write, rim.presence());
            }
            return null;
        });
        Future<?> forgotten = rim.accounts().submit(() -> {
            if (signOut) {
                accounts.forgetAfter(told, atMost.minus(TO_FORGET));
                rim.owner().execute(this::signedOut);
            }
            return null;
        });
        rim.lights().close(atMost);
        try {
            told.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            rim.owner().execute(this::left);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("What was set could not be cleared; Microsoft drops it within one lease");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            forgotten.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The sign-in could not be forgotten", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is told at the end. Should there be no time for it, the next start will know. Without a sign-in nothing stays. */
    private List<Write> leaving(boolean signOut) {
        boolean leave = situation.preferences().habits().leaveOnQuit() && !signOut;
        List<Write> farewell = situation.canAsk() ? situation.manual().farewell(timeline.now(), leave) : List.of();
        if (!leave) {
            situation = situation.manual(Manual::cleared);
            remember();
        }
        return farewell;
    }

    private void left() {
        if (!situation.preferences().habits().leaveOnQuit() && situation.canAsk()) {
            situation = situation.manual(Manual::forgotten);
            remember();
        }
    }

    private void signedOut() {
        situation = situation.manual(manual -> Manual.NOTHING);
        remember();
    }

    private void take(Intent intent, CompletableFuture<Snapshot> answer) {
        if (intent instanceof Intent.SetManual set) {
            change((before, now) -> acted(before.chosen(set.request(), now), now));
            wait(answer, Waiters.settledOn(situation.manualStatus()));
        } else if (intent instanceof Intent.ExtendManual extend) {
            change((before, now) -> before.manual(m -> m.extended(extend.by())));
            answer.complete(snapshot);
        } else if (intent instanceof Intent.NoteManual noted) {
            change((before, now) -> before.manual(m -> m.noted(noted.note())));
            answer.complete(snapshot);
        } else if (intent instanceof Intent.TakeOverManual) {
            change((before, now) -> acted(before.manual(Manual::takingOver), now));
            wait(answer, Waiters.settledOn(situation.manualStatus()));
        } else if (intent instanceof Intent.ClearManual) {
            accounts.cancelAskingForWriting();
            change((before, now) -> acted(before.manual(Manual::cleared), now));
            wait(unlessRefused(answer), Waiters::isForgotten);
        } else if (intent instanceof Intent.ShowLight show) {
            change((before, now) -> before.with(show.override()));
            answer.complete(snapshot);
        } else if (intent instanceof Intent.SignIn signIn) {
            accounts.signIn(signIn.way(), situation.account(), completing(answer));
        } else if (intent instanceof Intent.CancelSignIn) {
            accounts.cancel();
            answer.complete(snapshot);
        } else if (intent instanceof Intent.SignOut) {
            accounts.signOut(situation.manual().farewell(timeline.now(), false), completing(answer));
        }
    }

    private static Situation acted(Situation s, Instant now) {
        return s.with(s.watch().with(s.watch().schedule().userActed(now)));
    }

    /** Completes {@code answer}, but with the problem where Microsoft did not take what was told last. */
    private CompletableFuture<Snapshot> unlessRefused(CompletableFuture<Snapshot> answer) {
        CompletableFuture<Snapshot> settled = new CompletableFuture<>();
        settled.thenAccept(now -> situation
                .manual()
                .lastProblem()
                .ifPresentOrElse(
                        problem -> answer.completeExceptionally(new ProblemException(problem)),
                        () -> answer.complete(now)));
        return settled;
    }

    private CompletableFuture<Void> completing(CompletableFuture<Snapshot> answer) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // Through the queue, so that the snapshot already has what came of it.
        done.whenComplete((nothing, failure) -> rim.owner().execute(() -> {
            if (failure == null) {
                answer.complete(snapshot);
            } else {
                answer.completeExceptionally(failure);
            }
        }));
        return done;
    }

    private void wait(CompletableFuture<Snapshot> answer, Predicate<Situation> settled) {
        waiters.add(settled, answer);
        waiters.answer(situation, snapshot);
    }

    private void post(Change change) {
        rim.owner().execute(() -> change(change));
    }

    private void change(Change change) {
        try {
            if (!stopped) {
                Situation upToDate = clocks.bringUpToDate(situation, timeline.moment());
                situation = change.of(upToDate, clocks.wall());
                follow();
            }
        } catch (RuntimeException e) {
            LOG.error("A change failed unexpectedly", e);
        }
    }

    private void follow() {
        Instant now = timeline.now();
        situation = situation.at(now);
        Decision decision = Decision.of(situation, now);
        pause(situation.override().paused());
        show(decision.lights());
        if (decision.read()) {
            graph.read();
        }
        decision.write().ifPresent(write -> tellMicrosoft(write, decision.consent()));
        remember();
        unplan.run();
        unplan = decision.again()
                .map(at -> timeline.at(at, () -> change((before, when) -> before)))
                .orElse(() -> {});
        publish(snapshot(decision, now));
        waiters.answer(situation, snapshot);
    }

    private void tellMicrosoft(Write write, boolean consent) {
        if (consent) {
            accounts.askForWriting(situation.account());
        } else {
            graph.write(write, change -> {
                situation = change.of(situation, timeline.now());
                // Before it is sent: should this be the last thing that the program does, the next start knows of it.
                remember();
            });
        }
    }

    private Kept toKeep() {
        return new Kept(situation.manual().lasting(), situation.owner().orElse(""));
    }

    private void remember() {
        Kept now = toKeep();
        if (!now.equals(kept)) {
            kept = now;
            rim.manuals().keep(now);
        }
    }

    private void show(Wanted wanted) {
        if (!told.equals(Optional.of(wanted))) {
            told = Optional.of(wanted);
            rim.lights().show(wanted);
        }
    }

    private void pause(boolean isPaused) {
        if (paused != isPaused) {
            paused = isPaused;
            rim.lights().pause(isPaused);
        }
    }

    private Snapshot snapshot(Decision decision, Instant now) {
        var schedule = situation.watch().schedule();
        return new Snapshot(
                now,
                decision.reading(),
                situation.manualStatus(),
                rim.lights().states(),
                situation.override(),
                decision.shown().command(),
                decision.shown().reason(),
                situation.account(),
                situation.canAsk()
                        ? Optional.of(new Snapshot.Poll(schedule.next(), schedule.interval(now)))
                        : Optional.empty());
    }

    private void publish(Snapshot latest) {
        Snapshot before = snapshot;
        snapshot = latest;
        if (!latest.sameButForTheMoment(before)) {
            LOG.debug(
                    "Now: {}, account {}, {} lights, showing {} because of {}, next poll {}",
                    latest.reading().kind().word(),
                    latest.account().kind().word(),
                    latest.lights().size(),
                    latest.shown(),
                    latest.why(),
                    latest.poll());
            observers.forEach(observer -> tellOne(observer, latest));
        }
    }

    private static void tellOne(Consumer<Snapshot> observer, Snapshot snapshot) {
        try {
            observer.accept(snapshot);
        } catch (RuntimeException e) {
            LOG.error("An observer failed unexpectedly", e);
        }
    }
}
