package app.ampel.face.tray;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.Colleagues.AT_FIRST;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static app.ampel.service.people.FakeTenant.AWAY;
import static app.ampel.service.people.FakeTenant.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrayPeopleTest {

    private static final Messages WORDS = Messages.in(Locale.ENGLISH).onScreen();

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;
    private final List<Notifications.Notice> notices = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private boolean canShow = true;
    private boolean canOpen = true;
    private TrayPeople people;

    private final Notifications notifications = new Notifications() {
        @Override
        public void show(Notice notice) {
            notices.add(notice);
        }

        @Override
        public void show(Notice notice, Runnable otherwise) {
            if (canShow) {
                notices.add(notice);
            } else {
                otherwise.run();
            }
        }

        @Override
        public void withdraw() {
            notices.clear();
        }

        @Override
        public void close() {
            notices.clear();
        }
    };

    TrayPeopleTest() {
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.add("cleo", "Cleo Laurent");
        tenant.is("anna", CALL);
        tenant.is("ben", AVAILABLE);
        tenant.is("cleo", AWAY);
    }

    private void start(Set<Scope> granted) {
        it.started(granted);
        people = new TrayPeople(
                it.service,
                it.time,
                it.time,
                WORDS,
                notifications,
                List.of(notifications),
                link -> canOpen && opened.add(link.toString()),
                () -> opened.add("people"));
        people.start(() -> {});
        people.follow(Optional.of(Colleagues.kim(granted)));
        it.time.settle();
    }

    private void watching(String... ids) {
        start(ALL);
        it.watches(ids);
        // What adding them has told is old by now.
        it.time.pass(Duration.ofHours(1));
        tenant.presenceRequests.clear();
    }

    private void sign(MenuSign sign) {
        people.menu(sign);
        it.time.settle();
    }

    private List<String> rows() {
        return people.item().stream()
                .flatMap(item -> item.items().stream())
                .filter(item -> item.key().startsWith("people/who/"))
                .map(Item::text)
                .toList();
    }

    private void save(String name, FindRequest request) {
        it.service.lists().save(new SavedSearch(name, request));
        it.time.settle();
    }

    private Notifications.Notice notice() {
        assertThat(notices).hasSize(1);
        return notices.get(0);
    }

    private void press() {
        Notifications.Notice notice = notice();
        notices.clear();
        notice.button().orElseThrow().pressed().run();
        it.time.settle();
    }

    @Nested
    class Microsoft {

        @Test
        void isAskedNothingWhileTheMenuIsClosed() {
            watching("anna", "ben");
            it.time.pass(Duration.ofHours(8));
            assertThat(tenant.requests).isEmpty();
        }

        @Test
        void isAskedWhenTheMenuOpensAndForHalfAMinute() {
            watching("anna", "ben");
            sign(MenuSign.OPENING);
            assertThat(tenant.presenceCount()).isEqualTo(1);
            it.time.pass(Duration.ofHours(8));
            assertThat(tenant.presenceCount()).isBetween(2, 3);
        }

        @Test
        void isAskedOnWhileAPartOfItIsOpenAndForHalfAMinute() {
            watching("anna", "ben");
            sign(MenuSign.OPENING);
            sign(MenuSign.LOOKED_AT);
            sign(MenuSign.OPEN);
            it.time.pass(Duration.ofMinutes(2));
            int open = tenant.presenceCount();
            assertThat(open).isEqualTo(1 + 8);
            sign(MenuSign.SHUT);
            it.time.pass(Duration.ofHours(8));
            assertThat(tenant.presenceCount() - open).isBetween(1, 2);
        }

        @Test
        void isLeftAloneAfterAWhileWhateverThePanelForgets() {
            watching("anna", "ben");
            sign(MenuSign.OPEN);
            it.time.pass(MenuLook.LONGEST);
            int asked = tenant.presenceCount();
            it.time.pass(Duration.ofHours(8));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
        }

        @Test
        void isNotAskedForAnEmptyList() {
            start(ALL);
            save("HR", FindRequest.in(new ContactPool.Colleagues()));
            sign(MenuSign.OPEN);
            it.time.pass(Duration.ofMinutes(1));
            assertThat(tenant.requests).isEmpty();
        }

        @Test
        void isNotAskedForConsentByAMenuThatOpens() {
            tenant.disk.put("kim", SavedPeople.none("kim").with(WatchList.EMPTY.with(new Contact("anna", "Anna"))));
            start(AT_FIRST);
            sign(MenuSign.OPENING);
            assertThat(tenant.asked).isEmpty();
            assertThat(tenant.requests).isEmpty();
            assertThat(rows()).containsExactly("Unknown · Anna");
            assertThat(people.item().orElseThrow().items().get(0).text())
                    .isEqualTo("Ampel has no permission to see this yet");
        }

        @Test
        void isNotAskedForConsentThatWasTakenBack() {
            watching("anna");
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED, Scope.PRESENCE_READ_ALL.word()));
            for (int times = 0; times < 3; times++) {
                sign(MenuSign.OPENING);
                it.time.pass(Duration.ofMinutes(5));
            }
            assertThat(tenant.asked).isEmpty();
            assertThat(tenant.presenceCount()).isEqualTo(1);
            assertThat(rows()).containsExactly("Unknown · Anna Schmidt");
        }

        @Test
        void isAskedNoMoreWhenItIsSwitchedOff() {
            watching("anna");
            sign(MenuSign.OPEN);
            int asked = tenant.presenceCount();
            it.access = PeopleFeature.Access.OFF;
            it.service.use(it.preferences());
            it.time.pass(Duration.ofMinutes(4));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
            assertThat(people.item()).isEmpty();
        }

        @Test
        void isAskedNoMoreWhenTheTrayIsClosed() {
            watching("anna");
            sign(MenuSign.OPEN);
            int asked = tenant.presenceCount();
            people.close();
            it.time.pass(Duration.ofMinutes(4));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
        }
    }

    @Nested
    class TheRows {

        @Test
        void sayNothingOfAnybodyUntilThereIsAnAnswer() {
            watching("anna", "ben");
            assertThat(rows()).containsExactly("… · Anna Schmidt", "… · Ben Okafor");
            sign(MenuSign.OPENING);
            assertThat(rows()).containsExactly("Available · Ben Okafor", "In a call · Anna Schmidt");
            it.time.pass(Duration.ofHours(1));
            assertThat(rows()).containsExactly("… · Anna Schmidt", "… · Ben Okafor");
        }

        @Test
        void sayWhenMicrosoftSaysNothing() {
            watching("anna");
            tenant.presences.clear();
            sign(MenuSign.OPENING);
            assertThat(rows()).containsExactly("Unknown · Anna Schmidt");
        }

        @Test
        void sayWhenNobodyCanBeAsked() {
            watching("anna");
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            sign(MenuSign.OPENING);
            assertThat(rows()).containsExactly("Unknown · Anna Schmidt");
        }

        @Test
        void nameWhoIsThereNoMoreAndDoNothingForThem() {
            watching("anna", "ben");
            it.time.pass(Duration.ofDays(1));
            tenant.people.remove("anna");
            sign(MenuSign.OPEN);
            it.time.pass(Duration.ofMinutes(1));
            assertThat(rows()).contains("No longer here · Anna Schmidt");
            assertThat(people.item()
                            .orElseThrow()
                            .all()
                            .filter(item -> item.key().equals("people/who/anna")))
                    .allMatch(item -> !item.enabled());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "A\u0000nna\u0007\tB\necker",
                    "\u202eevil\u2066 name",
                    "x_y & z",
                    "Zoë 👩‍💻 李四",
                    "أحمد"
                })
        void areShortAndLegibleWhateverSomebodyIsCalled(String name) {
            for (int times : new int[] {1, 40}) {
                tenant.people.clear();
                tenant.add("odd", name.repeat(times).strip());
                tenant.is(
                        "odd",
                        Presence.of(new Availability("Something\u0007Quite\nNew".repeat(9)), new Activity("Odd")));
                tenant.disk.clear();
                tenant.disk.put(
                        "kim",
                        SavedPeople.none("kim")
                                .with(WatchList.EMPTY.with(new Contact("odd", name)))
                                .with(new SavedSearch(
                                        name.isBlank() ? "?" : name, FindRequest.in(new ContactPool.Colleagues()))));
                start(ALL);
                sign(MenuSign.OPENING);
                assertThat(people.item().orElseThrow().items())
                        .filteredOn(item -> item.kind() != Item.Kind.SEPARATOR)
                        .hasSize(3)
                        .allSatisfy(item -> assertThat(item.text())
                                .isNotBlank()
                                .hasSizeLessThanOrEqualTo(PeopleMenu.LONGEST_ROW)
                                .matches("[^\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]*")
                                .matches(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)));
            }
        }

        @Test
        void areNoMoreThanAMenuCanHold() {
            start(ALL);
            IntStream.range(0, 15).forEach(i -> tenant.add("p" + i, "Person " + i));
            it.watches(IntStream.range(0, 15).mapToObj(i -> "p" + i).toArray(String[]::new));
            IntStream.range(0, 15).forEach(i -> save("Search " + i, FindRequest.in(new ContactPool.Colleagues())));
            assertThat(rows()).hasSize(10);
            assertThat(people.item().orElseThrow().items())
                    .filteredOn(item -> item.key().startsWith("people/find/"))
                    .hasSize(10);
        }

        @Test
        void areThereOnlyWithSomethingToShow() {
            start(ALL);
            assertThat(people.item()).isEmpty();
            save("HR", FindRequest.in(new ContactPool.Colleagues()));
            assertThat(people.item().orElseThrow().items())
                    .extracting(Item::text)
                    .containsExactly("Find: HR", "", "Open People");
        }

        @ParameterizedTest
        @EnumSource(
                value = PeopleFeature.Access.class,
                names = {"OFF", "LOCKED"})
        void areNotThereWhereTheyMayNotBe(PeopleFeature.Access access) {
            watching("anna");
            it.access = access;
            it.service.use(it.preferences());
            it.time.settle();
            assertThat(people.item()).isEmpty();
        }
    }

    @Nested
    class AClickOnSomebody {

        @Test
        void opensAChat() {
            watching("anna");
            sign(MenuSign.OPEN);
            people.chat("anna");
            assertThat(opened)
                    .containsExactly("https://teams.microsoft.com/l/chat/0/0?tenantId=tenant-1&users=anna@example.org");
        }

        @Test
        void whoseSignInNameIsNotKnownYetAsksForIt() {
            tenant.disk.put("kim", SavedPeople.none("kim").with(WatchList.EMPTY.with(new Contact("anna", "Anna"))));
            start(ALL);
            people.chat("anna");
            it.time.pass(Duration.ofSeconds(30));
            assertThat(opened).singleElement().asString().endsWith("users=anna@example.org");
        }

        @Test
        void whoIsThereNoMoreSaysSo() {
            tenant.disk.put("kim", SavedPeople.none("kim").with(WatchList.EMPTY.with(new Contact("gone", "Gone"))));
            start(ALL);
            people.chat("gone");
            it.time.pass(Duration.ofSeconds(30));
            assertThat(notice().title()).isEqualTo("That did not work");
            assertThat(notice().text()).isEqualTo(WORDS.say(Problem.of(Problem.Kind.NOT_FOUND)));
        }

        @Test
        void showsTheLinkWhereNothingOpensIt() {
            canOpen = false;
            watching("anna");
            sign(MenuSign.OPEN);
            people.chat("anna");
            assertThat(notice().text()).startsWith("https://teams.microsoft.com/l/chat/");
        }
    }

    @Nested
    class AClickOnASearch {

        private void find(FindRequest request) {
            start(ALL);
            save("HR question", request);
            people.find("HR question");
            assertThat(people.isAsking()).isTrue();
            it.time.pass(Duration.ofSeconds(30));
            assertThat(people.isAsking()).isFalse();
        }

        private FindRequest owners() {
            return FindRequest.in(new ContactPool.OfGroup("hr", "HR", ContactPool.Part.OWNERS));
        }

        @Test
        void namesWhoIsAvailableAndWhyAndOpensTheChat() {
            tenant.owners.put("hr", List.of("anna", "ben", "cleo"));
            find(owners());
            assertThat(notice().title()).isEqualTo("Ben Okafor is available");
            assertThat(notice().text()).isEqualTo("An owner of the group.");
            assertThat(notice().button().orElseThrow().label()).isEqualTo("Chat");
            press();
            assertThat(opened).singleElement().asString().endsWith("users=ben@example.org");
        }

        @Test
        void saysOfHowManyChanceHasDrawnOne() {
            tenant.owners.put("hr", List.of("ben", "cleo"));
            tenant.is("cleo", AVAILABLE);
            find(owners());
            assertThat(notice().text()).isEqualTo("An owner of the group. One of 2 who are available.");
        }

        @Test
        void namesWhoIsNearestAndTellsWhenSomebodyIsFree() {
            tenant.owners.put("hr", List.of("anna", "cleo"));
            find(owners());
            assertThat(notice().title()).isEqualTo("Nobody is available");
            assertThat(notice().text()).isEqualTo("Nearest: Cleo Laurent (Away).");
            assertThat(notice().button().orElseThrow().label()).isEqualTo("Tell me when somebody is free");
            press();
            assertThat(notice().title()).isEqualTo("You will be told");
            assertThat(it.service.snapshot().waits()).hasSize(1);
            notices.clear();
            tenant.is("cleo", AVAILABLE);
            it.time.pass(Duration.ofMinutes(2));
            assertThat(notice().title()).isEqualTo("Cleo Laurent is available");
        }

        @Test
        void waitsForWhoWasAskedForByName() {
            find(new FindRequest(
                    Optional.of(new Contact("anna", "Anna Schmidt")), List.of(), Optional.empty(), Set.of()));
            assertThat(notice().text()).isEqualTo("Nobody looks close to being free.");
            press();
            assertThat(it.service.snapshot().waits().get(0).people())
                    .extracting(Contact::name)
                    .containsExactly("Anna Schmidt");
        }

        @Test
        void opensThePageWhereNobodyCanBeWaitedFor() {
            tenant.owners.put("hr", List.of("anna"));
            find(owners());
            assertThat(notice().button().orElseThrow().label()).isEqualTo("Open People");
            press();
            assertThat(opened).containsExactly("people");
        }

        @Test
        void saysWhoHasToAllowIt() {
            tenant.refuses.add(Scope.GROUP_MEMBER_READ_ALL);
            tenant.owners.put("hr", List.of("anna"));
            it.started(ALL);
            start(Set.of(
                    Scope.USER_READ,
                    Scope.PRESENCE_READ,
                    Scope.PRESENCE_READ_ALL,
                    Scope.USER_READ_BASIC_ALL,
                    Scope.PEOPLE_READ));
            save("HR question", owners());
            people.find("HR question");
            it.time.pass(Duration.ofSeconds(30));
            assertThat(notice().text()).isEqualTo("Ampel may not read groups. Your administrator can allow it.");
        }

        @Test
        void countsOnceHoweverOftenItIsClicked() {
            tenant.owners.put("hr", List.of("ben"));
            start(ALL);
            save("HR question", owners());
            Stream.of(1, 2, 3).forEach(time -> people.find("HR question"));
            it.time.pass(Duration.ofSeconds(30));
            assertThat(notices).hasSize(1);
        }
    }

    @Nested
    class SomebodyWhoWasWaitedFor {

        private void becomesAvailable(String id) {
            it.service.wait(List.of(id), Optional.empty());
            it.time.settle();
            tenant.is(id, AVAILABLE);
            it.time.pass(Duration.ofMinutes(2));
        }

        private List<String> inTheMenu() {
            return people.item().stream()
                    .flatMap(item -> item.items().stream())
                    .filter(item -> item.key().startsWith("people/missed/"))
                    .map(Item::text)
                    .toList();
        }

        @Test
        void isToldOfOnceWithAChat() {
            start(ALL);
            becomesAvailable("anna");
            it.time.pass(Duration.ofHours(1));
            assertThat(notice().title()).isEqualTo("Anna Schmidt is available");
            assertThat(notice().text()).isEqualTo("You wanted to be told.");
            assertThat(inTheMenu()).isEmpty();
            press();
            assertThat(opened).singleElement().asString().endsWith("users=anna@example.org");
        }

        @Test
        void isInMenuAndTooltipWhereNoMessageCanBeShownUntilItIsClicked() {
            canShow = false;
            start(ALL);
            becomesAvailable("anna");
            assertThat(notices).isEmpty();
            assertThat(inTheMenu()).containsExactly("Anna Schmidt has become available");
            assertThat(people.remarks()).containsExactly("Anna Schmidt has become available.");
            people.missed("anna");
            it.time.settle();
            assertThat(opened).singleElement().asString().endsWith("users=anna@example.org");
            assertThat(inTheMenu()).isEmpty();
            assertThat(people.remarks()).isEmpty();
        }

        @Test
        void isInTheMenuForAWhileWhereTheAnswerToAClickCannotBeShown() {
            canShow = false;
            tenant.owners.put("hr", List.of("ben"));
            start(ALL);
            save("HR", FindRequest.in(new ContactPool.OfGroup("hr", "HR", ContactPool.Part.OWNERS)));
            for (int times = 0; times < 2; times++) {
                people.find("HR");
                it.time.pass(Duration.ofSeconds(30));
                assertThat(inTheMenu()).containsExactly("Ben Okafor is available");
            }
            people.missed("answer");
            it.time.settle();
            assertThat(opened).singleElement().asString().endsWith("users=ben@example.org");
            people.find("HR");
            it.time.pass(TrayMessages.ANSWER_LASTS.plusMinutes(1));
            assertThat(inTheMenu()).isEmpty();
        }

        @Test
        void isForgottenWithTheAccount() {
            canShow = false;
            start(ALL);
            becomesAvailable("anna");
            people.follow(Optional.of(new Profile("Lee", "lee@example.org", "example.org", "tenant-1", "lee", ALL)));
            assertThat(inTheMenu()).isEmpty();
        }
    }

    @Test
    void nothingOfAnybodyIsSaidByWhatMayBeLogged() {
        watching("anna");
        sign(MenuSign.OPENING);
        assertThat(people.item().orElseThrow().toString() + new TrayAction.Chat("anna") + new TrayAction.Find("HR"))
                .doesNotContainIgnoringCase("anna")
                .doesNotContain("HR", "call");
    }
}
