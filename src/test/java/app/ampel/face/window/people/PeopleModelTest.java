package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.people.PeopleViewState.Kind;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.face.window.people.PeopleViewState.Step;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.FakeTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeopleModelTest {

    private final PeopleFixture it = new PeopleFixture();
    private final FakeTenant tenant = it.tenant;

    private List<Step> steps() {
        return it.model.viewState().barrier().orElseThrow().steps();
    }

    private String barrier() {
        return it.model.viewState().barrier().orElseThrow().text();
    }

    @Nested
    class BeforeAnythingMayBeRead {

        @Test
        void nobodyIsAskedForAnythingBeforeTheUserWantsIt() {
            it.signedIn(Colleagues.AT_FIRST);
            it.model.seen(true);
            it.colleagues.time.pass(Duration.ofHours(1));
            assertThat(barrier()).startsWith("To show colleagues, Ampel asks to read");
            assertThat(steps()).containsExactly(Step.CONSENT);
            assertThat(tenant.asked).isEmpty();
            assertThat(tenant.requests).isEmpty();
        }

        @Test
        void onceGrantedThreeOfThoseOneWorksWithAreSuggested() {
            it.signedIn(Colleagues.AT_FIRST);
            it.model.seen(true);
            it.model.step(Step.CONSENT, () -> {});
            assertThat(steps()).containsExactly(Step.CANCEL);
            it.settle();
            assertThat(tenant.asked).hasSize(1);
            assertThat(it.model.viewState().barrier()).isEmpty();
            assertThat(it.model.viewState().intro()).startsWith("See at a glance");
            assertThat(it.model.viewState().lines())
                    .extracting(Line::kind)
                    .containsExactly(Kind.SUGGESTED, Kind.SUGGESTED, Kind.SUGGESTED);
        }

        @Test
        void aRefusalSaysWhatStillWorksAndOffersTheLetterWithThatStepAlone() {
            tenant.refuses.add(Scope.PRESENCE_READ_ALL);
            it.signedIn(Colleagues.AT_FIRST);
            it.model.seen(true);
            it.model.step(Step.CONSENT, () -> {});
            it.settle();
            assertThat(barrier()).contains("Your own presence goes on as before.");
            assertThat(steps()).containsExactly(Step.LETTER, Step.CONSENT);
            it.model.step(Step.LETTER, () -> {});
            it.letter.copy();
            assertThat(it.copied.get(0))
                    .contains("Presence.Read.All, User.ReadBasic.All, People.Read")
                    .doesNotContain("GroupMember.Read.All")
                    .doesNotContain("User.Read.All,");
        }

        @Test
        void whoCancelsIsWhereHeOrSheWas() {
            it.signedIn(Colleagues.AT_FIRST);
            it.model.seen(true);
            it.model.step(Step.CONSENT, () -> {});
            it.model.step(Step.CANCEL, () -> {});
            it.settle();
            assertThat(steps()).containsExactly(Step.CONSENT);
            assertThat(it.model.viewState().barrier().orElseThrow().still()).startsWith("It is asked for only while");
        }

        @Test
        void withoutASignInThereIsTheWayToIt() {
            it.model.feed(PeopleFixture.account(AccountState.signedOut(Optional.empty())));
            it.model.seen(true);
            boolean[] asked = new boolean[1];
            it.model.step(steps().get(0), () -> asked[0] = true);
            assertThat(asked[0]).isTrue();
        }
    }

    @Nested
    class TheWatchList {

        @Test
        void isAskedForOnlyWhileItIsSeen() {
            it.watching("anna", "ben");
            it.model.seen(false);
            it.settle();
            int asked = tenant.presenceCount();
            it.colleagues.time.pass(Duration.ofHours(2));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
            it.model.seen(true);
            it.colleagues.time.pass(Duration.ofSeconds(31));
            assertThat(tenant.presenceCount()).isEqualTo(asked + 3);
            it.model.close();
            it.settle();
            it.colleagues.time.pass(Duration.ofHours(2));
            assertThat(tenant.presenceCount()).isEqualTo(asked + 3);
        }

        @Test
        void saysStatesInWordsByColourAndBySign() {
            it.watching("anna", "ben", "cleo");
            assertThat(it.model.viewState().count()).isEqualTo("1 of 3 free");
            assertThat(it.names()).containsExactly("Ben Okafor", "Cleo Laurent", "Anna Schmidt");
            assertThat(it.line("anna").state()).isEqualTo("In a call");
            assertThat(it.line("anna").look().orElseThrow().sign()).isEqualTo(Sign.HANDSET);
            assertThat(it.line("anna").spoken()).isEqualTo("Anna Schmidt, In a call");
            assertThat(it.line("ben").look().orElseThrow().sign()).isEqualTo(Sign.TICK);
        }

        @Test
        void isNotCountedBeforeAllHaveBeenAskedFor() {
            it.watching("anna", "ben");
            List<String> counts = new ArrayList<>();
            it.model.viewStateProperty().addListener((property, before, now) -> counts.add(now.count()));
            it.colleagues.answer(it.service.lists().add("cleo@example.org"));
            it.colleagues.time.pass(Duration.ofSeconds(31));
            assertThat(counts).startsWith("…").endsWith("1 of 3 free");
        }

        @Test
        void whoIsOldIsUnknown() {
            it.watching("ben");
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            it.colleagues.time.pass(Duration.ofMinutes(2));
            assertThat(it.line("ben").state()).isEqualTo("Unknown");
            assertThat(it.model.viewState().trouble()).startsWith("Microsoft cannot be reached");
        }

        @Test
        void nothingMovesUnderThePointer() {
            it.watching("anna", "ben");
            it.model.held(true);
            tenant.is("anna", FakeTenant.AVAILABLE);
            tenant.is("ben", FakeTenant.CALL);
            it.colleagues.time.pass(Duration.ofSeconds(16));
            assertThat(it.names()).containsExactly("Ben Okafor", "Anna Schmidt");
            assertThat(it.line("anna").state()).isEqualTo("Available");
            it.model.held(false);
            assertThat(it.names()).containsExactly("Anna Schmidt", "Ben Okafor");
        }

        @Test
        void standsInTheUsersOrderWhereThatIsWanted() {
            it.watching("anna", "ben", "cleo");
            it.model.move("cleo", -1);
            it.settle();
            assertThat(it.names()).startsWith("Ben Okafor");
            it.model.order(WatchList.Order.OWN);
            it.settle();
            assertThat(it.names()).containsExactly("Anna Schmidt", "Ben Okafor", "Cleo Laurent");
            it.model.move("cleo", -1);
            it.settle();
            assertThat(it.names()).containsExactly("Anna Schmidt", "Cleo Laurent", "Ben Okafor");
            it.model.move("anna", -1);
            it.settle();
            assertThat(it.names()).startsWith("Anna Schmidt");
        }

        @Test
        void twoOfOneNameAreToldApart() {
            tenant.add("anna2", "Anna Schmidt");
            it.watching("anna", "anna2", "ben");
            assertThat(it.line("anna2").detail()).isEqualTo("anna2@example.org");
            assertThat(it.line("ben").detail()).isEmpty();
        }

        @Test
        void whoHasLeftStaysUntilRemoved() {
            it.watching("ben");
            it.model.seen(false);
            tenant.people.remove("ben");
            tenant.presences.remove("ben");
            it.colleagues.time.pass(Duration.ofHours(25));
            it.model.seen(true);
            it.colleagues.time.pass(Duration.ofMinutes(1));
            assertThat(it.line("ben").kind()).isEqualTo(Kind.GONE);
            assertThat(it.line("ben").spoken()).isEqualTo("Ben Okafor, No longer in your organisation");
            it.model.remove("ben");
            it.settle();
            assertThat(it.line("ben").kind()).isEqualTo(Kind.REMOVED);
        }

        @Test
        void removingLeavesALineWithTheWayBack() {
            it.watching("anna", "ben", "cleo");
            it.model.remove("cleo");
            it.settle();
            Line line = it.model.viewState().lines().get(1);
            assertThat(line.kind()).isEqualTo(Kind.REMOVED);
            assertThat(line.state()).isEqualTo("Cleo Laurent was removed.");
            assertThat(line.undoable()).isTrue();
            assertThat(it.model.viewState().count()).isEqualTo("1 of 2 free");
            it.model.act(line);
            it.settle();
            assertThat(it.names()).containsExactly("Ben Okafor", "Cleo Laurent", "Anna Schmidt");
            assertThat(it.line("cleo").kind()).isEqualTo(Kind.PERSON);
        }

        @Test
        void onlyTheLastOneRemovedCanBePutBack() {
            it.watching("anna", "ben", "cleo");
            it.model.remove("cleo");
            it.settle();
            it.model.remove("anna");
            it.settle();
            assertThat(it.line("cleo").undoable()).isFalse();
            assertThat(it.line("anna").undoable()).isTrue();
            assertThat(it.names()).containsExactly("Ben Okafor", "Cleo Laurent", "Anna Schmidt");
            it.model.seen(false);
            it.model.seen(true);
            it.settle();
            assertThat(it.names()).containsExactly("Ben Okafor");
        }

        @Test
        void aSuggestionThatIsAddedKeepsItsPlace() {
            it.signedIn(PeopleFixture.ALL);
            it.model.seen(true);
            it.settle();
            assertThat(it.names()).containsExactly("Anna Schmidt", "Ben Okafor", "Cleo Laurent");
            it.model.held(true);
            it.model.act(it.line("ben"));
            it.settle();
            assertThat(it.names()).containsExactly("Anna Schmidt", "Ben Okafor", "Cleo Laurent");
            assertThat(it.line("ben").kind()).isEqualTo(Kind.PERSON);
            assertThat(it.line("anna").kind()).isEqualTo(Kind.SUGGESTED);
        }

        @Test
        void twoHundredAreOneRequest() {
            IntStream.range(0, 200).forEach(i -> tenant.add("p" + i, "Person " + i));
            it.watching(IntStream.range(0, 200).mapToObj(i -> "p" + i).toArray(String[]::new));
            it.colleagues.time.pass(Duration.ofMinutes(2));
            assertThat(it.model.viewState().lines()).hasSize(200);
            assertThat(tenant.requests).contains("presences 200");
        }
    }

    @Nested
    class WhatCanBeDone {

        @Test
        void enterChats() {
            it.watching("ben");
            it.model.act(it.line("ben"));
            it.settle();
            assertThat(it.lastOpened().toString())
                    .startsWith("https://teams.microsoft.com/l/chat/0/0?tenantId=tenant-1&users=ben@example.org");
        }

        @Test
        void aCallAsksForTheSignInNameWhereItIsNotKnown() {
            it.watching("ben");
            it.acts.call("ben", Optional.empty());
            it.colleagues.time.pass(Duration.ofSeconds(31));
            assertThat(it.lastOpened().toString()).contains("/l/call/0/0?users=ben@example.org");
        }

        @Test
        void whoIsWaitedForSaysUntilWhen() {
            it.watching("anna");
            it.acts.tellMe(List.of("anna"), Optional.of(Duration.ofHours(2)));
            it.settle();
            assertThat(it.line("anna").awaited()).isTrue();
            assertThat(it.line("anna").detail()).isEqualTo("You will be told, until 14:00");
            it.acts.stopTelling("anna");
            it.settle();
            assertThat(it.line("anna").awaited()).isFalse();
        }

        @Test
        void anEleventhCannotBeWaitedForAndThatIsSaid() {
            List<String> ids = IntStream.rangeClosed('a', 'k')
                    .mapToObj(letter -> "who-" + (char) letter)
                    .toList();
            ids.forEach(id -> tenant.add(id, "Somebody"));
            it.watching(ids.get(0));
            ids.forEach(id -> {
                it.acts.tellMe(List.of(id), Optional.empty());
                it.colleagues.time.pass(Duration.ofMinutes(1));
            });
            assertThat(it.lastSaid()).contains("more than Ampel keeps or waits for");
        }
    }
}
