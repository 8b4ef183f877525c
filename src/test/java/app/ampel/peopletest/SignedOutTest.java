package app.ampel.peopletest;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left when one has gone. */
class SignedOutTest extends PeopleScenario {

    private void everythingIsKept() {
        Colleague lena = colleague("Lena Vogt");
        Contact contact = new Contact(lena.id(), lena.displayName());
        answer(people.lists().add(lena.username()));
        people.lists().save(new SavedSearch("HR question", FindRequest.in(membersOf(group("HR questions")))));
        people.lists().save(new ContactList("Payroll", List.of(contact)));
        people.lists().hide(Set.of(colleague("Heike Schulz").id()));
        people.wait(List.of(lena.username()), Optional.of(Duration.ofHours(8)));
        time.settle();
    }

    @Test
    void signOutErasesListsWaitsSearchesAndNames() throws Exception {
        signedIn(Scope.values());
        until(at -> isTaken("Lena Vogt", at));
        everythingIsKept();
        people.lookAtWatchList();
        answer(people.lookAtWall(new ContactPool.Everybody(), read -> {}));
        time.pass(Duration.ofSeconds(5));
        String me = colleague("Kim Muster").id();
        SavedPeople kept = disk.load(me).orElseThrow();
        assertThat(kept.watchList().contacts()).hasSize(1);
        assertThat(kept.searches()).hasSize(1);
        assertThat(kept.lists()).hasSize(1);
        assertThat(kept.waits().waits()).hasSize(1);
        assertThat(kept.hidden()).hasSize(1);

        signOut();
        assertThat(disk.load(me)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        PeopleSnapshot now = snapshot();
        assertThat(now.watchList()).isEmpty();
        assertThat(now.searches()).isEmpty();
        assertThat(now.lists()).isEmpty();
        assertThat(now.waits()).isEmpty();
        assertThat(now.wall()).isEmpty();
        asked.clear();
        time.pass(Duration.ofHours(10));
        assertThat(asked).isEmpty();
        assertThat(notices).isEmpty();
        assertThat(problem(people.show("Lena Vogt")).kind()).isEqualTo(Problem.Kind.NOT_SIGNED_IN);

        signedIn();
        time.settle();
        assertThat(snapshot().watchList()).isEmpty();
        assertThat(snapshot().waits()).isEmpty();
    }

    /** Nobody has ever looked, or has looked away: Microsoft hears nothing. */
    @Test
    void aClosedWatchListIsNoRequestAndAnOpenOneTwoHundredAndFortyAnHour() throws Exception {
        signedIn(Scope.values());
        answer(people.lists().add("lena.vogt@muster.example"));
        answer(people.lists().add("emily.carter@muster.example"));
        asked.clear();
        time.pass(Duration.ofHours(1));
        assertThat(asked).isEmpty();
        Runnable away = people.lookAtWatchList();
        time.settle();
        asked.clear();
        time.pass(Duration.ofHours(1));
        assertThat(asked).hasSize(240).allSatisfy(each -> assertThat(each.ids()).isEqualTo(2));
        away.run();
        time.settle();
        asked.clear();
        time.pass(Duration.ofHours(12));
        assertThat(asked).isEmpty();
    }
}
