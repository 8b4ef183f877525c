package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.files.Sockets;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import app.ampel.face.control.StatusJson;
import app.ampel.service.doctor.Fact;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.json.Json;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.overview.Overview;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands in a terminal, with and without a running program. */
class CommandsTest {

    private static final SignInPrompt FIRST = new SignInPrompt(
            SignInWay.DEVICE_CODE,
            URI.create("https://microsoft.com/devicelogin"),
            Optional.of("ABCD-EFGH"),
            Instant.parse("2026-11-20T13:20:00Z"),
            Optional.empty());
    private static final SignInPrompt FRESH = new SignInPrompt(
            FIRST.way(),
            FIRST.address(),
            Optional.of("IJKL-MNOP"),
            Instant.parse("2026-11-20T13:35:00Z"),
            FIRST.consent());

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @AfterEach
    void remove() {
        home.close();
    }

    @Nested
    class WhileAmpelRuns {

        private InstanceLock lock;
        private FakeServices host;
        private ControlServer server;

        @BeforeEach
        void start() throws Exception {
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
            host = new FakeServices(home.folders());
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock),
                    host.services(),
                    Home.words(),
                    () -> ZoneId.of("Europe/Berlin"));
        }

        @AfterEach
        void stop() {
            server.close();
            lock.close();
        }

        @Test
        void statusSaysItInWords() {
            assertThat(typed.ampel("status")).isZero();
            assertThat(typed.out().lines())
                    .containsExactly(
                            "In a meeting. No light.",
                            "Signed in as Ada Example (ada@example.org).",
                            "Checked 5 s ago. Next check in 7 s.");
        }

        @Test
        void statusSaysItInJson() {
            assertThat(typed.ampel("status", "--json")).isZero();
            assertThat(typed.out())
                    .isEqualTo(Json.line(StatusJson.of(host.overviews().now())));
        }

        @Test
        void theDoctorAsksIt() {
            assertThat(typed.ampel("doctor")).isZero();
            assertThat(typed.out().lines())
                    .containsExactly(
                            "+ ok       Ampel is running.", "+ ok       The settings can be read.", "All is well.");
        }

        @Test
        void theDoctorEndsWithOneWhenThereIsAFaultAndSaysWhoActs() {
            host.symptom = new Fact.SignIn(
                    Optional.of(
                            new Registration("c", "organizations", Cloud.GLOBAL, Optional.empty(), Optional.empty())),
                    AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.USER_NOT_ASSIGNED))));
            assertThat(typed.ampel("doctor")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.out().lines())
                    .containsExactly(
                            "X fault    You are not on the list of users of this app. Your administrator has to assign you to"
                                    + " it.",
                            "           Your administrator has to act.",
                            "+ ok       Ampel is running.",
                            "One thing needs attention.");
            assertThat(typed.err()).isEmpty();
        }

        @Test
        void theDoctorSpeaksJson() {
            assertThat(typed.ampel("doctor", "--json")).isZero();
            assertThat(typed.out())
                    .isEqualTo("{\"worst\":\"ok\",\"findings\":[{\"check\":\"program\",\"severity\":\"ok\","
                            + "\"text\":\"Ampel is running.\",\"who\":\"nobody\"},{\"check\":\"settings\","
                            + "\"severity\":\"ok\",\"text\":\"The settings can be read.\",\"who\":\"nobody\"}]}");
        }

        @Test
        void theDoctorWritesAReport() {
            assertThat(typed.ampel("doctor", "--report")).isZero();
            assertThat(typed.out())
                    .startsWith("Ampel report, 2026-11-20T13:05:03Z")
                    .contains("ok      program");
            typed.ampel("doctor", "--report", "--json");
            assertThat(typed.out()).contains("\"report\":\"Ampel report, 2026-11-20T13:05:03Z");
        }

        @Test
        void theDoctorDoesWithoutOneThatDoesNotAnswer() throws Exception {
            server.close();
            try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                Path socket = Sockets.listen(home.folders(), path -> path);
                deaf.bind(UnixDomainSocketAddress.of(socket));
                Files.writeString(home.folders().address(), socket.toString());
                CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> typed.ampel("doctor"));
                deaf.accept().close();
                assertThat(exit.get()).isEqualTo(ExitCode.FAILED);
            }
            assertThat(typed.out()).contains("X fault    Another Ampel has this home folder but does not answer.");
        }

        @Test
        void statusWatchesUntilTheProgramEnds() throws Exception {
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> typed.ampel("status", "--watch"));
            await().until(() -> typed.out().contains("In a meeting"));
            host.engine.become(host.engine.snapshot());
            host.engine.become(Snapshots.of(Snapshots.known("Away", "Away")));
            await().until(() -> typed.out().contains("Away"));
            server.close();
            assertThat(exit.get()).isEqualTo(ExitCode.FAILED);
            assertThat(typed.out().lines()).containsExactly("In a meeting. No light.", "Away. No light.");
            assertThat(typed.err()).isEqualTo("Ampel ended before it answered.");
        }

        @Test
        void aStatusIsSetForATime() {
            typed.ampel("set", "in-a-call");
            typed.ampel("set", "presenting", "--for", "45m");
            typed.ampel("set", "available", "--until", "17:00");
            assertThat(host.engine.told)
                    .containsExactly(
                            new Intent.SetManual(StatusRequest.of(
                                    Choice.IN_A_CALL, new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plusSeconds(3600)))),
                            new Intent.SetManual(StatusRequest.of(
                                    Choice.PRESENTING, new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plusSeconds(2700)))),
                            new Intent.SetManual(StatusRequest.of(
                                    Choice.AVAILABLE, Expiry.at(Instant.parse("2026-11-20T16:00:00Z")))));
            assertThat(typed.ampel("clear")).isZero();
            assertThat(host.engine.told.get(3)).isEqualTo(new Intent.ClearManual());
        }

        @Test
        void aStatusIsSetWithANoteOnTheLightOnlyOrAboveEverything() {
            Instant five = Instant.parse("2026-11-20T16:00:00Z");
            typed.ampel("set", "busy", "--until-cleared", "--message", " Back at 15:00 ", "--take-over");
            typed.ampel("set", "away", "--until", "tomorrow", "9:00");
            typed.ampel("set", "offline", "--working-day", "--light-only");
            assertThat(host.engine.told)
                    .containsExactly(
                            new Intent.SetManual(new StatusRequest(
                                    Choice.BUSY,
                                    new Expiry(Expiry.Kind.CLEARED, five),
                                    Optional.of("Back at 15:00"),
                                    false,
                                    true)),
                            new Intent.SetManual(
                                    StatusRequest.of(Choice.AWAY, Expiry.at(Instant.parse("2026-11-21T08:00:00Z")))),
                            new Intent.SetManual(new StatusRequest(
                                    Choice.OFFLINE,
                                    new Expiry(Expiry.Kind.WORKING_DAY, five),
                                    Optional.empty(),
                                    true,
                                    false)));
        }

        @Test
        void aKeySetsItAndTakesItBack() {
            typed.ampel("toggle", "presenting");
            assertThat(host.engine.told)
                    .containsExactly(new Intent.ToggleManual(StatusRequest.of(
                            Choice.PRESENTING, new Expiry(Expiry.Kind.TIMER, Snapshots.NOW.plusSeconds(3600)))));
        }

        private Snapshot presenting() {
            ManualStatus manual = new ManualStatus(
                    Choice.PRESENTING,
                    Snapshots.NOW,
                    Snapshots.NOW.plusSeconds(3600),
                    Optional.empty(),
                    ManualStatus.State.IN_EFFECT,
                    Optional.empty());
            return Snapshots.of(
                    Snapshots.known("Available", "Available"),
                    Optional.of(manual),
                    AccountState.signedIn(Snapshots.ADA));
        }

        @Test
        void whatAKeyHasDoneIsSaidByWhatCameOfIt() {
            host.engine.become(presenting());
            assertThat(typed.ampel("toggle", "presenting")).isEqualTo(ExitCode.OK);
            assertThat(typed.out()).startsWith("Presenting");
            host.engine.become(Snapshots.of(Snapshots.known("Available", "Available")));
            assertThat(typed.ampel("toggle", "presenting")).isEqualTo(ExitCode.OK);
            assertThat(typed.out()).isEqualTo("Cleared. Your lights follow your presence in Teams again.");
        }

        @Test
        void nothingCanBeExtendedWhereNothingIsSet() {
            assertThat(typed.ampel("extend")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err()).isEqualTo("You have set no status by hand.");
            assertThat(host.engine.told).isEmpty();
        }

        @Test
        void aNoteThatIsTooLongIsCounted() {
            assertThat(typed.ampel("set", "busy", "--message", "x".repeat(281))).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).isEqualTo("The message has 281 characters; 280 are allowed.");
        }

        @Test
        void theLightsAreTold() {
            typed.ampel("light", "#FF8000");
            typed.ampel("light", "magenta-red", "--effect", "pulse");
            typed.ampel("light", "off");
            typed.ampel("light", "auto");
            assertThat(host.engine.told)
                    .containsExactly(
                            override(LightCommand.solid(new Colour(255, 128, 0))),
                            override(new LightCommand(Colour.MAGENTA_RED, Effect.PULSE)),
                            override(LightCommand.OFF),
                            new Intent.ShowLight(LightOverride.AUTO));
        }

        private static Intent override(LightCommand command) {
            return new Intent.ShowLight(LightOverride.showing(command));
        }

        @Test
        void theLightsAreListedWithTheirIds() {
            Overview now = Snapshots.lit(
                    Snapshots.of(
                            Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
                    List.of(Snapshots.light("luxafor-flag-1", LightState.Condition.OK)));
            typed.ampel("lights");
            assertThat(typed.out()).startsWith("No light is attached.");
            host.become(now);
            typed.ampel("lights");
            assertThat(typed.out()).isEqualTo("Luxafor Flag: red, softly pulsing  [luxafor-flag-1]");
            typed.ampel("lights", "--json");
            assertThat(typed.out()).isEqualTo(Json.line(StatusJson.of(now).get("lights")));
            assertThat(typed.ampel("lights", "identify", "luxafor-flag-1")).isZero();
            assertThat(host.computer.identified).containsExactly("luxafor-flag-1");
            assertThat(typed.ampel("lights", "identify", "luxafor-flag")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err())
                    .isEqualTo("There is no light \"luxafor-flag\" in reach. Did you mean \"luxafor-flag-1\"?");
        }

        @Test
        void inARemoteSessionTheListSaysWhereTheLightsAre() {
            host.remote = true;
            typed.ampel("lights");
            assertThat(typed.out()).isEqualTo("Lights are on the other computer: run Ampel there; it needs no Teams.");
        }

        @Test
        void aSingleLightIsTheRunningPrograms() {
            host.computer.found.add(LightsAround.luxafor("1-2"));
            assertThat(typed.ampel("lights", "brightness", "luxafor:usb-1-2", "40"))
                    .isZero();
            assertThat(typed.out())
                    .isEqualTo("Luxafor Flag: 40 % of its brightness.\n"
                            + "This holds for every Luxafor Flag without a serial number, in any socket.");
            assertThat(typed.ampel("lights", "correct", "luxafor:usb-1-2", "100", "80 %", "0"))
                    .isZero();
            assertThat(host.adjusted.get(1).of("luxafor").adjustment()).isEqualTo(new Adjustment(40, 100, 80, 0));
        }

        @Test
        void whatMayBeALightIsOneWhenTheUserSaysSoAndNotAnyMoreWhenHeDoubtsIt() {
            LightModel model = new Catalogue().find("cleware").orElseThrow();
            host.computer.found.add(LightBus.Found.possible("cleware:usb-1-2", model, "1-2"));
            assertThat(typed.ampel("lights", "doubt", "cleware:usb-1-2")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.ampel("lights", "confirm", "cleware:usb-1-2")).isZero();
            assertThat(typed.out())
                    .isEqualTo("Cleware USB traffic light?: taken for a light, in this socket, because you say so.");
            assertThat(host.adjusted.get(0).confirmed()).containsExactly("cleware:usb-1-2");
            assertThat(typed.ampel("lights", "doubt", "cleware:usb-1-2")).isZero();
            assertThat(host.adjusted.get(1).confirmed()).isEmpty();
        }

        @Test
        void whatIsALightAnywayNeedsNoConfirming() {
            host.computer.found.add(LightsAround.luxafor("1-2"));
            assertThat(typed.ampel("lights", "confirm", "luxafor:usb-1-2")).isEqualTo(ExitCode.USAGE);
            assertThat(host.adjusted).isEmpty();
        }

        @Test
        void serialLightsAreTheRunningPrograms() {
            host.computer.ports.add(Snapshots.port("/dev/ttyUSB0", "FT232R", Optional.of("0403:6001:A1")));
            assertThat(typed.ampel("lights", "add", "/dev/ttyUSB0")).isZero();
            assertThat(typed.out()).isEqualTo("/dev/ttyUSB0 is now a light of yours. Its id is 0403:6001:A1.");
            assertThat(host.serial)
                    .containsExactly(List.of(new AddedLight("0403:6001:A1", new SerialProtocol.Ampel())));
        }

        @Test
        void aSecondStartHandsOver() throws Exception {
            assertThat(typed.ampel()).isZero();
            assertThat(typed.err())
                    .isEqualTo("Ampel is already running in " + home.folders().home() + ".");
            assertThat(host.shown.getCount()).isZero();
            assertThat(typed.program.faces).isEmpty();
        }

        @Test
        void startingWithTheSessionOpensNoWindowOfOneThatRunsAlready() {
            assertThat(typed.ampel("run")).isZero();
            assertThat(typed.err())
                    .isEqualTo("Ampel is already running in " + home.folders().home() + ".");
            assertThat(host.shown.getCount()).isEqualTo(1);
        }

        @Test
        void signingInIsTheRunningProgramsAndItsPromptsAreShownHere() throws Exception {
            CompletableFuture<Snapshot> pending = new CompletableFuture<>();
            host.engine.outcome = pending;
            typed.display = true;
            CompletableFuture<Integer> exit =
                    CompletableFuture.supplyAsync(() -> typed.ampel("sign-in", "--client-id", "some-id"));
            await().until(() -> host.engine.told.contains(new Intent.SignIn(SignInWay.DEVICE_CODE)));
            host.engine.become(Snapshots.of(
                    host.engine.snapshot().reading(),
                    Optional.empty(),
                    AccountState.waiting(Optional.empty(), Optional.of(FIRST))));
            await().until(() -> typed.out().contains("ABCD-EFGH"));
            pending.complete(Snapshots.of(Snapshots.known("Busy", "Busy")));
            assertThat(exit.get()).isZero();
            assertThat(typed.out()).contains("You are signed in.").contains("Ada Example (ada@example.org)");
            assertThat(typed.copied).containsExactly("ABCD-EFGH");
            assertThat(host.settings.settings().account().clientId()).contains("some-id");
            assertThat(typed.program.opened).isEmpty();
        }

        @Test
        void accountAndSignOutAreTheRunningPrograms() {
            assertThat(typed.ampel("account")).isZero();
            assertThat(typed.out()).contains("Tokens: in memory, until Ampel ends");
            assertThat(typed.ampel("sign-out")).isZero();
            assertThat(typed.out()).contains("Nothing is revoked at Microsoft");
            assertThat(host.engine.told).containsExactly(new Intent.SignOut());
        }

        @Test
        void accountSaysWhyNobodyIsSignedIn() {
            host.engine.become(Snapshots.of(
                    Snapshots.reading(PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED, "AADSTS70043")))));
            assertThat(typed.ampel("account", "--json")).isEqualTo(ExitCode.SIGN_IN_NEEDED);
            assertThat(typed.out()).isEqualTo("{\"state\":\"signed-out\"}");
            assertThat(typed.err()).endsWith("Run: ampel sign-in (AADSTS70043)");
        }

        @Test
        void stopEndsIt() throws Exception {
            assertThat(typed.ampel("stop")).isZero();
            await().until(() -> host.stopped.getCount() == 0);
        }
    }

    @Nested
    class WhileNothingRuns {

        private final String nl = System.lineSeparator();

        @Test
        void theDoctorLooksByItself() {
            assertThat(typed.ampel("doctor")).isZero();
            assertThat(typed.out().lines())
                    .containsExactly(
                            "- note     Ampel is not running, so only a part could be looked at.",
                            "           ampel run",
                            "+ ok       The settings can be read.",
                            "All is well.");
        }

        @Test
        void theDoctorWorksWhereTheHomeDoesNot() throws Exception {
            Files.writeString(home.folders().home(), "a file in its place");
            assertThat(typed.ampel("doctor")).isZero();
            assertThat(typed.out()).contains("Ampel is not running");
        }

        @Test
        void signingInKeepsWhatWasGivenAndShowsWhatToDo() {
            typed.display = true;
            typed.program.account.prompts.add(FIRST);
            assertThat(typed.ampel("sign-in", "--client-id", "some-id", "--tenant", "example.org"))
                    .isZero();
            assertThat(typed.out())
                    .isEqualTo(String.join(
                            nl,
                            "Open https://microsoft.com/devicelogin in a browser and enter this code:",
                            "",
                            "    ABCD-EFGH",
                            "",
                            "The code is on your clipboard, and the page is open in your browser.",
                            "It is good until 14:20.",
                            "",
                            "Waiting for you. Ctrl-C cancels.",
                            "You are signed in.",
                            "Ada Example (ada@example.org)",
                            "Organisation: example.org (t-1)",
                            "Granted:",
                            "  User.Read: your name and your address",
                            "  Presence.Read: your own presence",
                            "Tokens: in a file that only you can read, as no key store works here"));
            assertThat(typed.copied).containsExactly("ABCD-EFGH");
            assertThat(typed.pages).containsExactly(FIRST.address());
            Registration expected =
                    new Registration("some-id", "example.org", Cloud.GLOBAL, Optional.empty(), Optional.empty());
            assertThat(typed.ampel("sign-in")).isZero();
            assertThat(typed.program.opened).containsExactly(expected, expected);
            assertThat(typed.program.account.closed).isTrue();
        }

        @Test
        void aFreshCodeBeforeTheFirstRanOutIsNotSaidToHaveRunOut() {
            typed.program.account.prompts.addAll(List.of(FIRST, FRESH));
            typed.ampel("sign-in", "--client-id", "some-id");
            assertThat(typed.out())
                    .contains("The sign-in broke off on the way to Microsoft. Here is a fresh code." + nl)
                    .doesNotContain("ran out");
        }

        @Test
        void whatIsToBeTypedIsNeverCut() {
            String address = "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/deviceauth";
            String code = "A".repeat(80);
            typed.program.account.prompts.add(new SignInPrompt(
                    FIRST.way(), URI.create(address), Optional.of(code), FIRST.expires(), FIRST.consent()));
            typed.ampel("sign-in", "--client-id", "some-id");
            assertThat(typed.out())
                    .contains("Open " + address + " in a browser")
                    .contains(code);
        }

        @Test
        void aSignInThatHasEndedDoesNotSayThatItGoesOn() {
            typed.program.account.problem = Optional.of(Problem.of(Problem.Kind.SERVICE_FAILING, "HTTP 503"));
            assertThat(typed.ampel("sign-in", "--client-id", "some-id")).isNotZero();
            assertThat(typed.err()).contains("Try again in a few minutes").doesNotContain("keeps trying");
        }

        @Test
        void aFreshCodeIsAnnounced() {
            SignInPrompt over = new SignInPrompt(
                    FIRST.way(), FIRST.address(), FIRST.code(), Snapshots.NOW.plusSeconds(5), FIRST.consent());
            typed.program.account.prompts.addAll(List.of(over, FRESH));
            typed.ampel("sign-in", "--client-id", "some-id");
            assertThat(typed.out())
                    .contains("The code ran out. Here is a fresh one." + nl)
                    .contains("IJKL-MNOP");
            assertThat(typed.out()).doesNotContain("clipboard").doesNotContain("is open");
        }

        @Test
        void theCodeIsBoldOnlyWhereThatCanBeSeen() {
            typed.program.account.prompts.add(FIRST);
            typed.ampel("sign-in", "--client-id", "some-id");
            assertThat(typed.out()).doesNotContain("\u001b");
            typed.colours = true;
            typed.ampel("sign-in");
            assertThat(typed.out()).contains("\u001b[1mABCD-EFGH\u001b[0m");
        }

        @Test
        void theWayOfSigningInIsKept() {
            typed.ampel("sign-in", "--client-id", "some-id", "--browser");
            typed.ampel("sign-in");
            typed.ampel("sign-in", "--no-browser");
            assertThat(typed.program.account.ways)
                    .containsExactly(SignInWay.BROWSER, SignInWay.BROWSER, SignInWay.DEVICE_CODE);
        }

        @Test
        void signingInFailsWithASentenceAndItsExitCode() {
            typed.program.account.problem = Optional.of(Problem.of(Problem.Kind.SIGN_IN_UNFINISHED));
            assertThat(typed.ampel("sign-in", "--client-id", "some-id")).isEqualTo(ExitCode.SIGN_IN_NEEDED);
            assertThat(typed.err())
                    .isEqualTo(
                            "Nobody finished the sign-in. If the browser said that access is blocked or needs approval, your company does not allow sign-in by code. Use the browser instead, or ask your administrator.");
            typed.program.account.problem = Optional.of(Problem.of(Problem.Kind.BLOCKED_BY_POLICY, "AADSTS53003"));
            assertThat(typed.ampel("sign-in")).isEqualTo(ExitCode.REFUSED);
            assertThat(typed.err()).endsWith("(AADSTS53003)");
        }

        @Test
        void signingInNeedsAClientId() {
            assertThat(typed.ampel("sign-in")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("--client-id");
            assertThat(typed.program.opened).isEmpty();
        }

        @Test
        void whatTheAdministratorHasSetCannotBeChanged() throws Exception {
            Files.writeString(home.machineSettings(), "{\"account\":{\"tenant\":\"example.org\"}}");
            assertThat(typed.ampel("sign-in", "--client-id", "some-id", "--tenant", "other.example"))
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(typed.err())
                    .isEqualTo("The tenant is set by your administrator (" + home.machineSettings() + ").");
            assertThat(typed.program.opened).isEmpty();
        }

        @Test
        void aCloudThatCanOnlyBeReadIsSaid() {
            typed.ampel("sign-in", "--client-id", "some-id", "--cloud", "usgov");
            assertThat(typed.out()).endsWith("The light shows your choice, Teams is not told.");
        }

        @Test
        void accountSaysWhoAndWhereTokensAre() {
            assertThat(typed.ampel("account")).isEqualTo(ExitCode.SIGN_IN_NEEDED);
            assertThat(typed.err()).isEqualTo("Nobody is signed in. Run: ampel sign-in");
            typed.ampel("sign-in", "--client-id", "some-id");
            assertThat(typed.ampel("account", "--json")).isZero();
            assertThat(typed.out())
                    .isEqualTo(
                            "{\"state\":\"signed-in\",\"name\":\"Ada Example\",\"username\":\"ada@example.org\",\"organisation\":\"example.org\",\"tenantId\":\"t-1\",\"objectId\":\"o-1\",\"scopes\":[\"User.Read\",\"Presence.Read\"],\"purposes\":{\"User.Read\":\"your name and your address\",\"Presence.Read\":\"your own presence\"},\"tokens\":\"owner-only-file\"}");
        }

        @Test
        void signingOutForgetsAccountAndState() throws Exception {
            typed.ampel("sign-in", "--client-id", "some-id");
            Files.writeString(home.folders().state(), "{}");
            assertThat(typed.ampel("sign-out")).isZero();
            assertThat(typed.out()).contains("Nothing is revoked at Microsoft");
            assertThat(typed.program.account.profile).isEmpty();
            assertThat(home.folders().state()).doesNotExist();
        }

        @Test
        void aSingleLightIsWantedOtherwiseStraightInTheSettings() throws Exception {
            typed.program.computer.found.add(LightsAround.blink1("3A00"));
            assertThat(typed.ampel("lights", "name", "blink1:3A00", " Door ")).isZero();
            assertThat(typed.out()).isEqualTo("blink(1) mk3 is now called \"Door\".");
            assertThat(typed.ampel("lights", "off", "blink1:3A00")).isZero();
            assertThat(Files.readString(home.folders().settings()))
                    .isEqualToIgnoringWhitespace("{\"version\": 1, \"lights\": {\"each\": {\"blink1:3A00\":"
                            + " {\"name\": \"Door\", \"off\": true}}}}");
            typed.program.computer.found.clear();
            assertThat(typed.ampel("lights", "on", "blink1:3A00")).isZero();
            assertThat(typed.ampel("lights", "name", "blink1:3A00", "")).isZero();
            assertThat(Files.readString(home.folders().settings())).isEqualToIgnoringWhitespace("{\"version\": 1}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "off blink1:3B00 | There is no light \"blink1:3B00\", neither attached nor in the settings. Did you mean \"blink1:3A00\"?",
                    "brightness blink1:3A00 0 | \"0\" is no percentage from 1 to 100.",
                    "brightness blink1:3A00 101 | \"101\" is no percentage from 1 to 100.",
                    "correct blink1:3A00 0 100 x | \"x\" is no percentage from 0 to 100.",
                    "button blink1:3A00 mute | A button cannot do \"mute\". Choose from: none, toggle-in-a-call.",
                    "button blink1:3A00 toggle-in-a-call | The light blink1:3A00 has no button that Ampel knows, or is not attached.",
                    "name blink1:3A00 12345678901234567890123456789012345678901 | A name has at most 40 characters, all of them visible."
                })
        void whatCannotBeIsRefusedInASentence(String line, String sentence) {
            typed.program.computer.found.add(LightsAround.blink1("3A00"));
            List<String> words = new ArrayList<>(List.of("lights"));
            words.addAll(List.of(line.split(" ")));
            assertThat(typed.ampel(words.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).isEqualTo(sentence);
            assertThat(home.folders().settings()).doesNotExist();
        }

        @Test
        void serialLightsAreAddedListedAndForgotten() {
            typed.program.computer.ports.add(Snapshots.port("/dev/ttyUSB0", "FT232R", Optional.of("0403:6001:A1")));
            typed.ampel("lights", "ports");
            assertThat(typed.out()).isEqualTo("/dev/ttyUSB0  FT232R");
            assertThat(typed.ampel("lights", "add", "/dev/ttyUSB1")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err())
                    .isEqualTo("There is no serial port \"/dev/ttyUSB1\". Did you mean \"/dev/ttyUSB0\"?");
            assertThat(typed.ampel("lights", "add", "/dev/ttyUSB0")).isZero();
            typed.ampel("lights", "ports");
            assertThat(typed.out()).isEqualTo("/dev/ttyUSB0  FT232R  (added)");
            assertThat(typed.ampel("lights", "forget", "0403:6001:A1")).isZero();
            typed.ampel("lights", "ports", "--json");
            assertThat(typed.out())
                    .isEqualTo(
                            "[{\"port\":\"/dev/ttyUSB0\",\"description\":\"FT232R\",\"usb\":\"\",\"serial\":\"\",\"id\":\"0403:6001:A1\",\"added\":false}]");
        }

        @Test
        void whatWasIgnoredInTheSettingsIsSaid() throws Exception {
            home.folders().create();
            Files.writeString(home.folders().settings(), "{\"lights\":7}");
            assertThat(typed.ampel("lights", "ports")).isZero();
            assertThat(typed.err()).contains("settings.json, line 1:").contains("settings.json.broken-20261120-130503");
        }

        @Test
        void twoCommandsAtOnceDoNotGetInEachOthersWay() throws Exception {
            try (InstanceLock held = InstanceLock.tryTake(home.folders()).orElseThrow()) {
                assertThat(held).isNotNull();
                for (String line : List.of("run", "account", "lights ports")) {
                    assertThat(typed.ampel(line.split(" "))).isEqualTo(ExitCode.FAILED);
                    assertThat(typed.err()).startsWith("Another Ampel command is at work in this home folder.");
                }
            }
        }

        @Test
        void aHomeThatCannotBeMadeIsSaid() throws Exception {
            String file = Files.createFile(home.folder().resolve("file")).toString();
            assertThat(typed.ampel("account", "--home", file)).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err())
                    .startsWith("Ampel could not write its files.")
                    .endsWith("(" + file + ")");
        }
    }
}
