package app.ampel.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A note of ours is known again however Microsoft shows it, and what stood there before comes back. */
class NoteSlotTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final StatusMessage TRAIN = new StatusMessage("On the train", Optional.empty());

    private static NoteSlot set(String text) {
        NoteSlot empty = NoteSlot.EMPTY.seen(showing(Optional.of(TRAIN)), NOON, true);
        GraphRequest.SetNote write = new GraphRequest.SetNote(new StatusMessage(text, Optional.of(ONE)));
        return empty.sending(write, NOON).taken(write, NOON);
    }

    private static Presence showing(Optional<StatusMessage> note) {
        return new Presence(Availability.BUSY, Activity.BUSY, false, note, Optional.empty(), "");
    }

    private static StatusMessage shown(String text, Instant published) {
        return new StatusMessage(text, Optional.of(ONE), Optional.empty(), Optional.of(published));
    }

    /** Long after it was set, somebody clears it. */
    private static Optional<GraphRequest> putBack(NoteSlot slot, StatusMessage there) {
        Instant later = NOON.plus(Duration.ofMinutes(5));
        return slot.seen(showing(Optional.of(there)), later, true)
                .planToPutBack(later)
                .map(GraphRequest.Planned::write);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fish & chips | Fish &amp; chips",
                "Fish & chips | Fish &amp;amp; chips",
                "a < b > c | a &lt; b &gt; c",
                "say \"hello\" | say &quot;hello&quot;",
                "it's me | it&#39;s me",
                "it's me | it&#x27;s me",
                "one  two | one two",
                "Zurück | Zuru\u0308ck"
            })
    void inAnotherSpelling(String written, String read) {
        assertThat(putBack(set(written), shown(read, NOON.plusSeconds(3600))))
                .contains(new GraphRequest.PutBackNote(Optional.of(TRAIN)));
    }

    @Test
    void withOtherLineEnds() {
        assertThat(putBack(set("Line one\nLine two"), shown("Line one\r\nLine two\r\n", ONE)))
                .contains(new GraphRequest.PutBackNote(Optional.of(TRAIN)));
    }

    @Test
    void withSomethingLeftOutByWhenItWasPutThere() {
        assertThat(putBack(set("back <soon>, promised"), shown("back , promised", NOON.plusSeconds(2))))
                .contains(new GraphRequest.PutBackNote(Optional.of(TRAIN)));
    }

    @Test
    void whatSomebodyHasWrittenSinceIsLeftAlone() {
        assertThat(putBack(set("Fish & chips"), shown("At lunch", NOON.plusSeconds(120))))
                .isEmpty();
    }

    @Test
    void withoutATimeOnlyTheTextCounts() {
        assertThat(putBack(set("Fish & chips"), new StatusMessage("At lunch", Optional.of(ONE))))
                .isEmpty();
    }
}
