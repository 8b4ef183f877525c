package app.ampel.adapter.graph;

import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.LongSupplier;
import okhttp3.Response;

/**
 * What Microsoft's hosts have said about the time. A certificate out of its time is the clock's fault (Microsoft lets none
 * run out), unless an earlier answer in this run, carried on by a clock that nobody can set, agrees with the clock: then
 * it is the certificate of somebody on the way. Any thread.
 */
final class ClockWitness {

    /** As far as a certificate's time and a computer's may differ before anybody notices. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** @param nanos of the clock that nobody can set, at that time */
    private record Seen(Date time, long nanos) {}

    private final Clock clock;
    private final LongSupplier nanos;
    private volatile Optional<Seen> last = Optional.empty();

    ClockWitness() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    ClockWitness(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    void record(Response answer) {
        Date date = answer.headers().getDate("Date");
        if (date != null) {
            last = Optional.of(new Seen(date, nanos.getAsLong()));
        }
    }

    UnusableAnswer judged(UnusableAnswer failure) {
        boolean ranOut = failure.problem().kind() == Problem.Kind.CLOCK_WRONG && isRight();
        if (!ranOut) {
            return failure;
        }
        UnusableAnswer answer = new UnusableAnswer(
                Problem.Kind.CERTIFICATE_EXPIRED, failure.problem().code());
        answer.initCause(failure);
        return answer;
    }

    private boolean isRight() {
        return last.map(seen -> seen.time().toInstant().plusNanos(nanos.getAsLong() - seen.nanos()))
                .filter(theirs ->
                        Duration.between(theirs, clock.instant()).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
