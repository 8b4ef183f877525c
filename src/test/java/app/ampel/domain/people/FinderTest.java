package app.ampel.domain.people;

import static app.ampel.domain.people.People.AVAILABLE;
import static app.ampel.domain.people.People.AWAY;
import static app.ampel.domain.people.People.CALL;
import static app.ampel.domain.people.People.DO_NOT_DISTURB;
import static app.ampel.domain.people.People.IDLE;
import static app.ampel.domain.people.People.MEETING;
import static app.ampel.domain.people.People.NOON;
import static app.ampel.domain.people.People.OFFLINE;
import static app.ampel.domain.people.People.outOfOffice;
import static app.ampel.domain.people.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.people.Candidate.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FinderTest {

    private final People people = new People();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private Instant now = NOON;
    private final Random random = new Random(7);

    private void candidates(Origin origin, String... ids) {
        for (String id : ids) {
            candidates.add(new Candidate(person(id), origin));
        }
    }

    private FindAnswer find() {
        return Finder.find(candidates, people::known, shown, leftOut, now, random);
    }

    private String found() {
        return find().found().orElseThrow().person().id();
    }

    private Map<String, Integer> drawn(int times) {
        Map<String, Integer> drawn = new TreeMap<>();
        IntStream.range(0, times).forEach(i -> drawn.merge(found(), 1, Integer::sum));
        return drawn;
    }

    @Nested
    class ARedirection {

        @Test
        void isThePrimaryContactWhoIsFreeHoweverManyOthersAre() {
            candidates(Origin.OWNER, "owner-1", "owner-2");
            candidates(Origin.PRIMARY, "anna");
            people.with("anna", IDLE).with("owner-1", AVAILABLE).with("owner-2", AVAILABLE);
            assertThat(drawn(50)).containsOnlyKeys("anna");
            assertThat(find().found().orElseThrow().candidate().origin()).isEqualTo(Origin.PRIMARY);
        }

        @Test
        void isASecondaryContactBeforeAnybodyOfTheGroup() {
            candidates(Origin.PRIMARY, "anna");
            candidates(Origin.SECONDARY, "ben");
            candidates(Origin.OWNER, "owner");
            people.with("anna", CALL).with("ben", IDLE).with("owner", AVAILABLE);
            assertThat(found()).isEqualTo("ben");
        }

        @Test
        void isAnybodyElseBeforeAPrimaryContactWhoIsOutOfOffice() {
            candidates(Origin.PRIMARY, "anna");
            candidates(Origin.OWNER, "owner");
            people.with("anna", outOfOffice(AVAILABLE)).with("owner", IDLE);
            assertThat(found()).isEqualTo("owner");
            people.with("owner", CALL);
            assertThat(found()).isEqualTo("anna");
        }

        @Test
        void knowsAPersonWhoIsPrimaryAndOwnerAsPrimary() {
            candidates(Origin.OWNER, "anna");
            candidates(Origin.PRIMARY, "anna");
            people.with("anna", AVAILABLE);
            FindAnswer answer = find();
            assertThat(answer.looked()).isEqualTo(1);
            assertThat(answer.found().orElseThrow().candidate().origin()).isEqualTo(Origin.PRIMARY);
        }
    }

    @Nested
    class OutOfAGroup {

        @Test
        void eachOfThoseWhoAreFreeIsDrawnAboutAsOften() {
            candidates(Origin.MEMBER, "a", "b", "c", "busy");
            people.with("a", AVAILABLE)
                    .with("b", AVAILABLE)
                    .with("c", AVAILABLE)
                    .with("busy", CALL);
            assertThat(drawn(3000))
                    .containsOnlyKeys("a", "b", "c")
                    .allSatisfy((id, times) -> assertThat(times).isBetween(850, 1150));
            assertThat(find().found().orElseThrow().among()).isEqualTo(3);
        }

        @Test
        void theSameSeedDrawsTheSame() {
            candidates(Origin.MEMBER, "a", "b", "c", "d", "e");
            "abcde".chars().forEach(id -> people.with(Character.toString(id), AVAILABLE));
            List<String> once = draw(new Random(42));
            assertThat(draw(new Random(42))).isEqualTo(once);
        }

        private List<String> draw(Random seeded) {
            return IntStream.range(0, 20)
                    .mapToObj(i -> Finder.find(candidates, people::known, shown, leftOut, now, seeded)
                            .found()
                            .orElseThrow()
                            .person()
                            .id())
                    .toList();
        }

        @Test
        void whoIsIdleIsDrawnOnlyWhereNobodyIsAvailable() {
            candidates(Origin.MEMBER, "idle", "there");
            people.with("idle", IDLE).with("there", AVAILABLE);
            assertThat(drawn(50)).containsOnlyKeys("there");
            people.with("there", AWAY);
            assertThat(found()).isEqualTo("idle");
        }

        @Test
        void whoIsLeftOutNeverAppears() {
            candidates(Origin.PRIMARY, "anna");
            candidates(Origin.MEMBER, "a");
            people.with("anna", AVAILABLE).with("a", AWAY);
            leftOut.addAll(Set.of("anna", "a"));
            assertThat(find()).isEqualTo(new FindAnswer(Optional.empty(), List.of(), 0, 0, false));
        }

        @Test
        void saysHowFreshItIsAndForgetsWhatIsOld() {
            candidates(Origin.MEMBER, "a");
            people.with("a", AVAILABLE);
            assertThat(find().found().orElseThrow().asOf()).isEqualTo(NOON);
            now = NOON.plus(Duration.ofMinutes(1));
            assertThat(find()).satisfies(answer -> {
                assertThat(answer.found()).isEmpty();
                assertThat(answer.unknown()).isEqualTo(1);
            });
        }
    }

    @Nested
    class SomebodyElse {

        @Test
        void isNobodyWhoWasShownBefore() {
            candidates(Origin.MEMBER, "a", "b", "c");
            people.with("a", AVAILABLE).with("b", AVAILABLE).with("c", AVAILABLE);
            for (int i = 0; i < 3; i++) {
                assertThat(shown.add(found())).isTrue();
            }
            assertThat(shown).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(find()).satisfies(answer -> {
                assertThat(answer.found()).isEmpty();
                assertThat(answer.isNobodyElse()).isTrue();
            });
        }
    }

    @Nested
    class WhereNobodyIsFree {

        @Test
        void whoIsAwayIsNearestThenWhoIsInAMeetingAndNobodyOnDoNotDisturb() {
            candidates(Origin.MEMBER, "meeting", "dnd", "away", "call", "offline");
            people.with("meeting", MEETING)
                    .with("dnd", DO_NOT_DISTURB)
                    .with("away", AWAY)
                    .with("call", CALL)
                    .with("offline", OFFLINE);
            FindAnswer answer = find();
            assertThat(answer.found()).isEmpty();
            assertThat(answer.isNobodyElse()).isFalse();
            assertThat(answer.nearest().stream().map(near -> near.person().id()))
                    .containsExactly("away", "meeting");
        }

        @Test
        void threeAreNamedAtMost() {
            for (int i = 0; i < 9; i++) {
                candidates(Origin.MEMBER, "m" + i);
                people.with("m" + i, AWAY);
            }
            assertThat(find().nearest()).hasSize(3);
        }
    }

    @Test
    void nobodyIsLookedForWithoutAnybodyToLookFor() {
        assertThatThrownBy(() -> new FindRequest(Optional.empty(), List.of(), Optional.empty(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FindRequest.in(new ContactPool.Everybody()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
