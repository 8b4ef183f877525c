package app.ampel.service.people;

import app.ampel.domain.account.Profile;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.Moment;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.threads.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the one thread of other people's presence does. It owns the {@link PeopleState}; every change replaces it, and what follows
 * from it is done: Microsoft is asked, the next moment at which time alone changes something is planned, and whoever watches is
 * told. The thread never blocks and calls no observer. What is logged names nobody.
 *
 * <p>All belongs to that thread, but for {@link #state}, {@link #snapshot}, {@link #run}, {@link #post} and {@link #watch}.
 */
final class PeopleLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleLoop.class);

    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    /** Makes of what is known what is known from now on; must not block. */
    interface Change {
        PeopleState of(PeopleState before, Instant now);
    }

    private final PeoplePorts ports;
    private final PeopleChores chores;
    private final PeopleWaiters waiters;
    private final Onces onces;
    private final PeopleRequests requests;
    private final PeopleEdits edits;
    private final List<Mailbox<PeopleSnapshot>> observers = new ArrayList<>();
    private Moment last;
    private Runnable unplan = () -> {};
    private final AtomicLong walls = new AtomicLong();
    private boolean erased;
    private volatile boolean stopped;
    private volatile PeopleState state;
    private volatile PeopleSnapshot snapshot;

    PeopleLoop(PeoplePorts ports, PeoplePreferences preferences) {
        this.ports = ports;
        this.last = ports.timeline().moment();
        this.state = PeopleState.starting(preferences);
        this.snapshot = PeopleSnapshot.of(state, last.wall());
        this.chores = new PeopleChores(ports, this);
        this.waiters = new PeopleWaiters(ports, this);
        this.onces = new Onces(this);
        this.requests = new PeopleRequests(ports, this);
        this.edits = new PeopleEdits(ports, this);
        ports.budget().use(preferences.shortest());
    }

    PeopleState state() {
        return state;
    }

    PeopleSnapshot snapshot() {
        return snapshot;
    }

    PeopleChores chores() {
        return chores;
    }

    PeopleWaiters waiters() {
        return waiters;
    }

    /** What is kept, and changing it. */
    PeopleEdits edits() {
        return edits;
    }

    PeopleRequests requests() {
        return requests;
    }

    /** What somebody waits for. */
    Onces onces() {
        return onces;
    }

    /** The number of the next wall. Any thread. */
    long nextWall() {
        return walls.incrementAndGet();
    }

    Instant now() {
        return ports.timeline().now();
    }

    /** Runs {@code work} on this thread, soon. Any thread. False when it never will be. */
    boolean run(Runnable work) {
        return Dispatch.run(ports.owner(), work);
    }

    /** Any thread. */
    void post(Change change) {
        run(() -> change(change));
    }

    /** The same, for what was asked for in that epoch and means nothing in another. Any thread. */
    void post(long epoch, Change change) {
        post((before, now) -> before.session().epoch() == epoch ? change.of(before, now) : before);
    }

    Runnable watch(Consumer<PeopleSnapshot> observer, Executor thread) {
        Mailbox<PeopleSnapshot> box = new Mailbox<>(thread, observer);
        run(() -> {
            observers.add(box);
            box.put(snapshot);
        });
        return () -> {
            box.close();
            run(() -> observers.remove(box));
        };
    }

    /** Nothing follows from anything any more. */
    void stop() {
        stopped = true;
        unplan.run();
    }

    /**
     * Who is signed in.
     *
     * @param signedOut whether nobody is because the user wanted it so: everything is erased then
     */
    void follow(Optional<Profile> profile, boolean signedOut, boolean quiet) {
        if (signedOut && !erased) {
            ports.store().forget();
        }
        erased = signedOut;
        if (state.session().isOf(profile)) {
            change((before, now) -> {
                PeopleSession same = before.session().quiet(quiet);
                return before.with(profile.map(same::with).orElse(same));
            });
            return;
        }
        onces.failAll(Problem.Kind.CANCELLED);
        waiters.forget();
        edits.forget();
        change((before, now) -> before.of(before.session().of(profile).quiet(quiet)));
        profile.ifPresent(me -> edits.load(me.objectId()));
    }

    /** Whatever is thrown, time goes on. */
    void change(Change change) {
        try {
            apply(change);
        } catch (Throwable e) {
            LOG.error("A change failed unexpectedly; it goes on: {}", where(e));
            plan(Optional.of(now().plus(AGAIN_AFTER)));
        }
    }

    /** Not what it says: that may name people. */
    static String where(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }

    private void apply(Change change) {
        if (stopped) {
            return;
        }
        Moment moment = ports.timeline().moment();
        Duration by = moment.correctedSince(last);
        last = moment;
        if (!by.isZero()) {
            state = state.corrected(by);
            ports.budget().correct(by);
            waiters.correct(by);
        }
        Instant now = moment.wall();
        state = change.of(state, now).at(now);
        PeopleDecision decision = PeopleDecision.of(state, ports.budget().now(), requests.underWay(), now);
        while (decision.ask().isPresent() && requests.send(decision.ask().get(), now)) {
            decision = PeopleDecision.of(state, ports.budget().now(), requests.underWay(), now);
        }
        waiters.tell(decision.waits(), now);
        decision.chore().ifPresent(chores::run);
        edits.remember();
        publish(PeopleSnapshot.of(state, now));
        plan(decision.ask().isPresent() ? Optional.of(now.plus(AGAIN_AFTER)) : decision.again());
    }

    /** Within a change. */
    void replace(PeopleState other) {
        state = other;
    }

    private void plan(Optional<Instant> when) {
        unplan.run();
        unplan = () -> {};
        try {
            unplan = when.map(at -> ports.timeline().at(at, () -> change((before, now) -> before)))
                    .orElse(() -> {});
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is planned any more", e);
        }
    }

    /** Something that somebody waits for; that a scope was taken back, all hear of. Any thread. */
    <T> PeopleTask<T> task() {
        long epoch = state.session().epoch();
        return new PeopleTask<>(
                ports.requests(),
                ports.observers(),
                problem -> PeopleRequests.scope(problem)
                        .ifPresent(scope -> post(epoch, (before, now) -> PeopleRequests.withdrawn(before, scope))));
    }

    /** An answer has to arrive: the thread that has it waits until it can be handed over. */
    void bring(Runnable arrival) {
        while (!run(arrival) && !stopped && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void publish(PeopleSnapshot latest) {
        boolean changed = !latest.sameButForTheMoment(snapshot);
        snapshot = latest;
        for (Mailbox<PeopleSnapshot> observer : observers) {
            if (changed) {
                observer.put(latest);
            } else {
                observer.deliver();
            }
        }
    }

    /** Whose presence was asked for, by object id; empty where nothing is known. */
    CompletableFuture<Map<String, PresenceAt>> once(Collection<String> ids, PeopleTask<?> task) {
        CompletableFuture<Map<String, PresenceAt>> answer = new CompletableFuture<>();
        if (!run(() -> onces.ask(ids, answer, task))) {
            answer.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
        return answer;
    }
}
