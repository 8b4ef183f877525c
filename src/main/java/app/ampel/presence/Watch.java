package app.ampel.presence;

import app.ampel.problem.Problem;
import app.ampel.problem.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Watching one's own presence: the last good answer, what went wrong since, and when to ask again. Immutable and pure.
 *
 * @param last the last good answer
 * @param remembered whether {@code last} comes from an earlier run: then it is stale whatever its age
 * @param failure why the last request got no usable answer; empty after a good one
 */
public record Watch(Optional<Seen> last, boolean remembered, Optional<Problem> failure, PollSchedule schedule) {

    /** A good answer and when it arrived. */
    public record Seen(Presence presence, Instant at) {
        public Seen {
            Objects.requireNonNull(presence);
            Objects.requireNonNull(at);
        }
    }

    public Watch {
        Objects.requireNonNull(last);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(schedule);
    }

    public static Watch startingAt(Instant now, Optional<Seen> fromLastRun, PollingLimits limits) {
        return new Watch(fromLastRun, true, Optional.empty(), PollSchedule.startingAt(now, limits));
    }

    public Watch answered(Presence presence, Instant now, double jitter) {
        boolean changed = last.map(seen -> !seen.presence().looksLike(presence)).orElse(true);
        return new Watch(
                Optional.of(new Seen(presence, now)), false, Optional.empty(), schedule.answered(now, changed, jitter));
    }

    public Watch failed(Problem problem, Instant now, double jitter) {
        PollSchedule after = problem.kind() == Problem.Kind.THROTTLED
                ? schedule.throttled(now, problem.until(), jitter)
                : schedule.failed(now, problem.until(), jitter);
        return new Watch(last, remembered, Optional.of(problem), after);
    }

    /** Another schedule, the same knowledge. */
    public Watch with(PollSchedule other) {
        return new Watch(last, remembered, failure, other);
    }

    /** The computer's clock was put right by so much. */
    public Watch corrected(Duration by) {
        Optional<Seen> moved =
                last.map(seen -> new Seen(seen.presence(), seen.at().plus(by)));
        return new Watch(moved, remembered, failure, schedule.corrected(by));
    }

    /** Nobody is signed in any more, or somebody else is: what was seen says nothing now. */
    public Watch forgotten() {
        return new Watch(Optional.empty(), false, Optional.empty(), schedule);
    }

    /** When the last good answer stops being fresh; empty when there is none or it is stale already. */
    public Optional<Instant> staleAt(Instant now) {
        return remembered ? Optional.empty() : last.map(seen -> seen.at().plus(schedule.freshFor(now)));
    }

    /** What can be said about the presence now, as far as it depends on Graph's answers. */
    public PresenceReading reading(Instant now) {
        Optional<PresenceReading.Last> shown =
                last.map(seen -> new PresenceReading.Last(seen.presence(), seen.at(), staleSince(seen, now)));
        PresenceReading.Kind kind = failure.map(Watch::kindOf)
                .orElseGet(() -> shown.map(PresenceReading.Last::fresh).orElse(false)
                        ? PresenceReading.Kind.KNOWN
                        : PresenceReading.Kind.STALE);
        Optional<Instant> until =
                kind == PresenceReading.Kind.THROTTLED ? Optional.of(schedule.next()) : Optional.empty();
        return new PresenceReading(kind, shown, until, failure);
    }

    private Optional<Instant> staleSince(Seen seen, Instant now) {
        if (remembered) {
            return Optional.of(seen.at());
        }
        Instant staleAt = seen.at().plus(schedule.freshFor(now));
        return now.isBefore(staleAt) ? Optional.empty() : Optional.of(staleAt);
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
