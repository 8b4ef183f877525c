package app.ampel.adapter.graph.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.demo.DemoUser;
import app.ampel.demo.people.Colleague;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Other people's presence through the real SDK. */
class GraphPeoplePresenceTest extends DirectoryFixture {

    private Presence of(String name) throws Exception {
        String id = colleague(name).id();
        return presence.presences(List.of(id)).get(id);
    }

    @Test
    void ofSixHundredAndFiftyPeopleIsOneRequest() throws Exception {
        signIn(SMALL);
        List<String> ids = largeGroup(650).members();

        Map<String, Presence> all = presence.presences(ids);

        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(asked).hasSize(1);
        assertThat(all.values().stream().map(Presence::availability).distinct()).hasSizeGreaterThan(3);
    }

    @Test
    void ofMoreOrOfNobodyIsNotAskedFor() throws Exception {
        signIn(SMALL);
        List<String> ids = largeGroup(651).members();
        assertThatThrownBy(() -> presence.presences(ids)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> presence.presences(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void isJoinedByIdWhateverTheOrderAndTheLetters() throws Exception {
        signIn(SMALL);
        List<String> ids = new ArrayList<>(largeGroup(50).members());
        Map<String, Presence> once = presence.presences(ids);
        Collections.reverse(ids);
        assertThat(presence.presences(ids)).isEqualTo(once);
    }

    @Test
    void ofWhoHasLeftIsMissing() throws Exception {
        signIn(SMALL);
        String emily = colleague("Emily Carter").id();
        String nobody = Colleague.idOf("nobody");
        change(before -> before.without(emily));
        assertThat(presence.presences(
                        List.of(emily, nobody, colleague("Ben Ashworth").id())))
                .containsOnlyKeys(colleague("Ben Ashworth").id());
    }

    @Test
    void ofAGuestARoomOrAClosedAccountIsUnknown() throws Exception {
        signIn(SMALL);
        for (String name : List.of("Maja Novak", "Raum Zugspitze", "Info", "Ralf Ehemals")) {
            assertThat(of(name).availability()).isEqualTo(Availability.PRESENCE_UNKNOWN);
        }
    }

    @Test
    void ofWhoIsOutOfOfficeComesWithTheReply() throws Exception {
        signIn(SMALL);
        assertThat(of("Priya Sharma").isOutOfOffice()).isTrue();
        assertThat(of("Priya Sharma").automaticReply()).contains("Back on Monday. Urgent? Please ask Tobias Krüger.");
        assertThat(of("Anna Becker").automaticReply()).isEmpty();
    }

    @Test
    void ofOneselfIsTheSameAsOnesOwn() throws Exception {
        signIn(SMALL);
        String kim = DemoUser.KIM.objectId();
        assertThat(presence.presences(List.of(kim)).get(kim).looksLike(microsoft.read()))
                .isTrue();
    }

    @Test
    void hasNotesThatAreToBeReadOnly() throws Exception {
        signIn(SMALL);
        List<String> ids = largeGroup(650).members();
        List<StatusMessage> notes = presence.presences(ids).values().stream()
                .flatMap(presence -> presence.statusMessage().stream())
                .toList();
        assertThat(notes).isNotEmpty().allSatisfy(note -> {
            assertThat(note.text()).isNotBlank();
            assertThat(note.original()).isEmpty();
        });
    }

    @Test
    void hasAReplyThatIsLegibleAndNoNovel() throws Exception {
        signIn(SMALL);
        Colleague away = colleague("Emily Carter")
                .outOfOffice("\u202eGone\u0000\n\nfishing 🎣 " + "for long ".repeat(5000))
                .withId(Colleague.idOf("away"));
        change(before -> before.with(List.of(away)));
        String reply = presence.presences(List.of(away.id()))
                .get(away.id())
                .automaticReply()
                .orElseThrow();
        assertThat(reply).startsWith("Gone fishing 🎣 for long").endsWith("…").hasSizeLessThanOrEqualTo(1002);
    }

    @Test
    void isRefusedForAWhileWhereThereIsTooMuchToDo() throws Exception {
        signIn(SMALL);
        tenant.throttle(1, Optional.of(Duration.ofSeconds(9)));
        Problem problem = problem(() -> of("Anna Becker"));
        assertThat(problem.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(problem.until()).isPresent();
        assertThat(of("Anna Becker")).isNotNull();
    }

    @Test
    void staysKnownByTheIdThatWasAskedFor() throws Exception {
        signIn(SMALL);
        String id = colleague("Anna Becker").id();
        String loud = id.toUpperCase(Locale.ROOT);
        assertThat(presence.presences(List.of(id)).keySet()).containsExactly(id);
        assertThat(presence.presences(List.of(loud)).keySet()).isSubsetOf(loud);
    }
}
