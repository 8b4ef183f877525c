package app.ampel.domain.presence;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Watching one's own presence: the last good answer, what went wrong since, and when to ask again. Immutable and pure.
 *
 * @param last the last good answer
 * @param staleAt when {@code last} stops being fresh, as was decided when it came: nothing that happens afterwards makes it
 *     last longer. Empty where there is none, or where it comes from an earlier run: then it is stale whatever its age
 * @param failure why the last request got no usable answer; empty after a good one
 */
public record PresenceTracker(
        Optional<Seen> last, Optional<Instant> staleAt, Optional<Problem> failure, PollSchedule schedule) {

    /** A good answer and when it arrived. */
    public record Seen(Presence presence, Instant at) {
        public Seen {
            Objects.requireNonNull(presence);
            Objects.requireNonNull(at);
        }
    }

    public PresenceTracker {
        Objects.requireNonNull(last);
        Objects.requireNonNull(staleAt);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(schedule);
    }

    public static PresenceTracker startingAt(Instant now, Optional<Seen> fromLastRun, PollingLimits limits) {
        return new PresenceTracker(
                fromLastRun, Optional.empty(), Optional.empty(), PollSchedule.startingAt(now, limits));
    }

    /** A request goes out. */
    public PresenceTracker asked(Instant now) {
        return with(schedule.asked(now));
    }

    public PresenceTracker answered(Presence presence, Instant now, double jitter) {
        boolean changed = last.map(seen -> !seen.presence().looksLike(presence)).orElse(true);
        PollSchedule after = schedule.answered(now, changed, jitter);
        return new PresenceTracker(
                Optional.of(new Seen(presence, now)),
                Optional.of(now.plus(after.freshFor(now))),
                Optional.empty(),
                after);
    }

    public PresenceTracker failed(Problem problem, Instant now, double jitter) {
        return new PresenceTracker(last, staleAt, Optional.of(problem), after(problem, now, jitter));
    }

    private PollSchedule after(Problem problem, Instant now, double jitter) {
        if (problem.kind() == Problem.Kind.THROTTLED) {
            return schedule.throttled(now, problem.until(), jitter);
        }
        return problem.kind().retry() == Retry.SLOWLY
                ? schedule.refused(now, jitter)
                : schedule.failed(now, problem.until(), jitter);
    }

    /** Another schedule, the same knowledge. */
    public PresenceTracker with(PollSchedule other) {
        return new PresenceTracker(last, staleAt, failure, other);
    }

    /** The computer's clock was put right by so much. */
    public PresenceTracker corrected(Duration by) {
        Optional<Seen> moved =
                last.map(seen -> new Seen(seen.presence(), seen.at().plus(by)));
        return new PresenceTracker(moved, staleAt.map(at -> at.plus(by)), failure, schedule.corrected(by));
    }

    /** Nobody is signed in any more, or somebody else is: what was seen says nothing now. */
    public PresenceTracker forgotten() {
        return new PresenceTracker(Optional.empty(), Optional.empty(), Optional.empty(), schedule);
    }

    /** Whether what is known comes from an earlier run. */
    public boolean remembered() {
        return last.isPresent() && staleAt.isEmpty();
    }

    /** What can be said about the presence now, as far as it depends on Graph's answers. */
    public PresenceReading reading(Instant now) {
        Optional<PresenceReading.Last> shown =
                last.map(seen -> new PresenceReading.Last(seen.presence(), seen.at(), staleSince(seen, now)));
        PresenceReading.Kind kind = failure.map(PresenceTracker::kindOf)
                .orElseGet(() -> shown.map(PresenceReading.Last::fresh).orElse(false)
                        ? PresenceReading.Kind.KNOWN
                        : PresenceReading.Kind.STALE);
        Optional<Instant> until =
                kind == PresenceReading.Kind.THROTTLED ? Optional.of(schedule.next()) : Optional.empty();
        return new PresenceReading(kind, shown, until, failure);
    }

    private Optional<Instant> staleSince(Seen seen, Instant now) {
        Instant since = staleAt.orElse(seen.at());
        return staleAt.isPresent() && now.isBefore(since) ? Optional.empty() : Optional.of(since);
    }

    private static PresenceReading.Kind kindOf(Problem problem) {
        Problem.Kind kind = problem.kind();
        boolean somebodyHasToAct = kind.retry() != Retry.SOON;
        if (somebodyHasToAct && kind.remedy() == Problem.Remedy.SIGN_IN) {
            return PresenceReading.Kind.SIGNED_OUT;
        }
        if (somebodyHasToAct && kind.remedy() == Problem.Remedy.REFUSED) {
            return PresenceReading.Kind.CONSENT_MISSING;
        }
        return kind == Problem.Kind.THROTTLED ? PresenceReading.Kind.THROTTLED : PresenceReading.Kind.UNREACHABLE;
    }
}
