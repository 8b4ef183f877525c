package app.ampel.domain.people;

import static app.ampel.domain.people.People.AVAILABLE;
import static app.ampel.domain.people.People.AWAY;
import static app.ampel.domain.people.People.CALL;
import static app.ampel.domain.people.People.NOON;
import static app.ampel.domain.people.People.OFFLINE;
import static app.ampel.domain.people.People.UNKNOWN;
import static app.ampel.domain.people.People.outOfOffice;
import static app.ampel.domain.people.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WallTest {

    private final People people = new People();

    private static Person account(String id, boolean named, Boolean enabled, Boolean guest, Boolean teams) {
        return new Person(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                named,
                Optional.ofNullable(enabled),
                Optional.ofNullable(guest),
                Optional.ofNullable(teams));
    }

    private List<String> shown(Set<String> leftOut, Instant now, Person... all) {
        return Wall.of(List.of(all), people::known, leftOut, Set.of(), now).rows().stream()
                .map(row -> row.person().id())
                .toList();
    }

    @Test
    void showsByNameWhoIsNeitherOfflineNorUnknown() {
        people.with("call", CALL)
                .with("away", AWAY)
                .with("there", AVAILABLE)
                .with("off", OFFLINE)
                .with("holiday", outOfOffice(OFFLINE))
                .with("lunch", outOfOffice(AWAY))
                .with("unknown", UNKNOWN);
        Person[] all = Stream.of("there", "off", "unknown", "call", "nothing", "away", "holiday", "lunch")
                .map(People::person)
                .toArray(Person[]::new);
        assertThat(shown(Set.of(), NOON, all)).containsExactly("away", "call", "lunch", "there");
        assertThat(shown(Set.of("call"), NOON, all)).doesNotContain("call");
        assertThat(shown(Set.of(), NOON.plusSeconds(46), all)).isEmpty();
    }

    @Test
    void leavesOutTechnicalAccountsButNobodyOfWhomItMayNotBeRead() {
        Stream.of("room", "guest", "service", "nameless", "small-scope", "full")
                .forEach(id -> people.with(id, AVAILABLE));
        assertThat(shown(
                        Set.of(),
                        NOON,
                        account("room", true, false, false, true),
                        account("guest", true, true, true, true),
                        account("service", true, true, false, false),
                        account("nameless", false, null, null, null),
                        account("small-scope", true, null, null, null),
                        account("full", true, true, false, true)))
                .containsExactly("full", "small-scope");
    }

    @Test
    void theFirstReasonInTheirOrderCounts() {
        assertThat(TechnicalAccount.of(account("x", false, false, true, false))).contains(TechnicalAccount.DISABLED);
        assertThat(TechnicalAccount.of(account("x", false, true, true, false))).contains(TechnicalAccount.GUEST);
        assertThat(TechnicalAccount.of(account("x", false, true, false, false)))
                .contains(TechnicalAccount.WITHOUT_TEAMS);
        assertThat(TechnicalAccount.of(account("x", false, true, false, true))).contains(TechnicalAccount.NAMELESS);
    }

    @Test
    void saysHowWellThatWasPossible() {
        people.with("a", AVAILABLE);
        Wall small = Wall.of(List.of(person("a")), people::known, Set.of(), Set.of(Scope.USER_READ_BASIC_ALL), NOON);
        assertThat(small.lookedFor()).containsExactly(TechnicalAccount.NAMELESS);
        assertThat(small.asOf()).contains(NOON);
        assertThat(TechnicalAccount.allLookedFor(Set.of(Scope.USER_READ_BASIC_ALL)))
                .isFalse();
        assertThat(TechnicalAccount.allLookedFor(Set.of(Scope.USER_READ_ALL))).isTrue();
    }
}
