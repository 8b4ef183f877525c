package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Whose fault a certificate out of its time is. */
class ClockWitnessTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    private ClockWitness at(Instant wall) {
        return new ClockWitness(Clock.fixed(wall, ZoneOffset.UTC), nanos::get);
    }

    private static Response saying(Instant time) {
        return new Response.Builder()
                .request(new Request.Builder()
                        .url("https://graph.microsoft.com/")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .headers(new Headers.Builder().add("Date", Date.from(time)).build())
                .build();
    }

    private static Kind judged(ClockWitness witness, Kind kind) {
        return witness.judged(new UnusableAnswer(kind, "")).problem().kind();
    }

    @Test
    void withoutAnotherWordItIsTheClock() {
        assertThat(judged(at(NOON), Kind.CLOCK_WRONG)).isEqualTo(Kind.CLOCK_WRONG);
    }

    @Test
    void whenAnotherHostAgreesWithTheClockItIsTheCertificate() {
        ClockWitness witness = at(NOON);
        witness.record(saying(NOON.minusSeconds(40)));
        nanos.set(Duration.ofSeconds(38).toNanos());

        assertThat(judged(witness, Kind.CLOCK_WRONG)).isEqualTo(Kind.CERTIFICATE_EXPIRED);
    }

    @Test
    void whenTheClockWasSetSinceItIsTheClock() {
        ClockWitness witness = at(NOON.plus(Duration.ofDays(400)));
        witness.record(saying(NOON));
        nanos.set(Duration.ofSeconds(38).toNanos());

        assertThat(judged(witness, Kind.CLOCK_WRONG)).isEqualTo(Kind.CLOCK_WRONG);
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        ClockWitness witness = at(NOON);
        witness.record(saying(NOON));

        assertThat(judged(witness, Kind.NO_NETWORK)).isEqualTo(Kind.NO_NETWORK);
    }
}
