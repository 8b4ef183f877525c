package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.Person;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.face.window.kit.Look;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final PersonWords words = new PersonWords(Messages.in(Locale.UK));

    @ParameterizedTest
    @CsvSource({
        "Anna Becker, AB",
        "Marie-Luise Graf, MG",
        "Daniel O'Brien, DO",
        "Cher, C",
        "Ludwig van Beethoven, LB",
        "'  ', ?",
        "'', ?",
        "4711, ?",
        "🎉 Ümit Yılmaz (extern), ÜY",
        "שרה לוי, של",
        "李四, 李"
    })
    void initialsAreTheFirstLettersOfTheFirstAndTheLastWord(String name, String initials) {
        assertThat(PersonWords.initials(name)).isEqualTo(initials);
    }

    @Test
    void aNameThatSteersOrFillsTheScreenDoesNot() {
        assertThat(words.name(new Contact("a", "Anna\n\tBecker"))).isEqualTo("Anna Becker");
        assertThat(words.name(Person.of("a", "Eve\u202eLive\u0007", "a@b.c"))).isEqualTo("Eve?Live?");
        assertThat(words.name(Person.of("a", "x".repeat(300), "a@b.c")))
                .hasSize(120)
                .endsWith("…");
        assertThat(words.name(new Contact("a", " "))).isEqualTo("(no name)");
    }

    @Test
    void aStateHasWordsAColourAndASign() {
        Stream.of(PresenceKind.values()).forEach(kind -> {
            Optional<Presence> presence = Optional.of(kind.example());
            assertThat(words.state(presence)).isNotBlank();
            assertThat(PersonWords.look(presence)).isEqualTo(Look.of(kind.example()));
        });
        assertThat(words.state(Optional.of(PresenceKind.IN_A_MEETING.example())))
                .isEqualTo("In a meeting");
        assertThat(words.state(Optional.empty())).isEqualTo("Unknown");
    }

    @Test
    void besidesTheStateThereAreTheReplyTheNoteAndThePlace() {
        Presence presence = new Presence(
                Availability.AVAILABLE,
                Activity.AVAILABLE,
                true,
                Optional.of(new StatusMessage("Back at\n 2", Optional.empty())),
                Optional.of("timeOff"),
                "",
                Optional.of("On holiday"));
        assertThat(words.state(Optional.of(presence))).isEqualTo("Available, out of office");
        assertThat(words.details(presence))
                .containsExactly("Automatic reply: On holiday", "Note: Back at 2", "Day off");
    }

    @Test
    void aPlaceThatNobodyKnowsSaysNothing() {
        for (String word : List.of("moonbase", "unspecified", "../x", "")) {
            Presence presence =
                    new Presence(Availability.AWAY, Activity.AWAY, false, Optional.empty(), Optional.of(word), "");
            assertThat(words.details(presence)).isEmpty();
        }
    }

    @Test
    void whatWasReadInTheFutureWasReadJustNow() {
        assertThat(words.fresh(NOW, NOW.plusSeconds(12))).isEqualTo("Read 12 s ago.");
        assertThat(words.fresh(NOW.plus(Duration.ofHours(1)), NOW)).isEqualTo(words.fresh(NOW, NOW));
    }
}
