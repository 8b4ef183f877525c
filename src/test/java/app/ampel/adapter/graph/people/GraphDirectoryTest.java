package app.ampel.adapter.graph.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory through the real SDK. */
class GraphDirectoryTest extends DirectoryFixture {

    private CountDownLatch hanging = new CountDownLatch(0);
    private final CountDownLatch arrived = new CountDownLatch(1);

    @Override
    void arrived(Request request) {
        arrived.countDown();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Nested
    class Searching {

        @ParameterizedTest
        @CsvSource({
            "sophie, Sophie Turner",
            "tur so, Sophie Turner",
            "SOPHIE.TUR, Sophie Turner",
            "luise, Marie-Luise Graf",
            "krüger, Tobias Krüger",
            "yıl, Mehmet Yılmaz",
            "O'Brien, Daniel O'Brien"
        })
        void findsByTheBeginningsOfWordsInAnyOrderAndByTheAddress(String typed, String name) throws Exception {
            signIn(SMALL);
            assertThat(names(directory.search(typed))).contains(name);
        }

        @Test
        void findsBothWhoHaveTheSameName() throws Exception {
            signIn(SMALL);
            assertThat(names(directory.search("thomas müller"))).containsExactly("Thomas Müller", "Thomas Müller");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sales \\ & \"Co\"",
                    "\"",
                    "a\" OR \"displayName:b",
                    "100% + #1?",
                    "x'); --",
                    "😀 anna",
                    "\u202eanna"
                })
        void takesWhateverIsTypedForWhatIsTyped(String typed) throws Exception {
            signIn(SMALL);
            directory.search(typed);
            assertThat(asked)
                    .allSatisfy(request -> assertThat(
                                    request.url().queryParameter("$search").split("(?<!\\\\)\" OR \"", -1))
                            .hasSize(3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\"", "&", "\u200f\u0007"})
        void asksNothingWhereThereIsNothingToLookFor(String typed) throws Exception {
            signIn(SMALL);
            assertThat(directory.search(typed)).isEmpty();
            assertThat(asked).isEmpty();
        }

        @Test
        void asksForFifteenAndOnlyForWhatMayBeRead() throws Exception {
            signIn(SMALL);
            change(before -> before.larger(1000));

            assertThat(directory.search("anna")).hasSize(15);

            Request request = asked.get(0);
            assertThat(request.header("ConsistencyLevel")).isEqualTo("eventual");
            assertThat(request.url().queryParameter("$top")).isEqualTo("15");
            assertThat(request.url().queryParameter("$select"))
                    .isEqualTo("id,displayName,givenName,surname,mail,userPrincipalName");
        }
    }

    @Nested
    class OnePerson {

        @Test
        void isFoundByIdAndBySignInName() throws Exception {
            signIn(SMALL);
            Colleague emily = colleague("Emily Carter");
            assertThat(directory.person(emily.id()).name()).isEqualTo("Emily Carter");
            assertThat(directory.person("Emily.Carter@muster.example").id()).isEqualTo(emily.id());
        }

        @Test
        void whoIsAGuestHasASignInNameOfTheirOwnKind() throws Exception {
            signIn(SMALL);
            Colleague maja = colleague("Maja Novak");
            assertThat(directory.person(maja.username()).mail()).contains("maja.novak@agentur.example");
        }

        @Test
        void withTheSmallScopeIsNeitherEnabledNorDisabled() throws Exception {
            signIn(SMALL);
            Person ralf = directory.person(colleague("Ralf Ehemals").id());
            assertThat(ralf.enabled()).isEmpty();
            assertThat(ralf.guest()).isEmpty();
            assertThat(ralf.teams()).isEmpty();
            assertThat(ralf.department()).isEmpty();
            assertThat(ralf.named()).isTrue();
        }

        @Test
        void withTheAdministratorsScopeHasADepartmentAndAKind() throws Exception {
            signIn(ALL);
            assertThat(directory.person(colleague("Emily Carter").id()).department())
                    .contains("Engineering");
            assertThat(directory.person(colleague("Ralf Ehemals").id()).enabled())
                    .contains(false);
            assertThat(directory.person(colleague("Maja Novak").id()).guest()).contains(true);
            assertThat(directory.person(colleague("Raum Zugspitze").id()).named())
                    .isFalse();
        }

        @Test
        void whoHasLeftIsNotFound() throws Exception {
            signIn(SMALL);
            String id = colleague("Emily Carter").id();
            directory.person(id);
            change(before -> before.without(id));
            assertThat(problem(() -> directory.person(id)).kind()).isEqualTo(Kind.NOT_FOUND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "nobody@muster.example", "../me", "a/b", "?$top=1", "id' or '1", "#"})
        void whoIsNoneIsNotFound(String id) throws Exception {
            signIn(SMALL);
            assertThat(problem(() -> directory.person(id)).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Nested
    class WhomOneWorksWith {

        @Test
        void areThoseOfOnesOwnOrganisationWithTheirDepartments() throws Exception {
            signIn(SMALL);
            List<Person> people = directory.colleagues(1000);
            assertThat(people).hasSizeGreaterThanOrEqualTo(40).allSatisfy(person -> {
                assertThat(person.department()).isPresent();
                assertThat(person.mail()).isPresent();
            });
            assertThat(names(people)).doesNotContain("Raum Zugspitze", "Info", "Maja Novak", "Kim Muster");
            assertThat(people.get(0).department()).contains("Design");
        }

        @Test
        void areAsManyAsWanted() throws Exception {
            signIn(SMALL);
            assertThat(directory.colleagues(3)).hasSize(3);
            assertThat(directory.colleagues(0)).isEmpty();
        }
    }

    @Nested
    class Groups {

        @Test
        void onesOwnAreKnownWithoutAnyFurtherScope() throws Exception {
            signIn();
            assertThat(directory.ownGroups()).extracting(Group::name).containsExactly("Design team");
        }

        @Test
        void areFoundByNameAndById() throws Exception {
            signIn(WITH_GROUPS);
            assertThat(directory.groups("service")).extracting(Group::name).containsExactly("IT service desk");
            assertThat(directory.groups(group("HR questions")))
                    .containsExactly(new Group(
                            group("HR questions"), "HR questions", Optional.of("hr-questions@muster.example")));
            assertThat(directory.groups("00000000-0000-0000-0000-000000000000")).isEmpty();
            assertThat(directory.groups(" & ")).isEmpty();
        }

        @Test
        void aServicePrincipalAmongTheOwnersIsLeftOut() throws Exception {
            signIn(WITH_GROUPS);
            assertThat(tenant.directory()
                            .groupNamed("HR questions")
                            .orElseThrow()
                            .owners())
                    .hasSize(3);
            assertThat(names(directory.owners(group("HR questions"), so -> {})))
                    .containsExactlyInAnyOrder("Anna Becker", "Tobias Krüger");
        }

        @Test
        void mayHaveNoOwners() throws Exception {
            signIn(WITH_GROUPS);
            assertThat(directory.owners(group("IT service desk"), so -> {})).isEmpty();
        }

        @Test
        void membersOfAGroupWithinAGroupAreMembers() throws Exception {
            signIn(WITH_GROUPS);
            assertThat(names(directory.members(group("IT"), so -> {})))
                    .containsExactlyInAnyOrder(
                            "Jonas Weber",
                            "Oliver Grant",
                            "Nadja Petrović",
                            "Mehmet Yılmaz",
                            "Sophie Turner",
                            "Paul Schröder");
        }

        @Test
        void whoseMembersAreHiddenHaveNone() throws Exception {
            signIn(WITH_GROUPS);
            assertThat(directory.members(group("Works council"), so -> {})).isEmpty();
            assertThat(names(directory.owners(group("Works council"), so -> {})))
                    .containsExactly("Petra Winkler");
        }

        @Test
        void thatGoRoundInCirclesEnd() throws Exception {
            signIn(WITH_GROUPS);
            String first = Colleague.idOf("first");
            String second = Colleague.idOf("second");
            String anna = colleague("Anna Becker").id();
            change(before -> before.with(
                            new ColleagueGroup(first, "first", Optional.empty(), List.of(second), List.of(), false))
                    .with(new ColleagueGroup(
                            second, "second", Optional.empty(), List.of(first, anna), List.of(), false)));
            assertThat(names(directory.members(first, so -> {}))).containsExactly("Anna Becker");
        }

        @Test
        void thatAreGoneAreNotFound() throws Exception {
            signIn(WITH_GROUPS);
            String gone = Colleague.idOf("gone");
            assertThat(problem(() -> directory.members(gone, so -> {})).kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(problem(() -> directory.owners(gone, so -> {})).kind()).isEqualTo(Kind.NOT_FOUND);
        }

        @Test
        void membersWhoseNamesMayNotBeReadAreNobodysRooms() throws Exception {
            signIn(Scope.GROUP_MEMBER_READ_ALL);
            assertThat(directory.members(group("IT"), so -> {}))
                    .hasSize(6)
                    .allSatisfy(person -> assertThat(person.named()).isTrue());
        }
    }

    @Nested
    class TwentyThousandMembers {

        @Test
        void areReadInTwentyOnePagesEachOfWhichSaysHowFarItIs() throws Exception {
            signIn(WITH_GROUPS);
            ColleagueGroup group = largeGroup(20_000);
            List<Integer> progress = new ArrayList<>();

            List<Person> members = directory.members(group.id(), progress::add);

            assertThat(members).hasSize(20_000);
            assertThat(new HashSet<>(members.stream().map(Person::id).toList())).hasSize(20_000);
            assertThat(progress).hasSize(21).startsWith(999, 1998).endsWith(20_000);
            assertThat(asked)
                    .hasSize(21)
                    .allSatisfy(request ->
                            assertThat(request.header("ConsistencyLevel")).isEqualTo("eventual"));
        }

        @Test
        void areNotReadOnWhenOneIsInterruptedBetweenTwoPages() throws Exception {
            signIn(WITH_GROUPS);
            ColleagueGroup group = largeGroup(20_000);
            AtomicReference<Problem> said = new AtomicReference<>();
            Thread reader = new Thread(() -> said.set(problem(() ->
                    directory.members(group.id(), so -> Thread.currentThread().interrupt()))));
            reader.start();
            reader.join(Duration.ofSeconds(60).toMillis());

            assertThat(said.get()).isEqualTo(Problem.of(Kind.CANCELLED));
            assertThat(asked).hasSize(1);
        }

        @Test
        void areNotWaitedForWhenOneIsInterruptedWithinAPage() throws Exception {
            signIn(WITH_GROUPS);
            ColleagueGroup group = largeGroup(2000);
            hanging = new CountDownLatch(1);
            AtomicReference<Problem> said = new AtomicReference<>();
            AtomicReference<Boolean> interrupted = new AtomicReference<>();
            Thread reader = new Thread(() -> {
                said.set(problem(() -> directory.members(group.id(), so -> {})));
                interrupted.set(Thread.currentThread().isInterrupted());
            });
            reader.start();
            arrived.await();
            reader.interrupt();
            reader.join(Duration.ofSeconds(60).toMillis());

            assertThat(said.get()).isEqualTo(Problem.of(Kind.CANCELLED));
            assertThat(interrupted.get()).isTrue();
            hanging.countDown();
        }

        @Test
        void areRefusedInTheMiddleWhereThereIsTooMuchToDo() throws Exception {
            signIn(WITH_GROUPS);
            ColleagueGroup group = largeGroup(20_000);
            tenant.throttleAfter(7, 1, Optional.of(Duration.ofSeconds(9)));
            List<Integer> progress = new ArrayList<>();

            Problem problem = problem(() -> directory.members(group.id(), progress::add));

            assertThat(problem.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(problem.until()).isPresent();
            assertThat(progress).hasSize(7);
            assertThat(asked).hasSize(8);
            assertThat(directory.members(group.id(), so -> {})).hasSize(20_000);
        }
    }

    @Nested
    class ByDepartment {

        @Test
        void whoIsInItIsFound() throws Exception {
            signIn(ALL);
            List<Person> design = directory.department("Design", so -> {});
            assertThat(names(design)).contains("Clara Lindner", "Kim Muster").hasSize(5);
            assertThat(design).allSatisfy(person -> assertThat(person.enabled()).contains(true));
        }

        @Test
        void anApostropheIsOne() throws Exception {
            signIn(ALL);
            change(before -> before.with(
                    List.of(Colleague.employee("Ada", "Byrne", "ada@muster.example", "O'Hara & Söhne", "Partner"))));
            assertThat(names(directory.department("O'Hara & Söhne", so -> {}))).containsExactly("Ada Byrne");
            assertThat(directory.department("x' or department eq 'Design", so -> {}))
                    .isEmpty();
        }

        @Test
        void nobodyIsInOneOfNoName() throws Exception {
            signIn(ALL);
            assertThat(directory.department(" ", so -> {})).isEmpty();
            assertThat(directory.department("x".repeat(121), so -> {})).isEmpty();
            assertThat(asked).isEmpty();
        }
    }

    @Nested
    class Everybody {

        private List<Person> everybody() throws ProblemException {
            List<Person> all = new ArrayList<>();
            directory.everybody(all::addAll);
            return all;
        }

        @Test
        void isWhoHasTeamsAndIsNoGuestRoomOrClosedAccount() throws Exception {
            signIn(ALL);
            List<Person> all = everybody();
            assertThat(all).hasSize(41).allSatisfy(person -> {
                assertThat(person.teams()).contains(true);
                assertThat(person.enabled()).contains(true);
                assertThat(person.guest()).contains(false);
            });
            assertThat(names(all)).doesNotContain("Ralf Ehemals", "Maja Novak", "Raum Zugspitze", "Info");
            assertThat(asked).hasSize(1);
        }

        @Test
        void isTheSameWherePlansCannotBeFilteredBy() throws Exception {
            signIn(ALL);
            List<Person> filtered = everybody();
            tenant.refusePlanFilters();
            assertThat(everybody()).containsExactlyInAnyOrderElementsOf(filtered);
        }

        @Test
        void isToldPageByPage() throws Exception {
            signIn(ALL);
            change(before -> before.larger(5000));
            List<Integer> pages = new ArrayList<>();
            directory.everybody(page -> pages.add(page.size()));
            assertThat(pages).containsExactly(999, 999, 999, 999, 999, 46);
        }
    }

    @Nested
    class WithoutTheScope {

        private List<ThrowingCallable> needing(Scope scope) {
            String id = Colleague.idOf("x");
            return switch (scope) {
                case USER_READ, PRESENCE_READ, PRESENCE_READ_WRITE -> List.of();
                case PRESENCE_READ_ALL -> List.of(() -> presence.presences(List.of(id)));
                case USER_READ_BASIC_ALL -> List.of(() -> directory.search("anna"), () -> directory.person(id));
                case PEOPLE_READ -> List.of(() -> directory.colleagues(5));
                case GROUP_MEMBER_READ_ALL ->
                    List.of(
                            () -> directory.groups("hr"),
                            () -> directory.groups(group("IT")),
                            () -> directory.owners(group("IT"), so -> {}),
                            () -> directory.members(group("IT"), so -> {}));
                case USER_READ_ALL ->
                    List.of(() -> directory.department("IT", so -> {}), () -> directory.everybody(page -> {}));
            };
        }

        @ParameterizedTest
        @EnumSource
        void thatItNeedsEachQuestionIsRefused(Scope scope) throws Exception {
            signIn();
            for (ThrowingCallable question : needing(scope)) {
                assertThat(problem(question)).isEqualTo(Problem.of(Kind.CONSENT_NEEDED, scope.word()));
            }
        }

        @ParameterizedTest
        @EnumSource
        void thatWasTakenBackAfterItWasGrantedEachQuestionIsRefusedAndItIsBelievedNoMore(Scope scope) throws Exception {
            signIn(ALL);
            List<ThrowingCallable> questions = needing(scope);
            if (!questions.isEmpty()) {
                tenant.signIn().withdraw(scope);
                // The wider of the two allows what the smaller one does.
                if (scope == Scope.USER_READ_BASIC_ALL) {
                    tenant.signIn().withdraw(Scope.USER_READ_ALL);
                }
            }
            for (ThrowingCallable question : questions) {
                assertThat(problem(question)).isEqualTo(Problem.of(Kind.CONSENT_NEEDED, scope.word()));
                assertThat(microsoft.profile().orElseThrow().scopes()).doesNotContain(scope);
            }
            assertThat(microsoft.read()).isNotNull();
        }

        @Test
        void thatCanBeAskedForItWorksOnceGranted() throws Exception {
            signIn();
            assertThat(problem(() -> directory.search("anna")).kind()).isEqualTo(Kind.CONSENT_NEEDED);
            microsoft.grant(
                    new ConsentRequest(Set.of(SMALL), ConsentReason.SEE_COLLEAGUES),
                    SignInWay.DEVICE_CODE,
                    prompt -> tenant.signIn().approve(prompt.code().orElseThrow()));
            assertThat(directory.search("anna")).isNotEmpty();
        }

        @Test
        void whereNobodyIsSignedInThatIsSaid() {
            assertThat(problem(() -> directory.search("anna")).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        }
    }

    @Nested
    class WhatAnybodyMayHaveWritten {

        private Person named(String name) throws ProblemException {
            Colleague odd = colleague("Emily Carter").named(name).withId(Colleague.idOf("odd"));
            change(before -> before.with(List.of(odd)));
            return directory.person(odd.id());
        }

        @Test
        void isLegible() throws Exception {
            signIn(SMALL);
            assertThat(named("A\u0000nna\u0007\tB\necker").name()).isEqualTo("A nna B ecker");
            assertThat(named("\u202eevil\u2066 \u200fname\ufeff").name()).isEqualTo("evil name");
            assertThat(named("x".repeat(300)).name()).hasSize(120).endsWith("…");
            assertThat(named("Zoë 👩‍💻 李四").name()).isEqualTo("Zoë 👩‍💻 李四");
            assertThat(named("e" + "\u0301".repeat(200)).name()).hasSizeLessThan(8);
            assertThat(named("\u202e").name()).isEmpty();
        }
    }
}
