package app.ampel.service.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.presence.Presence;
import app.ampel.service.engine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Optional<Observed> NOTHING = Optional.empty();

    private Instant wall = Instant.parse("2026-11-20T09:00:00Z");
    private Duration up = Duration.ofHours(5);
    private Duration awake = Duration.ofHours(4);
    private Recording recording = Recording.startingAt(moment());
    private List<Span> kept = List.of();
    private int writes;

    private Moment moment() {
        return new Moment(wall, up, awake);
    }

    private static Optional<Observed> seen(Presence presence) {
        return Optional.of(new Observed("ada", presence, false));
    }

    private void pass(int minutes) {
        Duration time = Duration.ofMinutes(minutes);
        wall = wall.plus(time);
        up = up.plus(time);
        awake = awake.plus(time);
    }

    private void sleep(int minutes) {
        Duration time = Duration.ofMinutes(minutes);
        wall = wall.plus(time);
        up = up.plus(time);
    }

    private void look(Optional<Observed> seen) {
        take(recording.at(moment(), seen, false));
    }

    private void take(Recording.Step step) {
        recording = step.next();
        writes += step.changes().size();
        for (Change change : step.changes()) {
            kept = change.applyTo(kept);
        }
    }

    private static Span span(String from, String to, Presence presence) {
        return Spans.span("2026-11-20T" + from + ":00Z", "2026-11-20T" + to + ":00Z", presence);
    }

    @Nested
    class WhileAllGoesWell {

        @Test
        void whatFollowsBeginsWhereTheFormerEnds() {
            look(seen(Spans.AVAILABLE));
            pass(4);
            look(seen(Spans.IN_A_CALL));
            pass(3);
            look(NOTHING);
            assertThat(kept)
                    .containsExactly(span("09:00", "09:04", Spans.AVAILABLE), span("09:04", "09:07", Spans.IN_A_CALL));
        }

        @Test
        void whatIsNotKnownIsAGap() {
            look(seen(Spans.AVAILABLE));
            pass(4);
            look(NOTHING);
            pass(9);
            look(seen(Spans.AVAILABLE));
            pass(1);
            look(NOTHING);
            assertThat(kept)
                    .containsExactly(span("09:00", "09:04", Spans.AVAILABLE), span("09:13", "09:14", Spans.AVAILABLE));
        }

        @Test
        void manyLooksAtTheSameAreOneSpanAndFewWrites() {
            look(seen(Spans.IN_A_MEETING));
            for (int minute = 1; minute <= 60; minute++) {
                pass(1);
                look(seen(Spans.IN_A_MEETING));
            }
            assertThat(kept).containsExactly(span("09:00", "10:00", Spans.IN_A_MEETING));
            assertThat(writes).isEqualTo(1 + 12);
        }

        @Test
        void aCrashLosesNoMoreThanTheTimeSinceTheLastCheckpoint() {
            look(seen(Spans.IN_A_CALL));
            pass(5);
            look(seen(Spans.IN_A_CALL));
            pass(4);
            look(seen(Spans.IN_A_CALL));
            recording = Recording.startingAt(moment());
            look(seen(Spans.IN_A_CALL));
            pass(5);
            look(seen(Spans.IN_A_CALL));
            assertThat(kept)
                    .containsExactly(span("09:00", "09:05", Spans.IN_A_CALL), span("09:09", "09:14", Spans.IN_A_CALL));
        }

        @Test
        void everythingIsKeptWhenSomebodyWantsToReadIt() {
            look(seen(Spans.IN_A_CALL));
            pass(2);
            take(recording.at(moment(), seen(Spans.IN_A_CALL), true));
            assertThat(kept).containsExactly(span("09:00", "09:02", Spans.IN_A_CALL));
        }
    }

    @Nested
    class WhenTheComputerSleeps {

        @Test
        void theSpanEndsWhereItWasLastSeen() {
            look(seen(Spans.AVAILABLE));
            pass(3);
            look(seen(Spans.AVAILABLE));
            sleep(120);
            look(seen(Spans.AVAILABLE));
            pass(1);
            look(NOTHING);
            assertThat(kept)
                    .containsExactly(span("09:00", "09:03", Spans.AVAILABLE), span("11:03", "11:04", Spans.AVAILABLE));
        }

        @Test
        void soDoesOneThatWasHeldUpForLong() {
            look(seen(Spans.AVAILABLE));
            pass(3);
            look(seen(Spans.AVAILABLE));
            pass(60);
            look(NOTHING);
            assertThat(kept).containsExactly(span("09:00", "09:03", Spans.AVAILABLE));
        }
    }

    @Nested
    class WhenTheClockIsPutRight {

        @Test
        void theSpanMovesForwardsAndStaysAsLongAsItIs() {
            look(seen(Spans.IN_A_CALL));
            pass(6);
            look(seen(Spans.IN_A_CALL));
            wall = wall.plus(Duration.ofHours(1));
            pass(1);
            look(NOTHING);
            assertThat(kept).containsExactly(span("10:00", "10:07", Spans.IN_A_CALL));
        }

        @Test
        void theSpanMovesBackAndWhatItThenCoversIsCut() {
            look(seen(Spans.AVAILABLE));
            pass(30);
            look(seen(Spans.AVAILABLE));
            pass(1);
            look(seen(Spans.IN_A_CALL));
            kept = List.of(span("08:00", "09:31", Spans.AVAILABLE));
            wall = wall.minus(Duration.ofHours(1));
            pass(2);
            look(NOTHING);
            assertThat(kept)
                    .containsExactly(span("08:00", "08:31", Spans.AVAILABLE), span("08:31", "08:33", Spans.IN_A_CALL));
        }

        @Test
        void whatLiesInTheFutureIsCutWhenSomethingIsKnownAgain() {
            kept = List.of(span("08:00", "11:00", Spans.AVAILABLE), span("12:00", "13:00", Spans.AWAY));
            look(seen(Spans.IN_A_CALL));
            assertThat(kept).containsExactly(span("08:00", "09:00", Spans.AVAILABLE));
        }
    }
}
