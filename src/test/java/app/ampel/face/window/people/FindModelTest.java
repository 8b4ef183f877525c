package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.face.window.people.CardViewState.Act;
import app.ampel.face.window.people.CardViewState.Kind;
import app.ampel.face.window.people.FindForm.Source;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindModelTest {

    private final PeopleFixture it = new PeopleFixture();
    private final FakeTenant tenant = it.tenant;

    @BeforeEach
    void group() {
        tenant.members.put("HR", List.of("anna", "ben", "cleo"));
        tenant.owners.put("HR", List.of("ben", "cleo"));
        it.watching("anna");
    }

    private static FindForm group(String name, ContactPool.Part part, Question question) {
        return new FindForm("", "", Source.GROUP, name, part, question);
    }

    private void find(FindForm form) {
        assertThat(it.finding.find(form)).isEmpty();
        it.colleagues.time.pass(Duration.ofSeconds(31));
        it.settle();
    }

    private CardViewState card() {
        return it.finding.viewState();
    }

    @Test
    void theCardSaysWhoWhyAndHowFreshThatIs() {
        it.finding.find(group("HR", ContactPool.Part.OWNERS, Question.NONE));
        assertThat(card().kind()).isEqualTo(Kind.WORKING);
        assertThat(card().can(Act.CANCEL)).isTrue();
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.FOUND);
        assertThat(card().title()).isEqualTo("Ben Okafor");
        assertThat(card().state()).isEqualTo("Available");
        assertThat(card().texts().get(0)).isEqualTo("An owner of the group \"HR\".");
        assertThat(card().texts().get(1)).startsWith("Read");
        assertThat(card().acts()).containsExactlyInAnyOrder(Act.REACH, Act.COPY, Act.ADD, Act.SOMEBODY_ELSE, Act.SAVE);
    }

    @Test
    void oneOfSeveralWasDrawn() {
        tenant.is("cleo", FakeTenant.AVAILABLE);
        find(group("HR", ContactPool.Part.MEMBERS, Question.NONE));
        assertThat(card().texts().get(0))
                .isEqualTo("A member of the group \"HR\". One of 2 who are free, drawn at random.");
        Set<String> seen = new HashSet<>(Set.of(card().title()));
        it.finding.somebodyElse();
        assertThat(card().progress()).isNotEmpty();
        assertThat(seen).contains(card().title());
        it.settle();
        seen.add(card().title());
        assertThat(seen).containsExactlyInAnyOrder("Ben Okafor", "Cleo Laurent");
        it.finding.somebodyElse();
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.NOBODY);
        assertThat(card().title()).isEqualTo("Nobody else is available");
    }

    @Test
    void theQuestionIsInTheLinksAlsoWhenItIsChangedOnTheCard() {
        find(group("HR", ContactPool.Part.OWNERS, FindForm.question("Holidays", "How many are left?")));
        it.finding.reach(FindResult.Links::chat);
        assertThat(it.lastOpened().toString()).endsWith("&message=Holidays%3A%20How%20many%20are%20left%3F");
        it.finding.ask(Question.of("Coffee?"));
        it.finding.reach(FindResult.Links::meeting);
        assertThat(it.lastOpened().toString()).contains("/l/meeting/new?").endsWith("&content=Coffee%3F");
    }

    @Test
    void copyHasNameMailAndLink() {
        find(group("HR", ContactPool.Part.OWNERS, Question.NONE));
        it.finding.copy();
        assertThat(it.copied.get(0)).startsWith("Ben Okafor\nben@example.org\nhttps://teams.microsoft.com/l/chat/");
    }

    @Test
    void whereNobodyIsAvailableWhoIsNearestIsSaidAndOneCanBeToldOf() {
        tenant.is("ben", FakeTenant.CALL);
        find(group("HR", ContactPool.Part.OWNERS, Question.NONE));
        assertThat(card().title()).isEqualTo("Nobody is available");
        assertThat(card().texts().get(0)).isEqualTo("2 people were looked at.");
        assertThat(card().near()).extracting(CardViewState.Near::name).containsExactly("Cleo Laurent");
        assertThat(card().can(Act.TELL_ME)).isTrue();
        it.finding.tellMe(Optional.empty());
        it.settle();
        assertThat(it.model.snapshot().waits().get(0).awaited().ids()).containsExactly("cleo");
    }

    @Test
    void ofAListAllAreWaitedFor() {
        tenant.is("ben", FakeTenant.CALL);
        it.acts.save(new ContactList("SAP", List.of(it.model.whose(it.line("anna")), new Contact("ben", "Ben"))));
        it.settle();
        find(new FindForm("", "", Source.LIST, "SAP", ContactPool.Part.OWNERS, Question.NONE));
        assertThat(card().texts()).contains("Nobody will be free soon, as far as one can tell.");
        it.finding.tellMe(Optional.empty());
        it.settle();
        assertThat(it.model.snapshot().waits().get(0).awaited().ids()).containsExactly("anna", "ben");
    }

    @Test
    void whoIsMeantByANameOfTwoIsAsked() {
        tenant.add("ben2", "Ben Okafor");
        tenant.is("ben2", FakeTenant.AVAILABLE);
        find(new FindForm("Ben Okafor", "", Source.NOBODY, "", ContactPool.Part.OWNERS, Question.NONE));
        assertThat(card().kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(card().near()).extracting(CardViewState.Near::state).contains("ben2@example.org");
        it.finding.choose("ben2");
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.FOUND);
        assertThat(card().texts().get(0)).isEqualTo("The person you asked for.");
        assertThat(it.finding.form().primary()).isEqualTo("ben2@example.org");
    }

    @Test
    void aRefusedStepOffersTheLetterWithThatStepAlone() {
        tenant.refuses.add(Scope.GROUP_MEMBER_READ_ALL);
        it.signedIn(EnumSet.complementOf(EnumSet.of(Scope.GROUP_MEMBER_READ_ALL, Scope.USER_READ_ALL)));
        find(group("HR", ContactPool.Part.OWNERS, Question.NONE));
        assertThat(card().kind()).isEqualTo(Kind.FAILED);
        assertThat(card().texts().get(1)).startsWith("What still works: searching for people, the watch list");
        assertThat(card().can(Act.LETTER)).isTrue();
        it.finding.write();
        it.letter.copy();
        assertThat(it.copied.get(0)).contains("only: GroupMember.Read.All").doesNotContain("Presence.Read.All");
        assertThat(it.model.viewState().barrier()).isEmpty();
    }

    @Test
    void whatIsSavedIsRunByOneClick() {
        find(group("HR", ContactPool.Part.OWNERS, Question.NONE));
        it.finding.save("  HR question ");
        it.settle();
        PeopleSnapshot.Search saved = it.model.snapshot().searches().get(0);
        assertThat(saved.search().name()).isEqualTo("HR question");
        it.finding.close();
        assertThat(card().kind()).isEqualTo(Kind.NOTHING);
        SavedSearch search = saved.search();
        it.finding.run(search);
        it.settle();
        assertThat(card().title()).isEqualTo("Ben Okafor");
    }

    @Test
    void onePersonIsShownWhenAskedFor() {
        Person ben = tenant.people.get("ben");
        it.finding.look(ben.id());
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.PERSON);
        assertThat(card().state()).isEqualTo("Available");
        assertThat(card().acts()).containsExactlyInAnyOrder(Act.REACH, Act.COPY, Act.ADD);
        it.finding.add();
        it.settle();
        it.finding.show();
        assertThat(card().can(Act.ADD)).isFalse();
        it.finding.look("cleo");
        it.settle();
        assertThat(card().can(Act.TELL_ME)).isTrue();
    }

    @Test
    void anAnswerThatComesAfterLeavingIsNotShown() {
        it.finding.look("ben");
        it.finding.close();
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.NOTHING);
        assertThat(it.finding.isMoving()).isFalse();
    }

    @Test
    void whoIsNotThereIsSaid() {
        it.finding.look("nobody");
        it.settle();
        assertThat(card().kind()).isEqualTo(Kind.FAILED);
        assertThat(card().texts().get(0)).startsWith("Nobody of that name");
    }
}
