package app.ampel.service.wall;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.Timeline;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One wall, from opening to closing: understands whom it is of, reads who they are, and looks at them for as long as somebody may see
 * them. What fails for a while is tried again; what somebody has to put right waits for him. Any thread.
 */
final class OpenWall {

    /** After something that helps itself. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final PeopleService people;
    private final Timeline timeline;
    private final ScreenAwake screen;
    private final Executor observers;
    private final Consumer<WallState> window;
    private final FindWords.Pool wanted;
    private final CompletableFuture<ContactPool> first = new CompletableFuture<>();

    private Optional<ContactPool> pool = Optional.empty();
    private Optional<Pending<?>> underWay = Optional.empty();
    private Runnable lookAway = () -> {};
    private Runnable unwatch = () -> {};
    private Runnable darken = () -> {};
    private Runnable unplan = () -> {};

    /** Another one for each look: what an earlier one is answered means nothing any more. */
    private long look;

    private boolean ended;

    /**
     * @param observers where it is told what is known
     * @param window told what stands on the wall
     */
    OpenWall(
            PeopleService people,
            Timeline timeline,
            ScreenAwake screen,
            Executor observers,
            Consumer<WallState> window,
            FindWords.Pool wanted) {
        this.people = people;
        this.timeline = timeline;
        this.screen = screen;
        this.observers = observers;
        this.window = window;
        this.wanted = wanted;
    }

    /** Whom it is of, as soon as who they are has been read; cancelling it before takes the questions back. */
    CompletableFuture<ContactPool> first() {
        return first;
    }

    /** Looks, or does so anew. */
    synchronized void look() {
        lookNoMore();
        if (ended) {
            return;
        }
        long mine = look;
        window.accept(WallState.reading(wanted, pool, 0));
        Pending<ContactPool> understood = people.wallOf(wanted);
        underWay = Optional.of(understood);
        understood
                .answer()
                .whenComplete((known, thrown) -> step(mine, thrown, () -> {
                    pool = Optional.of(known);
                    read(known);
                }));
    }

    private void read(ContactPool of) {
        long mine = look;
        window.accept(WallState.reading(wanted, pool, 0));
        Pending<Runnable> reading = people.lookAtWall(of, read -> progress(mine, read));
        underWay = Optional.of(reading);
        reading.answer().whenComplete((away, thrown) -> {
            if (!step(mine, thrown, () -> stand(of, away)) && away != null) {
                away.run();
            }
        });
    }

    private synchronized void progress(long mine, int read) {
        if (mine == look) {
            window.accept(WallState.reading(wanted, pool, read));
        }
    }

    /** False: it is none of this wall's business any more, or it has failed. */
    private synchronized boolean step(long mine, Throwable thrown, Runnable next) {
        if (mine != look) {
            return false;
        }
        underWay = Optional.empty();
        if (thrown != null) {
            fail(problem(thrown), refused());
            return false;
        }
        next.run();
        return true;
    }

    /** The first that is told was asked for after the look: where there is no wall in it, it has gone again. */
    private void stand(ContactPool of, Runnable away) {
        long mine = look;
        lookAway = away;
        darken = screen.hold();
        unwatch = people.watch(latest -> told(mine, latest), observers);
        first.complete(of);
    }

    private synchronized void told(long mine, PeopleSnapshot latest) {
        if (mine != look) {
            return;
        }
        latest.wall()
                .filter(view -> pool.equals(Optional.of(view.pool())))
                .ifPresentOrElse(
                        view -> window.accept(WallState.standing(wanted, view, latest.problem())), () -> lost(latest));
    }

    /** Nobody is signed in any more, something was taken back, or switched off. Nobody stays on the wall. */
    private void lost(PeopleSnapshot latest) {
        Problem.Kind kind = switch (latest.access().getOrDefault(PeopleFeature.WALL, PeopleFeature.Access.OFF)) {
            case OFF -> Problem.Kind.SWITCHED_OFF;
            case LOCKED -> Problem.Kind.LOCKED;
            case ON -> latest.refusal().isPresent() ? Problem.Kind.CONSENT_NEEDED : Problem.Kind.NOT_SIGNED_IN;
        };
        fail(Problem.of(kind), latest.refusal().map(PeopleSnapshot.Refusal::step));
    }

    private void fail(Problem problem, Optional<ConsentStep> refused) {
        lookNoMore();
        boolean byConsent = problem.kind() == Problem.Kind.CONSENT_NEEDED;
        window.accept(WallState.failed(wanted, pool, problem, byConsent ? refused : Optional.empty()));
        if (problem.kind().remedy() == Problem.Remedy.RETRY) {
            Instant soon = timeline.now().plus(AGAIN_AFTER);
            Instant when = problem.until().filter(soon::isBefore).orElse(soon);
            unplan = timeline.at(when, this::look);
        }
        first.completeExceptionally(new ProblemException(problem));
    }

    private Optional<ConsentStep> refused() {
        return people.snapshot().refusal().map(PeopleSnapshot.Refusal::step);
    }

    private static Problem problem(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
    }

    /** Nobody sees it for a while: nothing is asked for, and nobody stays on it. */
    synchronized void rest() {
        lookNoMore();
        window.accept(WallState.reading(wanted, pool, 0));
    }

    private void lookNoMore() {
        look++;
        unplan.run();
        unwatch.run();
        lookAway.run();
        darken.run();
        unplan = () -> {};
        unwatch = () -> {};
        lookAway = () -> {};
        darken = () -> {};
        Optional<Pending<?>> before = underWay;
        underWay = Optional.empty();
        before.ifPresent(Pending::cancel);
    }

    synchronized void end() {
        ended = true;
        lookNoMore();
        first.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.CANCELLED)));
    }
}
