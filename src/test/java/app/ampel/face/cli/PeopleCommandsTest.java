package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.demo.people.Colleague;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import app.ampel.face.control.TenantPeople;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.json.Json;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleService;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands about people, against the demo's tenant: with a running program and without one they are the same. */
class PeopleCommandsTest {

    private static final Scope[] SMALL = {Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL, Scope.PEOPLE_READ};

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());
    private final TenantPeople colleagues = new TenantPeople();
    private PeopleService people;

    @AfterEach
    void remove() {
        colleagues.close();
        home.close();
    }

    private JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        typed.ampel(all.toArray(String[]::new));
        return Json.read(typed.out().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private int people(String... arguments) {
        List<String> all = new ArrayList<>(List.of("people"));
        all.addAll(List.of(arguments));
        return typed.ampel(all.toArray(String[]::new));
    }

    abstract class EitherWay {

        abstract void serve() throws Exception;

        void start(Scope... granted) throws Exception {
            people = colleagues.started(granted);
            serve();
        }

        @Test
        void anEmptyWatchListSaysHowToBeginAndAsksForNoConsent() throws Exception {
            colleagues.declines = true;
            start();
            assertThat(people()).isZero();
            assertThat(typed.out())
                    .isEqualTo("Nobody is on your watch list. Put somebody there: ampel people add NAME");
            assertThat(json("people"))
                    .isEqualTo(Json.read("{\"available\":0,\"of\":0,\"people\":[]}".getBytes(StandardCharsets.UTF_8))
                            .orElseThrow());
        }

        @Test
        void theWatchListShowsWhoIsFreeFirstAndHowMany() throws Exception {
            start(SMALL);
            assertThat(people("add", "Priya Sharma")).isZero();
            assertThat(typed.out()).isEqualTo("On your watch list: Priya Sharma (priya.sharma@muster.example)");
            assertThat(people("add", "anna.becker@muster.example")).isZero();
            assertThat(people("add", colleagues.id("Yuki Tanaka"))).isZero();
            assertThat(people()).isZero();
            assertThat(typed.out().lines())
                    .containsExactly(
                            "2 of 3 are available.",
                            "+ Anna Becker: Available (working remotely)",
                            "+ Yuki Tanaka: Available (in the office)",
                            "x Priya Sharma: In a meeting, out of office (working remotely)",
                            "    Out of office: Back on Monday. Urgent? Please ask Tobias Krüger.");
            JsonNode all = json("people");
            assertThat(all.path("available").asInt()).isEqualTo(2);
            assertThat(all.path("people").findValuesAsText("activity"))
                    .containsExactly("Available", "Available", "InAMeeting");
        }

        @Test
        void whoIsTakenOffTheWatchListIsFoundThere() throws Exception {
            start(SMALL);
            people("add", "Anna Becker");
            people("add", "Yuki Tanaka");
            assertThat(people("remove", "yuki")).isZero();
            assertThat(typed.out()).isEqualTo("Off your watch list: Yuki Tanaka");
            assertThat(people("remove", "Yuki Tanaka")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).isEqualTo("Yuki Tanaka is not on your watch list.");
            assertThat(json("people").path("of").asInt()).isEqualTo(1);
        }

        @Test
        void whoeverHasLeftStaysOnTheListUntilTakenOff() throws Exception {
            start(SMALL);
            people("add", "Anna Becker");
            String id = colleagues.id("Anna Becker");
            colleagues.tenant.changeDirectory(before -> before.without(id));
            people = colleagues.again();
            serve();
            assertThat(people()).isZero();
            assertThat(typed.out()).isEqualTo("? Anna Becker: no longer in your organisation");
            assertThat(json("people").path("people").path(0).path("gone").asBoolean())
                    .isTrue();
        }

        @Test
        void onePersonComesWithWhatOthersMayKnowAndWithLinks() throws Exception {
            start(SMALL);
            assertThat(people("show", "priya.sharma@muster.example")).isZero();
            assertThat(typed.out().lines())
                    .startsWith(
                            "x Priya Sharma (priya.sharma@muster.example): In a meeting, out of office (working remotely)",
                            "    Out of office: Back on Monday. Urgent? Please ask Tobias Krüger.")
                    .anyMatch(line -> line.matches("As of \\d\\d:\\d\\d:\\d\\d, .*\\."))
                    .anyMatch(line -> line.startsWith("Chat: https://teams.microsoft.com/l/chat/0/0?")
                            && line.endsWith("users=priya.sharma@muster.example"));
            JsonNode person = json("people", "show", "Priya Sharma");
            assertThat(person.path("availability").asText()).isEqualTo("Busy");
            assertThat(person.path("outOfOffice").asBoolean()).isTrue();
            assertThat(person.path("department").isNull()).isTrue();
            assertThat(person.path("links").path("call").asText())
                    .isEqualTo("https://teams.microsoft.com/l/call/0/0?users=priya.sharma@muster.example");
        }

        @Test
        void aNameThatMatchesSeveralListsThem() throws Exception {
            start(SMALL);
            for (String command : List.of("show", "add", "find --primary")) {
                List<String> line = new ArrayList<>(List.of(command.split(" ")));
                line.add("Thomas Müller");
                assertThat(people(line.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
                assertThat(typed.err().lines())
                        .containsExactly(
                                "\"Thomas Müller\" matches more than one person. Give the mail address or the id:",
                                "  Thomas Müller (thomas.mueller@muster.example)",
                                "  Thomas Müller (thomas.mueller2@muster.example)");
                assertThat(typed.out()).isEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "show Nobody | Nobody in your organisation has the name, mail address or id \"Nobody\". They may have left.",
                    "find --primary Anna --secondary x@y.zz | Nobody in your organisation has the name, mail address or id \"x@y.zz\". They may have left.",
                    "find --group Nope | There is no group \"Nope\" in your organisation.",
                    "find --list SAP | You have no list \"SAP\". See: ampel people list",
                    "find --search HR | You have saved no search \"HR\".",
                    "list remove SAP | You have no list \"SAP\".",
                })
        void whatIsNotThereIsNamed(String line, String sentence) throws Exception {
            start(Scope.values());
            assertThat(people(line.split(" "))).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).isEqualTo(sentence);
        }

        @Test
        void searchingTellsTwoOfTheSameNameApart() throws Exception {
            start(Scope.values());
            assertThat(people("search", "müller", "tho")).isZero();
            assertThat(typed.out().lines())
                    .containsExactlyInAnyOrder(
                            "Thomas Müller (thomas.mueller@muster.example), Test engineer, Engineering",
                            "Thomas Müller (thomas.mueller2@muster.example), Controller, Finance");
            assertThat(json("people", "search", "zzz")).isEmpty();
            assertThat(people("search", "zzz")).isZero();
            assertThat(typed.out()).isEqualTo("Nobody is called \"zzz\", or has such a mail address.");
        }

        @Test
        void aQuestionIsRoutedToAnOwnerOfTheGroup() throws Exception {
            start(Scope.values());
            JsonNode answer =
                    json("people", "find", "--group", "HR questions", "--topic", "Leave", "--question", "Five days?");
            JsonNode found = answer.path("found");
            assertThat(found.path("name").asText()).isIn("Anna Becker", "Tobias Krüger");
            assertThat(found.path("reason").asText()).isEqualTo("owner");
            assertThat(found.path("among").asInt()).isEqualTo(2);
            assertThat(answer.path("links").path("chat").asText()).endsWith("&message=Leave%3A%20Five%20days%3F");
            assertThat(answer.path("links").path("meeting").asText()).endsWith("&subject=Leave&content=Five%20days%3F");
            assertThat(answer.path("looked").asInt()).isEqualTo(2);
            assertThat(answer.has("cutOff")).isFalse();
        }

        @Test
        void aRequestIsRedirectedToSomebodyElseWherePrimaryIsNotAvailable() throws Exception {
            start(SMALL);
            assertThat(people("find", "--primary", "Priya Sharma", "--secondary", "Lena Vogt", "--secondary", "Yuki"))
                    .isZero();
            assertThat(typed.out().lines())
                    .startsWith("+ Yuki Tanaka (yuki.tanaka@muster.example): Available (in the office)")
                    .contains("One of those you named instead.");
        }

        @Test
        void nobodyAvailableIsSixAndSaysWhoIsNearest() throws Exception {
            start(SMALL);
            assertThat(people("find", "--secondary", "Oliver Grant", "--secondary", "Lena Vogt"))
                    .isEqualTo(6);
            assertThat(typed.out().lines())
                    .containsExactly(
                            "Neither of the 2 is available now.",
                            "Nearest:",
                            "- Oliver Grant (oliver.grant@muster.example): Away",
                            "To be told when one of them is available: ampel people wait oliver.grant@muster.example");
            assertThat(people("find", "--primary", "Priya Sharma", "--json")).isEqualTo(6);
            assertThat(typed.out())
                    .isEqualTo("{\"found\":null,\"links\":null,\"nearest\":[],\"looked\":1,\"unknown\":0}");
        }

        @Test
        void aGroupThatHidesItsMembersMayBeWhyThereIsNobody() throws Exception {
            start(Scope.values());
            assertThat(people("find", "--group", "Works council", "--members")).isEqualTo(ExitCode.NOBODY);
            assertThat(typed.out().lines())
                    .containsExactly(
                            "There is nobody to choose from.",
                            "The group is empty, or it hides its members from you: those who own it can tell.");
        }

        @Test
        void whatFindsNoRoomInALinkIsPrinted() throws Exception {
            start(SMALL);
            String end = "The end, at last.";
            assertThat(people("find", "--primary", "Anna Becker", "--question", "ä".repeat(400) + "\n" + end))
                    .isZero();
            assertThat(typed.out().lines())
                    .contains("A link holds no more than 2000 characters. What found no room:")
                    .endsWith("    " + end);
            assertThat(json("people", "find", "--primary", "Anna Becker", "--question", "ä".repeat(400))
                            .path("cutOff")
                            .fieldNames())
                    .toIterable()
                    .containsExactly("chat", "meeting");
        }

        @Test
        void listsAndSearchesAreKeptAndUsed() throws Exception {
            start(Scope.values());
            assertThat(people("list")).isZero();
            assertThat(typed.out()).isEqualTo("You have no lists. Make one: ampel people list add NAME WHO");
            people("list", "add", "SAP", "Yuki Tanaka", "Oliver Grant");
            people("list", "add", "sap", "Oliver Grant");
            assertThat(typed.out()).isEqualTo("SAP: Yuki Tanaka, Oliver Grant");
            assertThat(people("save", "Know-how", "--primary", "Oliver Grant", "--list", "SAP"))
                    .isZero();
            assertThat(typed.out()).isEqualTo("The search is saved. Start it: ampel people find --search \"Know-how\"");
            people("save");
            assertThat(typed.out()).isEqualTo("Know-how: Oliver Grant, your list SAP");
            JsonNode found = json("people", "find", "--search", "know-how", "--question", "Hm?");
            assertThat(found.path("found").path("name").asText()).isEqualTo("Yuki Tanaka");
            assertThat(found.path("links").path("chat").asText()).endsWith("&message=Hm%3F");
            people("list", "remove", "SAP", "yuki");
            assertThat(typed.out()).isEqualTo("SAP: Oliver Grant");
            people("list", "remove", "SAP");
            assertThat(typed.out()).isEqualTo("The list SAP is gone.");
            people("save", "--forget", "know-how");
            assertThat(typed.out()).isEqualTo("The search Know-how is forgotten.");
            assertThat(json("people", "save")).isEmpty();
        }

        @Test
        void aRefusalSaysWhoCanAllowItAndWhatStillWorks() throws Exception {
            colleagues.tenant.signIn().withoutAdministrator();
            start(SMALL);
            assertThat(people("find", "--group", "HR questions")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.err())
                    .startsWith("Ampel may not read groups. Your administrator can allow it. What still works: ")
                    .contains("finding somebody among people you work with");
        }

        @Test
        void aScopeThatWasTakenBackSinceIsNamed() throws Exception {
            start(Scope.values());
            assertThat(people("find", "--group", "HR questions")).isZero();
            colleagues.tenant.signIn().withdraw(Scope.GROUP_MEMBER_READ_ALL);
            assertThat(people("find", "--group", "IT")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.err())
                    .isEqualTo("Ampel may not read groups. Your administrator can allow it. (GroupMember.Read.All)");
        }

        @Test
        void whoDeclinesIsToldSo() throws Exception {
            colleagues.declines = true;
            start();
            assertThat(people("show", "Anna Becker")).isEqualTo(ExitCode.SIGN_IN_NEEDED);
            assertThat(typed.err()).startsWith("The sign-in was declined in the browser.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"people", "people show Anna", "people find --colleagues", "people save"})
        void whatIsSwitchedOffSaysWhereToSwitchItOn(String line) throws Exception {
            colleagues.access.put(PeopleFeature.PEOPLE, PeopleFeature.Access.OFF);
            start(SMALL);
            assertThat(typed.ampel(line.split(" "))).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err())
                    .startsWith("You have switched off other people's presence.")
                    .contains("people.colleagues");
        }

        @Test
        void whatTheAdministratorHasNotAllowedIsRefused() throws Exception {
            colleagues.access.put(PeopleFeature.PEOPLE, PeopleFeature.Access.LOCKED);
            start(SMALL);
            assertThat(people("show", "Anna Becker")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.err()).isEqualTo("Your administrator has not allowed that on this computer.");
        }

        @Test
        void whereMicrosoftAsksToWaitTheCommandEnds() throws Exception {
            start(SMALL);
            colleagues.tenant.throttle(100, Optional.of(Duration.ofMinutes(2)));
            assertThat(people("show", "Anna Becker")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err()).startsWith("Microsoft asked to wait. Try again in a few minutes.");
        }

        @Test
        void namesOfOthersSteerNoTerminal() throws Exception {
            String name = "Eve\u001b[31m\u202eliV";
            colleagues.tenant.changeDirectory(before -> before.with(List.of(
                    Colleague.employee(name, "x".repeat(300) + "\ud83d\ude00", "eve@muster.example", "IT", "\u0007"))));
            start(SMALL);
            for (String line : List.of("show eve@muster.example", "search eve", "add eve@muster.example", "")) {
                for (String form : List.of("", "--json")) {
                    String[] all = ("people " + line + " " + form).strip().split(" +");
                    assertThat(typed.ampel(all)).as(line).isZero();
                    assertThat(typed.out()).contains("Eve").doesNotContainPattern("[\\p{Cc}\\u202a-\\u202e&&[^\\n]]");
                }
            }
        }

        @Test
        void howManyWereReadIsSaidWhereSomebodyLooks() throws Exception {
            colleagues.grow(1500);
            start(Scope.values());
            typed.program.errorTerminal = true;
            assertThat(people("find", "--group", "Everybody", "--members")).isZero();
            assertThat(typed.err()).contains("people read");
            assertThat(typed.out()).doesNotContain("people read");
            typed.program.errorTerminal = false;
            assertThat(people("find", "--group", "Everybody", "--members")).isZero();
            assertThat(typed.err()).isEmpty();
        }
    }

    @Nested
    class WhileAmpelRuns extends EitherWay {

        private final FakeServices fake = new FakeServices(home.folders());
        private InstanceLock lock;
        private ControlServer server;

        @BeforeEach
        void lock() throws Exception {
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
        }

        @Override
        void serve() throws Exception {
            stopServing();
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock),
                    fake.services(people),
                    Home.words(),
                    () -> TenantPeople.BERLIN);
        }

        private void stopServing() {
            if (server != null) {
                server.close();
            }
        }

        @AfterEach
        void stop() {
            stopServing();
            lock.close();
        }

        @Test
        void whoIsAvailableAlreadyIsNotWaitedFor() throws Exception {
            start(SMALL);
            assertThat(people("wait", "Priya Sharma", "Anna Becker", "--for", "2h"))
                    .isZero();
            assertThat(typed.out().lines())
                    .startsWith("Available: Anna Becker (anna.becker@muster.example)")
                    .anyMatch(line -> line.startsWith("Chat: https://"));
            JsonNode answer = json("people", "wait", "Anna Becker");
            assertThat(answer.path("found").path("available").asBoolean()).isTrue();
            assertThat(answer.path("links").path("chat").asText()).contains("users=anna.becker@muster.example");
        }

        @Test
        void whoWaitsInVainIsToldSoAndEndsWithSix() throws Exception {
            start(SMALL);
            typed.program.errorTerminal = true;
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> people("wait", "Priya Sharma", "--for", "2h"));
            await().until(() -> typed.err().equals("Waiting. Ctrl-C ends it."));
            people.stopWaiting(Set.of(colleagues.id("Priya Sharma"))).join();
            assertThat(waiting.join()).isEqualTo(ExitCode.NOBODY);
            assertThat(typed.out()).isEqualTo("Nobody became available in that time.");
        }

        @Test
        void whatTheUserHasToDoIsSaidBesideTheAnswer() throws Exception {
            start(SMALL);
            SignInPrompt status = prompt(ConsentRequest.SET_STATUS);
            SignInPrompt groups =
                    prompt(new ConsentRequest(Set.of(Scope.GROUP_MEMBER_READ_ALL), ConsentReason.READ_GROUPS));
            fake.engine.become(asking(status));
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> people("wait", "Priya Sharma", "--json"));
            await().until(() -> people.snapshot().waits().size() == 1);
            fake.engine.become(asking(groups));
            await().until(() -> typed.err().contains("Ctrl-C cancels."));
            people.stopWaiting(Set.of(colleagues.id("Priya Sharma"))).join();
            waiting.join();
            assertThat(typed.out()).isEqualTo("{\"found\":null,\"links\":null}");
            assertThat(typed.err()).contains("GroupMember.Read.All").doesNotContain("Presence.ReadWrite");
        }

        private SignInPrompt prompt(ConsentRequest consent) {
            return new SignInPrompt(
                    SignInWay.DEVICE_CODE,
                    URI.create("https://microsoft.com/devicelogin"),
                    Optional.of("ABCD-EFGH"),
                    Snapshots.NOW.plusSeconds(600),
                    Optional.of(consent));
        }

        private Snapshot asking(SignInPrompt prompt) {
            return Snapshots.of(
                    Snapshots.known("Busy", "InAMeeting"),
                    Optional.empty(),
                    AccountState.waiting(Optional.of(Snapshots.ADA), Optional.of(prompt)));
        }

        @Test
        void theBoardListsWhoIsThere() throws Exception {
            start(Scope.values());
            assertThat(people("board", "--department", "Human Resources")).isZero();
            assertThat(typed.out().lines())
                    .startsWith("5 of 5 are there: the department Human Resources")
                    .contains(
                            "+ Anna Becker (anna.becker@muster.example): Available",
                            "x Lena Vogt (lena.vogt@muster.example): In a call");
            JsonNode board = json("people", "board", "--group", "HR questions");
            assertThat(board.path("pool").path("name").asText()).isEqualTo("HR questions");
            assertThat(board.path("of").asInt()).isEqualTo(5);
            assertThat(board.path("leftOut")).hasSize(4);
            assertThat(people.snapshot().wall()).isEmpty();
        }

        @Test
        void theBoardSaysWhenTechnicalAccountsCannotBeTold() throws Exception {
            start(SMALL);
            assertThat(people("board")).isZero();
            assertThat(typed.out()).contains("Rooms and technical accounts are left out as far as Ampel can tell");
        }

        @ParameterizedTest
        @CsvSource({"board, WALL, people.wall", "wait Anna, TELL_ME_WHEN, people.tellMeWhen"})
        void eachUseIsSwitchedOffByItself(String line, PeopleFeature feature, String member) throws Exception {
            colleagues.access.put(feature, PeopleFeature.Access.OFF);
            start(SMALL);
            assertThat(people(line.split(" "))).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains(member);
            assertThat(people("show", "Anna Becker")).isZero();
        }
    }

    @Nested
    class WithoutARunningProgram extends EitherWay {

        @Override
        void serve() {
            typed.program.people = () -> people;
        }

        @ParameterizedTest
        @ValueSource(strings = {"people wait Anna", "people board"})
        void waitingAndTheBoardNeedOne(String line) throws Exception {
            start(SMALL);
            assertThat(typed.ampel(line.split(" "))).isEqualTo(ExitCode.NOT_RUNNING);
            assertThat(typed.err()).isEqualTo("Ampel is not running. Start it with: ampel run");
        }
    }
}
