package app.ampel.core;

import app.ampel.account.SignInWay;
import app.ampel.light.Wanted;
import app.ampel.manual.Kept;
import app.ampel.manual.Manual;
import app.ampel.manual.Request;
import app.ampel.manual.Wish;
import app.ampel.manual.Write;
import app.ampel.policy.Schemes;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.threads.Dispatch;
import app.ampel.threads.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop. One thread owns the {@link Situation}; every event replaces it, and what follows from it is done: lights are
 * told, Graph is asked or told, the next moment at which time alone changes something is planned, and whoever watches is
 * told. The thread never blocks and calls no observer. Whatever is thrown on it, {@link Error}s included, is logged, and
 * the loop goes on: the next moment is planned in any case, soon, and the lights are told again. What cannot be decided
 * time after time is not shown as if it were known.
 */
public final class Core implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Core.class);

    /** What is left of the time at the end to forget the sign-in, should clearing what was set take all the rest. */
    private static final Duration TO_FORGET = Duration.ofMillis(700);

    /** After something was thrown, or could not be handed to another thread. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    /** So many decisions in a row that failed, and nothing counts as known any more. */
    private static final int HOPELESS = 3;

    /** A second more after each failure in a row, up to so many. */
    private static final int MOST_PAUSES = 10;

    private static final Duration LOOK_UP_AFTER = Duration.ofSeconds(30);

    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final Timeline timeline;
    private final Rim rim;
    private final GraphWork graph;
    private final AccountWork accounts;

    // All that follows belongs to the owner's thread; the snapshot is read by all.
    private final List<Mailbox<Snapshot>> observers = new ArrayList<>();
    private final Waiters waiters = new Waiters();
    private final Clocks clocks;
    private Situation situation;
    private Kept kept;
    private CompletableFuture<Boolean> saved = CompletableFuture.completedFuture(true);
    private Runnable unplan = () -> {};
    private Optional<Wanted> told = Optional.empty();
    private boolean paused;
    private volatile boolean stopped;
    private boolean again;
    private boolean lookUpPlanned;
    private int failures;
    private volatile Snapshot snapshot;

    /** @param usualWay how to ask for one more scope */
    public Core(Timeline timeline, Rim rim, Start start, Supplier<SignInWay> usualWay) {
        this.timeline = timeline;
        this.rim = rim;
        this.clocks = new Clocks(timeline.moment());
        this.situation = start.situation(clocks.wall());
        this.kept = toKeep();
        this.graph = new GraphWork(rim, timeline, this::bring);
        this.accounts = new AccountWork(rim, usualWay, this::bring);
        Decision first = Decision.of(situation, timeline.now());
        this.snapshot = snapshot(first, timeline.now());
        show(first.lights());
    }

    /** Shows what is known from the last run, then finds out who is signed in and goes on from there. */
    public void start() {
        Dispatch.run(rim.owner(), () -> {
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
        return watch(observer, rim.observers());
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Mailbox<Snapshot> box = new Mailbox<>(thread, observer);
        Dispatch.run(rim.owner(), () -> {
            observers.add(box);
            box.put(snapshot);
        });
        // Taken out after it was put in, whoever is quicker.
        return () -> {
            box.close();
            Dispatch.run(rim.owner(), () -> observers.remove(box));
        };
    }

    @Override
    public CompletableFuture<Snapshot> tell(Intent intent) {
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        LOG.debug("Wanted: {}", intent.getClass().getSimpleName());
        boolean told = Dispatch.run(rim.owner(), () -> {
            try {
                intent.accept(new Taking(answer));
            } catch (Throwable e) {
                fail(answer, new ProblemException(Problem.of(Problem.Kind.INTERNAL), e));
                recover(e);
            }
        });
        if (!told) {
            answer.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
        return answer;
    }

    /** The settings have changed. Any thread. */
    public void use(Preferences preferences) {
        post((before, now) -> before.with(preferences, now));
    }

    /** The desktop session was locked or unlocked. Any thread. */
    public void locked(boolean locked) {
        post((before, now) ->
                locked ? before.locked(true, now) : before.locked(false, now).manual(Manual::hurried));
        if (!locked) {
            Dispatch.run(rim.owner(), this::lookUpAgain);
        }
    }

    /** The computer woke up, or the network came back: what is known may be old. Any thread. */
    public void woke() {
        post((before, now) -> before.with(
                        before.watch().with(before.watch().schedule().hurried(now)))
                .manual(Manual::hurried));
        Dispatch.run(rim.owner(), this::lookUpAgain);
    }

    private void lookUpAgain() {
        if (!stopped && accounts.canLookUpAgain(situation.account())) {
            accounts.lookUp();
        }
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
        boolean leaves = Dispatch.run(rim.owner(), () -> {
            stopped = true;
            unplan.run();
            accounts.cancel();
            farewell.complete(leaving(signOut));
        });
        if (!leaves) {
            farewell.complete(List.of());
        }
        CompletableFuture<?> told = Dispatch.supply(rim.writes(), () -> {
            for (Write write : farewell.get()) {
                GraphWork.deliver(write, rim.presence());
            }
            return null;
        });
        CompletableFuture<?> forgotten = Dispatch.supply(rim.accounts(), () -> {
            if (signOut) {
                accounts.forgetAfter(told, atMost.minus(TO_FORGET));
                Dispatch.run(rim.owner(), this::signedOut);
            }
            return null;
        });
        rim.lights().close(atMost);
        if (isDone(told, end, "What was set could not be cleared; Microsoft drops it within one lease")) {
            left(end);
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
    private void left(long end) {
        CompletableFuture<?> kept = Dispatch.supply(rim.owner(), () -> {
            left();
            return null;
        });
        isDone(kept, end, "What was cleared is not kept as cleared; it is cleared again at the next start");
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

    /** Does what an intent asks for. Each method belongs to the owner's thread. */
    private final class Taking implements Intent.Visitor {

        private final CompletableFuture<Snapshot> answer;

        Taking(CompletableFuture<Snapshot> answer) {
            this.answer = answer;
        }

        @Override
        public void setManual(Intent.SetManual set) {
            set(set.request());
        }

        private void set(Request request) {
            apply((before, now) -> acted(before.chosen(request, now), now));
            await(Waiters.settledOn(situation.manualStatus()), (s, now) -> settle(answer, now));
        }

        @Override
        public void toggleManual(Intent.ToggleManual toggle) {
            boolean isSet = running()
                    .filter(running -> running.choice() == toggle.request().choice())
                    .isPresent();
            if (isSet) {
                clear();
            } else {
                set(toggle.request());
            }
        }

        @Override
        public void endManual(Intent.EndManual end) {
            Preferences preferences = situation.preferences();
            running()
                    .ifPresentOrElse(
                            running -> set(running.ending(end.lasting()
                                    .end(
                                            running.choice(),
                                            clocks.wall(),
                                            preferences.habits(),
                                            preferences.zone().get()))),
                            () -> settle(answer, snapshot));
        }

        /** What is set at this moment, not at the last event. */
        private Optional<Request> running() {
            situation = clocks.bringUpToDate(situation, timeline.moment());
            return situation.at(clocks.wall()).manual().wish().map(Wish::request);
        }

        @Override
        public void extendManual(Intent.ExtendManual extend) {
            apply((before, now) -> before.manual(m -> m.extended(extend.by())));
            settle(answer, snapshot);
        }

        @Override
        public void noteManual(Intent.NoteManual noted) {
            apply((before, now) -> before.manual(m -> m.noted(noted.note())));
            settle(answer, snapshot);
        }

        @Override
        public void takeOverManual(Intent.TakeOverManual taking) {
            apply((before, now) -> acted(before.manual(Manual::takingOver), now));
            await(Waiters.settledOn(situation.manualStatus()), (s, now) -> settle(answer, now));
        }

        @Override
        public void clearManual(Intent.ClearManual clear) {
            clear();
        }

        private void clear() {
            accounts.cancelAskingForWriting();
            apply((before, now) -> acted(before.manual(Manual::cleared), now));
            await(Waiters::isForgotten, (s, now) -> settleUnlessRefused(answer, s, now));
        }

        @Override
        public void showLight(Intent.ShowLight show) {
            apply((before, now) -> before.with(show.override()));
            settle(answer, snapshot);
        }

        @Override
        public void signIn(Intent.SignIn signIn) {
            accounts.signIn(signIn.way(), completing(answer));
        }

        @Override
        public void cancelSignIn(Intent.CancelSignIn cancel) {
            accounts.cancel();
            settle(answer, snapshot);
        }

        @Override
        public void signOut(Intent.SignOut signOut) {
            accounts.signOut(situation.manual().farewell(timeline.now(), false), completing(answer));
        }
    }

    private static Situation acted(Situation s, Instant now) {
        return s.with(s.watch().with(s.watch().schedule().userActed(now)));
    }

    /** Whoever gave the intent may do anything with the answer, so not on this thread. */
    private void settle(CompletableFuture<Snapshot> answer, Snapshot now) {
        toldBeside(() -> answer.complete(now));
    }

    private void fail(CompletableFuture<Snapshot> answer, Throwable why) {
        toldBeside(() -> answer.completeExceptionally(why));
    }

    private void toldBeside(Runnable telling) {
        if (!Dispatch.run(rim.observers(), telling)) {
            // Better here than never: whoever waits would wait for ever.
            Dispatch.guarded(telling);
        }
    }

    /** Settles it, but with the problem where Microsoft did not take what was told last. */
    private void settleUnlessRefused(CompletableFuture<Snapshot> answer, Situation s, Snapshot now) {
        s.manual()
                .lastProblem()
                .ifPresentOrElse(problem -> fail(answer, new ProblemException(problem)), () -> settle(answer, now));
    }

    private CompletableFuture<Void> completing(CompletableFuture<Snapshot> answer) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // Through the queue, so that the snapshot already has what came of it.
        done.whenComplete((nothing, failure) -> Dispatch.run(rim.owner(), () -> {
            if (failure == null) {
                settle(answer, snapshot);
            } else {
                fail(answer, failure);
            }
        }));
        return done;
    }

    private void await(Predicate<Situation> settled, BiConsumer<Situation, Snapshot> then) {
        waiters.add(settled, then);
        waiters.answer(situation, snapshot);
    }

    private void post(Change change) {
        Dispatch.run(rim.owner(), () -> change(change));
    }

    private void change(Change change) {
        try {
            apply(change);
        } catch (Throwable e) {
            recover(e);
        }
    }

    /** A change that cannot be made, or that nothing can be decided about, is as if it had never been. */
    private void apply(Change change) {
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
        return AGAIN_AFTER.multipliedBy(Math.max(1, Math.min(failures, MOST_PAUSES)));
    }

    private void timePassed() {
        change((before, now) -> before);
    }

    /** After something was thrown: nobody knows what was done, so all of it is done again, soon. */
    private void recover(Throwable thrown) {
        if (failures++ == 0) {
            Dispatch.report("A change failed unexpectedly; it goes on", thrown);
        }
        told = Optional.empty();
        if (failures >= HOPELESS) {
            Dispatch.guarded(() -> rim.lights().show(Wanted.of(Schemes.DIM_WHITE)));
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
    private void bring(Runnable first, Change change) {
        Runnable arrival = () -> {
            first.run();
            change(change);
        };
        while (!Dispatch.run(rim.owner(), arrival)
                && !stopped
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void tellMicrosoft(Write write, boolean consent) {
        if (consent) {
            accounts.askForWriting();
        } else if (!graph.isWriting()) {
            Manual earlier = situation.manual();
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

    private Kept toKeep() {
        return new Kept(situation.manual().lasting(), situation.owner().orElse(""));
    }

    private void remember() {
        Kept now = toKeep();
        if (!now.equals(kept) || !saved.getNow(true)) {
            kept = now;
            CompletableFuture<Boolean> onDisk = new CompletableFuture<>();
            saved = onDisk;
            rim.manuals().keep(now, onDisk::complete);
        }
    }

    private void show(Wanted wanted) {
        if (!told.equals(Optional.of(wanted))) {
            told = Optional.empty();
            rim.lights().show(wanted);
            told = Optional.of(wanted);
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
