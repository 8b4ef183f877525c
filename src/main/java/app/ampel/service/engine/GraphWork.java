package app.ampel.service.engine;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.StatusOverride;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks and tells Graph on the rim's threads, at most one read and one write at a time; answers come back as changes. What
 * is under way belongs to the account that asked: what comes of it means nothing to another. Its methods belong to the
 * core's thread.
 */
final class GraphWork {

    private static final Logger LOG = LoggerFactory.getLogger(GraphWork.class);

    /** A disk that takes longer is as good as none. */
    static final Duration KEPT_WITHIN = Duration.ofSeconds(5);

    /** The way back to the core's thread. */
    interface Back {
        /** Runs {@code first} there, whatever becomes of {@code change}. */
        void bring(Runnable first, SituationChange change);
    }

    private final EnginePorts ports;
    private final Timeline timeline;
    private final Back back;
    private boolean reading;
    private boolean writing;

    GraphWork(EnginePorts ports, Timeline timeline, Back back) {
        this.ports = ports;
        this.timeline = timeline;
        this.back = back;
    }

    /** @return false when there is no thread for it */
    boolean read(Optional<Profile> asker) {
        if (reading) {
            return true;
        }
        Instant asked = timeline.now();
        reading = Dispatch.ask(
                ports.reads(),
                ports.presence()::read,
                (presence, thrown) -> back.bring(
                        () -> reading = false,
                        thrown == null
                                ? (before, now) -> answered(before, presence, asker, asked, now)
                                : (before, now) -> failed(before, thrown, asker, now)));
        return reading;
    }

    private Situation answered(
            Situation before, Presence presence, Optional<Profile> asker, Instant asked, Instant now) {
        if (!before.isSamePerson(asker)) {
            return before;
        }
        before.watch().failure().ifPresent(problem -> LOG.info("Reading the presence works again"));
        Dispatch.guarded(() -> ports.memory().keep(new PresenceTracker.Seen(presence, now)));
        return before.with(before.watch().answered(presence, now, ports.jitter().getAsDouble()))
                .manual(manual -> manual.seen(presence, asked));
    }

    /** A sign-in that has been renewed since, or ended, has nothing to do with what became of an earlier one. */
    private Situation failed(Situation before, Throwable thrown, Optional<Profile> asker, Instant now) {
        if (!before.isSameSignIn(asker)) {
            return before;
        }
        Problem problem = problem("Reading the presence failed", before.watch().failure(), thrown);
        Situation after =
                before.with(before.watch().failed(problem, now, ports.jitter().getAsDouble()));
        return problem.kind().endsTheSignIn() ? after.with(AccountState.signedOut(Optional.of(problem)), now) : after;
    }

    /** Trouble lasts: what has been said once need not be said at every try. */
    private static Problem problem(String what, Optional<Problem> before, Throwable thrown) {
        Problem problem =
                thrown instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
        boolean known = before.map(Problem::kind).filter(problem.kind()::equals).isPresent();
        if (problem.kind() == Problem.Kind.INTERNAL && !known) {
            Dispatch.report(what + " unexpectedly", thrown);
        } else if (!known) {
            LOG.info("{}: {}", what, thrown.getMessage(), thrown.getCause());
        }
        return problem;
    }

    boolean isWriting() {
        return writing;
    }

    /**
     * Tells Microsoft, while nothing else is told.
     *
     * @param kept completes with whether the disk knows of it, so that the next start does should this be the last that the
     *     program does
     * @param earlier what it was before, for what cannot be kept and is not told
     * @return false when there is no thread for it
     */
    boolean write(
            GraphRequest write, CompletableFuture<Boolean> kept, StatusOverride earlier, Optional<Profile> asker) {
        writing = Dispatch.ask(
                ports.writes(),
                () -> {
                    boolean isKept = isKept(kept);
                    if (isKept || !write.mayOutliveTheProgram()) {
                        deliver(write, ports.presence());
                    }
                    return isKept || !write.mayOutliveTheProgram();
                },
                (sent, thrown) -> back.bring(
                        () -> writing = false,
                        (before, now) -> before.isSamePerson(asker)
                                ? told(before, write, Boolean.TRUE.equals(sent), thrown, earlier, now)
                                : before));
        return writing;
    }

    private static boolean isKept(CompletableFuture<Boolean> kept) {
        try {
            return kept.get(KEPT_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("What is to be told to Microsoft is not on disk yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Situation told(
            Situation before, GraphRequest write, boolean sent, Throwable thrown, StatusOverride earlier, Instant now) {
        if (thrown != null) {
            return untold(before, write, problem("Telling Microsoft failed", Optional.empty(), thrown), now);
        }
        if (!sent) {
            return before.manual(m -> m.unsent(earlier, Problem.of(Problem.Kind.CANNOT_SAVE), now));
        }
        return hurried(before.manual(m -> m.taken(ports.jitter().getAsDouble())), now);
    }

    /** Tells Microsoft; blocks. */
    static void deliver(GraphRequest write, PresenceService to) throws ProblemException {
        write.accept(new Delivery(to)).send();
    }

    /** What Microsoft makes of it is asked for at once. */
    private static Situation hurried(Situation s, Instant now) {
        return s.with(s.watch().with(s.watch().schedule().userActed(now).hurried(now)));
    }

    private static Situation untold(Situation before, GraphRequest write, Problem problem, Instant now) {
        boolean refused = problem.kind() == Problem.Kind.REFUSED_BY_GRAPH
                || problem.kind() == Problem.Kind.READ_ONLY_CLOUD
                || problem.kind() == Problem.Kind.CONSENT_NEEDED;
        // Taken back since it was given: the next status asks for it anew.
        Situation known = problem.kind() == Problem.Kind.CONSENT_NEEDED
                ? before.without(ConsentRequest.SET_STATUS.scopes())
                : before;
        return known.manual(manual -> refused && write.sets() && manual.wish().isPresent()
                ? manual.onLightOnly(problem)
                : manual.failed(problem, now));
    }
}
