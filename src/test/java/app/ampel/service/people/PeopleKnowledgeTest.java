package app.ampel.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For how long what was told of others is in memory, looked at or not. */
class PeopleKnowledgeTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Person ANNA = Person.of("anna", "Anna", "anna@example.org");

    private final PeopleKnowledge everything = PeopleKnowledge.NOTHING
            .withNames(List.of(ANNA), NOON)
            .with(Map.of("anna", new PresenceAt(Optional.of(FakeTenant.AVAILABLE), NOON, Duration.ofSeconds(15))))
            .with(new ContactPool.Colleagues(), new PeopleKnowledge.Pool(List.of(ANNA), false, NOON), NOON)
            .with(new PeopleKnowledge.Excluded("IT", Set.of("ben"), NOON));

    private static List<Boolean> left(PeopleKnowledge knowledge) {
        return List.of(
                !knowledge.presences().isEmpty(),
                knowledge.excluded().isPresent(),
                !knowledge.pools().isEmpty(),
                !knowledge.names().isEmpty());
    }

    @Test
    void presencesGoAfterThreeIntervalsGroupsAfterAnHourNamesAfterADay() {
        assertThat(left(everything.fresh(NOON.plusSeconds(45)))).containsExactly(true, true, true, true);
        assertThat(left(everything.fresh(NOON.plusSeconds(46)))).containsExactly(false, true, true, true);
        assertThat(left(everything.fresh(NOON.plusSeconds(3601)))).containsExactly(false, false, false, true);
        assertThat(left(everything.fresh(NOON.plusSeconds(24 * 3600 + 1)))).containsExactly(false, false, false, false);
    }

    @Test
    void eachIsTheNextMomentAtWhichSomethingIsKnownNoLonger() {
        PeopleKnowledge now = everything;
        for (long seconds : List.of(45L, 3600L, 24 * 3600L)) {
            assertThat(now.freshUntil()).contains(NOON.plusSeconds(seconds));
            now = now.fresh(NOON.plusSeconds(seconds + 1));
        }
        assertThat(now.freshUntil()).isEmpty();
    }
}
