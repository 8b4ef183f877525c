package app.ampel.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTrackerTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Presence BUSY = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);

    private final PresenceTracker nothing = PresenceTracker.startingAt(NOON, Optional.empty(), PollingLimits.DEFAULT);
    private final PresenceTracker answered = nothing.answered(BUSY, NOON, 0);

    @Test
    void aGoodAnswerIsKnown() {
        PresenceReading reading = answered.reading(NOON.plusSeconds(59));
        assertThat(reading.kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        assertThat(reading.last().orElseThrow().presence()).isEqualTo(BUSY);
        assertThat(reading.last().orElseThrow().at()).isEqualTo(NOON);
    }

    @Test
    void anAnswerOlderThanSixtySecondsIsStale() {
        PresenceReading reading = answered.reading(NOON.plusSeconds(60));
        assertThat(reading.kind()).isEqualTo(PresenceReading.Kind.STALE);
        assertThat(reading.last().orElseThrow().staleSince()).contains(NOON.plusSeconds(60));
    }

    @Test
    void anAnswerOfTheLastRunIsStaleHoweverYoung() {
        PresenceTracker restarted = PresenceTracker.startingAt(
                NOON, Optional.of(new PresenceTracker.Seen(BUSY, NOON.minusSeconds(1))), PollingLimits.DEFAULT);
        assertThat(restarted.reading(NOON).kind()).isEqualTo(PresenceReading.Kind.STALE);
    }

    @Nested
    class WhenARequestFails {

        @Test
        void theLastAnswerIsKeptAndStaysFreshForItsTime() {
            PresenceReading reading = answered.failed(Problem.of(Problem.Kind.NO_NETWORK), NOON.plusSeconds(10), 0)
                    .reading(NOON.plusSeconds(11));
            assertThat(reading.kind()).isEqualTo(PresenceReading.Kind.UNREACHABLE);
            assertThat(reading.last().orElseThrow().fresh()).isTrue();
            assertThat(reading.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NO_NETWORK);
        }

        @Test
        void a429SaysUntilWhen() {
            Instant until = NOON.plusSeconds(30);
            Problem throttled = new Problem(Problem.Kind.THROTTLED, "HTTP 429", Optional.of(until));
            PresenceReading reading = answered.failed(throttled, NOON, 0).reading(NOON);
            assertThat(reading.kind()).isEqualTo(PresenceReading.Kind.THROTTLED);
            assertThat(reading.until()).contains(until);
        }

        @ParameterizedTest
        @CsvSource({
            "CONSENT_NEEDED,CONSENT_MISSING",
            "REFUSED_BY_GRAPH,CONSENT_MISSING",
            "SIGN_IN_EXPIRED,SIGNED_OUT",
            "MFA_NEEDED,SIGNED_OUT",
            "DEVICE_NOT_REGISTERED,CONSENT_MISSING",
            "SIGN_IN_REFUSED,CONSENT_MISSING",
            "SIGN_IN_CANCELLED,UNREACHABLE",
            "UNTRUSTED_CERTIFICATE,UNREACHABLE",
            "NO_PRESENCE,UNREACHABLE",
            "CAPTIVE_PORTAL,UNREACHABLE",
            "THROTTLED,THROTTLED"
        })
        void theReadingSaysOfWhatKindItIs(Problem.Kind problem, PresenceReading.Kind reading) {
            PresenceTracker failed = answered.failed(Problem.of(problem), NOON, 0);
            assertThat(failed.reading(NOON).kind()).isEqualTo(reading);
        }

        @Test
        void theNextGoodAnswerMakesItKnownAgain() {
            PresenceTracker back = answered.failed(Problem.of(Problem.Kind.SERVICE_FAILING), NOON, 0)
                    .answered(BUSY, NOON.plusSeconds(20), 0);
            assertThat(back.reading(NOON.plusSeconds(20)).kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        }
    }

    @Test
    void unknownWordsAreKeptAndWordsThatDifferInCaseAreEqual() {
        Presence odd = Presence.of(new Availability("Daydreaming"), new Activity("inacall"));
        assertThat(odd.availability().word()).isEqualTo("Daydreaming");
        assertThat(odd.activity()).isEqualTo(Activity.IN_A_CALL);
        assertThat(odd.activity().word()).isEqualTo("inacall");
    }
}
