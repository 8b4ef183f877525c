package app.ampel.core;

import app.ampel.account.AccountState;
import app.ampel.account.Scope;
import app.ampel.manual.Write;
import app.ampel.presence.Presence;
import app.ampel.presence.StatusMessage;
import app.ampel.presence.Watch;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks and tells Graph on the rim's threads, at most one read and one write at a time; answers come back as changes.
 * Its methods belong to the core's thread.
 */
final class GraphWork {

    private static final Logger LOG = LoggerFactory.getLogger(GraphWork.class);

    private final Rim rim;
    private final Timeline timeline;
    private final Consumer<Change> post;
    private boolean reading;
    private boolean writing;

    GraphWork(Rim rim, Timeline timeline, Consumer<Change> post) {
        this.rim = rim;
        this.timeline = timeline;
        this.post = post;
    }

    void read() {
        if (reading) {
            return;
        }
        reading = true;
        Instant asked = timeline.now();
        rim.reads().execute(() -> {
            Change answer = ask(asked);
            post.accept((before, now) -> {
                reading = false;
                return answer.of(before, now);
            });
        });
    }

    private Change ask(Instant asked) {
        try {
            Presence presence = rim.presence().read();
            return (before, now) -> answered(before, presence, asked, now);
        } catch (ProblemException e) {
            return (before, now) -> {
                logOnce(before.watch().failure(), e);
                return failed(before, e.problem(), now);
            };
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("Reading the presence failed unexpectedly", e);
            return (before, now) -> failed(before, Problem.of(Problem.Kind.INTERNAL), now);
        }
    }

    /** Trouble lasts: what has been said once need not be said at every try. */
    private static void logOnce(Optional<Problem> before, ProblemException e) {
        boolean known =
                before.map(Problem::kind).filter(e.problem().kind()::equals).isPresent();
        if (!known) {
            LOG.info("Reading the presence failed: {}", e.getMessage(), e.getCause());
        }
    }

    private Situation answered(Situation before, Presence presence, Instant asked, Instant now) {
        if (!before.canAsk()) {
            return before;
        }
        before.watch().failure().ifPresent(problem -> LOG.info("Reading the presence works again"));
        rim.memory().keep(new Watch.Seen(presence, now));
        return before.with(before.watch().answered(presence, now, rim.jitter().getAsDouble()))
                .manual(manual -> manual.seen(presence, asked));
    }

    private Situation failed(Situation before, Problem problem, Instant now) {
        Situation after =
                before.with(before.watch().failed(problem, now, rim.jitter().getAsDouble()));
        return problem.kind().endsTheSignIn() ? after.with(AccountState.signedOut(Optional.of(problem)), now) : after;
    }

    void write(Write write, Consumer<Change> apply) {
        if (writing) {
            return;
        }
        writing = true;
        Instant sent = timeline.now();
        apply.accept((before, now) -> before.manual(manual -> manual.sending(write, sent)));
        rim.writes().execute(() -> {
            Change answer = tell(write);
            post.accept((before, now) -> {
                writing = false;
                return answer.of(before, now);
            });
        });
    }

    private Change tell(Write write) {
        try {
            deliver(write, rim.presence());
            return (before, now) ->
                    hurried(before.manual(m -> m.taken(rim.jitter().getAsDouble())), now);
        } catch (ProblemException e) {
            LOG.info("Telling Microsoft failed: {}", e.getMessage(), e.getCause());
            return (before, now) -> untold(before, write, e.problem(), now);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("Telling Microsoft failed unexpectedly", e);
            return (before, now) -> untold(before, write, Problem.of(Problem.Kind.INTERNAL), now);
        }
    }

    /** Tells Microsoft; blocks. */
    static void deliver(Write write, PresenceService to) throws ProblemException {
        if (write instanceof Write.SetSession set) {
            to.setSession(set.pair().availability(), set.pair().activity(), set.lease());
        } else if (write instanceof Write.ClearSession) {
            to.clearSession();
        } else if (write instanceof Write.SetPreferred set) {
            to.setPreferred(set.pair().availability(), set.pair().activity(), set.time());
        } else if (write instanceof Write.ClearPreferred) {
            to.clearPreferred();
        } else if (write instanceof Write.SetNote set) {
            to.setStatusMessage(set.note());
        } else if (write instanceof Write.PutBackNote back) {
            to.setStatusMessage(back.before().orElse(new StatusMessage("", Optional.empty())));
        }
    }

    /** What Microsoft makes of it is asked for at once. */
    private static Situation hurried(Situation s, Instant now) {
        return s.with(s.watch().with(s.watch().schedule().userActed(now).hurried(now)));
    }

    private static Situation untold(Situation before, Write write, Problem problem, Instant now) {
        boolean refused = problem.kind() == Problem.Kind.REFUSED_BY_GRAPH
                || problem.kind() == Problem.Kind.READ_ONLY_CLOUD
                || problem.kind() == Problem.Kind.CONSENT_NEEDED;
        // Taken back since it was given: the next status asks for it anew.
        Situation known =
                problem.kind() == Problem.Kind.CONSENT_NEEDED ? before.without(Scope.PRESENCE_READ_WRITE) : before;
        return known.manual(manual -> refused && write.sets() && manual.wish().isPresent()
                ? manual.onLightOnly(problem)
                : manual.failed(problem, now));
    }
}
