package app.ampel.service.engine;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Wanted;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.retry.BackOff;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusOverride;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.threads.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Core's one thread does. It owns the {@link Situation}; every change replaces it, and what follows from it is done:
 * lights are told, Graph is asked or told, the next moment at which time alone changes something is planned, and whoever
 * watches is told. The thread never blocks and calls no observer. Whatever is thrown on it, {@link Error}s included, is
 * logged, and it goes on: the next moment is planned in any case, soon, and the lights are told again. What cannot be decided
 * time after time is not shown as if it were known.
 *
 * <p>All belongs to that thread, but for {@link #snapshot}, {@link #run}, {@link #post} and {@link #watch}.
 */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** After something was thrown, or could not be handed to another thread. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    /** So many decisions in a row that failed, and nothing counts as known any more. */
    private static final int HOPELESS = 3;

    private static final BackOff BACK_OFF = BackOff.linear(AGAIN_AFTER, Duration.ofSeconds(10));

    private static final Duration LOOK_UP_AFTER = Duration.ofSeconds(30);

    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final Timeline timeline;
    private final EnginePorts ports;
    private final GraphWork graph;
    private final AccountWork accounts;
    private final List<Mailbox<Snapshot>> observers = new ArrayList<>();
    private final Waiters waiters = new Waiters();
    private final Clocks clocks;
    private Situation situation;
    private SavedStatus kept;
    private CompletableFuture<Boolean> saved = CompletableFuture.completedFuture(true);
    private Runnable unplan = () -> {};
    private Optional<Wanted> told = Optional.empty();
    private boolean paused;
    private volatile boolean stopped;
    private boolean again;
    private boolean lookUpPlanned;
    private int failures;
    private volatile Snapshot snapshot;

    /** @param usualWay how to ask for more to be granted */
    Loop(Timeline timeline, EnginePorts ports, Start start, Supplier<SignInWay> usualWay) {
        this.timeline = timeline;
        this.ports = ports;
        this.clocks = new Clocks(timeline.moment());
        this.situation = start.situation(clocks.wall());
        this.kept = toKeep();
        this.graph = new GraphWork(ports, timeline, this::bring);
        this.accounts = new AccountWork(ports, usualWay, this::bring);
        Decision first = Decision.of(situation, timeline.now());
        this.snapshot = snapshot(first, timeline.now());
        show(first.lights());
    }

    /** What is known and shown now. Any thread. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Runs {@code work} on this thread, soon. Any thread. False when it never will be. */
    boolean run(Runnable work) {
        return Dispatch.run(ports.owner(), work);
    }

    AccountWork accounts() {
        return accounts;
    }

    Situation situation() {
        return situation;
    }

    /** The situation at this moment, not at the last event. */
    Situation upToDate() {
        situation = clocks.bringUpToDate(situation, timeline.moment());
        return situation.at(clocks.wall());
    }

    /** What the core lives by. */
    Instant now() {
        return timeline.now();
    }

    /** What the clock on the wall says, corrections counted. */
    Instant wall() {
        return clocks.wall();
    }

    /** Nothing follows from anything any more. */
    void stop() {
        stopped = true;
        unplan.run();
        accounts.cancel();
    }

    /** See {@link Engine#watch}. Any thread. */
    Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Mailbox<Snapshot> box = new Mailbox<>(thread, observer);
        Dispatch.run(ports.owner(), () -> {
            observers.add(box);
            box.put(snapshot);
        });
        // Taken out after it was put in, whoever is quicker.
        return () -> {
            box.close();
            Dispatch.run(ports.owner(), () -> observers.remove(box));
        };
    }

    void lookUpAgain() {
        if (!stopped && accounts.canLookUpAgain(situation.account())) {
            accounts.lookUp();
        }
    }

    /** What is told at the end. Should there be no time for it, the next start will know. Without a sign-in nothing stays. */
    List<GraphRequest> leaving(boolean signOut) {
        boolean leave = situation.preferences().habits().leaveOnQuit() && !signOut;
        List<GraphRequest> farewell =
                situation.canAsk() ? situation.manual().farewell(timeline.now(), leave) : List.of();
        if (!leave) {
            situation = situation.manual(StatusOverride::cleared);
            remember();
        }
        return farewell;
    }

    /** What was set has been cleared. */
    void ended() {
        if (!situation.preferences().habits().leaveOnQuit() && situation.canAsk()) {
            situation = situation.manual(StatusOverride::forgotten);
            remember();
        }
    }

    /** Nobody is signed in, so nothing is held. */
    void signedOut() {
        situation = situation.manual(manual -> StatusOverride.NOTHING);
        remember();
    }

    /** Calls {@code then} once the situation is {@code settled}, maybe now. */
    void await(Predicate<Situation> settled, BiConsumer<Situation, Snapshot> then) {
        waiters.add(settled, then);
        waiters.answer(situation, snapshot);
    }

    /** A change that nobody waits for. Any thread. */
    void post(SituationChange change) {
        Dispatch.run(ports.owner(), () -> change(change));
    }

    void change(SituationChange change) {
        try {
            apply(change);
        } catch (Throwable e) {
            recover(e);
        }
    }

    /** A change that cannot be made, or that nothing can be decided about, is as if it had never been. */
    void apply(SituationChange change) {
        if (!stopped) {
            situation = clocks.bringUpToDate(situation, timeline.moment());
            Situation next = change.of(situation, clocks.wall());
            Instant now = timeline.now();
            Situation upToDate = next.at(now);
            Decision decision = Decision.of(upToDate, now);
            situation = upToDate;
            follow(decision, now);
        }
    }

    private void follow(Decision decision, Instant now) {
        again = false;
        step(() -> pause(situation.override().paused()));
        step(() -> show(decision.lights()));
        if (decision.read()) {
            step(this::read);
        }
        decision.write().ifPresent(write -> step(() -> tellMicrosoft(write, decision.consent())));
        step(this::remember);
        step(() -> publish(snapshot(decision, now)));
        step(() -> waiters.answer(situation, snapshot));
        step(() -> planLookUp(now));
        failures = again ? failures + 1 : 0;
        plan(decision.again(), now);
    }

    /** What fails of what follows keeps nothing else from being done. */
    private void step(Runnable work) {
        again |= !Dispatch.guarded(work);
    }

    private void plan(Optional<Instant> when, Instant now) {
        Optional<Instant> soon = again ? Optional.of(now.plus(pause())) : Optional.empty();
        unplan.run();
        unplan = Stream.of(when, soon)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(at -> timeline.at(at, this::timePassed))
                .orElse(() -> {});
    }

    /** Only after what nobody foresaw: a key store that is closed would ask its user every time. */
    private void planLookUp(Instant now) {
        boolean wanted = accounts.canLookUpAgain(situation.account())
                && situation.account().problem().get().kind() == Problem.Kind.INTERNAL;
        if (wanted && !lookUpPlanned) {
            timeline.at(now.plus(LOOK_UP_AFTER), () -> {
                lookUpPlanned = false;
                Dispatch.guarded(this::lookUpAgain);
            });
            lookUpPlanned = true;
        }
    }

    private Duration pause() {
        return BACK_OFF.after(failures);
    }

    private void timePassed() {
        change((before, now) -> before);
    }

    /** After something was thrown: nobody knows what was done, so all of it is done again, soon. */
    void recover(Throwable thrown) {
        if (failures++ == 0) {
            Dispatch.report("A change failed unexpectedly; it goes on", thrown);
        }
        told = Optional.empty();
        if (failures >= HOPELESS) {
            Dispatch.guarded(() -> ports.lights().show(Wanted.of(Schemes.DIM_WHITE)));
        }
        while (!stopped && !isPlannedAgain()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** There may be no memory even for a plan, and without one time would stop here. */
    private boolean isPlannedAgain() {
        try {
            unplan.run();
            unplan = timeline.at(timeline.now().plus(pause()), this::timePassed);
            return true;
        } catch (RejectedExecutionException e) {
            return true;
        } catch (Throwable e) {
            return Thread.currentThread().isInterrupted();
        }
    }

    private void read() {
        if (graph.read(situation.account().profile())) {
            situation = situation.with(situation.watch().asked(timeline.now()));
        } else {
            again = true;
        }
    }

    /** An answer has to arrive, or nothing would be asked again: the thread that has it waits until it can be handed over. */
    private void bring(Runnable first, SituationChange change) {
        Runnable arrival = () -> {
            first.run();
            change(change);
        };
        while (!Dispatch.run(ports.owner(), arrival)
                && !stopped
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void tellMicrosoft(GraphRequest write, Optional<ConsentRequest> consent) {
        if (consent.isPresent()) {
            accounts.askUnlessBusy(consent.get());
        } else if (!graph.isWriting()) {
            StatusOverride earlier = situation.manual();
            Instant now = timeline.now();
            situation = situation.manual(manual -> manual.sending(write, now));
            // Before it is sent: should this be the last thing that the program does, the next start knows of it.
            remember();
            if (!graph.write(write, saved, earlier, situation.account().profile())) {
                situation = situation.with(earlier);
                again = true;
            }
        }
    }

    private SavedStatus toKeep() {
        return new SavedStatus(situation.manual().lasting(), situation.owner().orElse(""));
    }

    private void remember() {
        SavedStatus now = toKeep();
        if (!now.equals(kept) || !saved.getNow(true)) {
            kept = now;
            CompletableFuture<Boolean> onDisk = new CompletableFuture<>();
            saved = onDisk;
            ports.manuals().keep(now, onDisk::complete);
        }
    }

    private void show(Wanted wanted) {
        if (!told.equals(Optional.of(wanted))) {
            told = Optional.empty();
            ports.lights().show(wanted);
            told = Optional.of(wanted);
        }
    }

    private void pause(boolean isPaused) {
        if (paused != isPaused) {
            paused = isPaused;
            ports.lights().pause(isPaused);
        }
    }

    private Snapshot snapshot(Decision decision, Instant now) {
        var schedule = situation.watch().schedule();
        return new Snapshot(
                now,
                decision.reading(),
                situation.manualStatus(),
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
        boolean changed = !latest.sameButForTheMoment(before);
        if (changed) {
            LOG.debug(
                    "Now: {}, account {}, showing {} because of {}, next poll {}",
                    latest.reading().kind().word(),
                    latest.account().kind().word(),
                    latest.shown(),
                    latest.why(),
                    latest.poll());
        }
        for (Mailbox<Snapshot> observer : observers) {
            again |= !(changed ? observer.put(latest) : observer.deliver());
        }
    }
}
