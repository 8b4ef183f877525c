package app.ampel.service.doctor;

import static app.ampel.service.doctor.Situations.english;
import static app.ampel.service.doctor.Situations.failing;
import static app.ampel.service.doctor.Situations.light;
import static app.ampel.service.doctor.Situations.lights;
import static app.ampel.service.doctor.Situations.of;
import static app.ampel.service.doctor.Situations.reading;
import static app.ampel.service.doctor.Situations.signedIn;
import static app.ampel.service.doctor.Situations.signedOut;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.service.doctor.Fact.Host.Stage;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor makes of what it sees. */
class ChecksTest {

    private static List<Finding> findings(Fact... facts) {
        return Diagnosis.of(of(facts)).findings();
    }

    /** The one finding, as who reads it sees it: how bad, who, next, sentence. */
    private static void finds(Fact fact, Severity severity, Actor who, String next, String beginning) {
        assertThat(findings(fact)).singleElement().satisfies(it -> {
            assertThat(english(it.what())).startsWith(beginning);
            assertThat(it.severity()).isEqualTo(severity);
            assertThat(it.who()).isEqualTo(who);
            assertThat(it.next().map(step -> step.kind().word()).orElse("")).isEqualTo(next);
        });
    }

    @Nested
    class WhenAllIsWell {

        private final Diagnosis diagnosis = Diagnosis.of(of(Situations.fine().toArray(Fact[]::new)));

        @Test
        void everyCheckSaysSoAndNobodyHasToDoAnything() {
            assertThat(diagnosis.worst()).isEqualTo(Severity.OK);
            assertThat(diagnosis.todo()).isEmpty();
            assertThat(diagnosis.findings()).extracting(Finding::check).containsExactlyInAnyOrder(Check.values());
        }

        @Test
        void everythingCanBeSaidInEveryLanguage() {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                MessageRenderer saying = new MessageRenderer(Messages.in(locale), false);
                assertThat(diagnosis.findings())
                        .extracting(finding -> saying.of(finding.what()))
                        .allSatisfy(
                                sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "}"));
            }
        }
    }

    @Nested
    class TheAccount {

        @Test
        void withoutARegistrationTheAdministratorIsNamed() {
            finds(
                    new Fact.SignIn(Optional.empty(), AccountState.signedOut(Optional.empty())),
                    Severity.FAULT,
                    Actor.ADMINISTRATOR,
                    "sign-in",
                    "Ampel needs an app registration");
        }

        @Test
        void whoIsSignedOutCanSignIn() {
            finds(signedOut(Problem.Kind.SIGN_IN_EXPIRED), Severity.FAULT, Actor.YOU, "sign-in", "Your company asks");
        }

        @Test
        void aBlockedSignInIsForTheAdministrator() {
            finds(
                    signedOut(Problem.Kind.BLOCKED_BY_POLICY),
                    Severity.FAULT,
                    Actor.ADMINISTRATOR,
                    "ask-administrator",
                    "Your company's policy blocks");
        }

        @Test
        void aCloudWithoutPresenceIsSaid() {
            Registration china =
                    new Registration("c", "organizations", Cloud.CHINA, Optional.empty(), Optional.empty());
            assertThat(findings(new Fact.SignIn(Optional.of(china), AccountState.signedIn(Situations.JORG))))
                    .anySatisfy(it -> {
                        assertThat(it.severity()).isEqualTo(Severity.FAULT);
                        assertThat(english(it.what())).isEqualTo("Microsoft offers no presence there.");
                    });
        }

        @Test
        void aMissingPermissionToReadIsAFault() {
            Profile less = new Profile("A", "a", "o", "t", "i", Set.of(Scope.USER_READ));
            assertThat(findings(signedIn(less))).anySatisfy(it -> {
                assertThat(it.check()).isEqualTo(Check.PERMISSIONS);
                assertThat(it.who()).isEqualTo(Actor.ADMINISTRATOR);
                assertThat(english(it.what())).startsWith("Presence.Read was not granted");
            });
        }

        @Test
        void aPermissionThatWasNeverAskedForIsNoTrouble() {
            Profile less = new Profile("A", "a", "o", "t", "i", Set.of(Scope.USER_READ, Scope.PRESENCE_READ));
            assertThat(findings(signedIn(less)))
                    .allMatch(it -> !it.isTodo())
                    .anySatisfy(it -> assertThat(english(it.what()))
                            .isEqualTo("Granted: User.Read, Presence.Read."
                                    + " Presence.ReadWrite is asked for when you first set a status."));
        }

        @Test
        void aCheckThatDoesNotComeIsAFault() {
            Fact.Reading stuck = new Fact.Reading(
                    reading(PresenceReading.Kind.KNOWN, Optional.empty()).reading(),
                    Situations.NOW,
                    Optional.of(Duration.ofSeconds(10)),
                    Optional.of(Duration.ofMinutes(7)),
                    Optional.empty());
            assertThat(findings(signedIn(Situations.JORG), stuck)).anySatisfy(it -> {
                assertThat(it.severity()).isEqualTo(Severity.FAULT);
                assertThat(english(it.what())).contains("has been overdue for");
            });
        }

        @Test
        void aRefusedPermissionToSetIsForTheAdministrator() {
            Fact.Reading refused = new Fact.Reading(
                    reading(PresenceReading.Kind.KNOWN, Optional.empty()).reading(),
                    Situations.NOW,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED)));
            assertThat(findings(signedIn(Situations.JORG), refused)).anySatisfy(it -> {
                assertThat(it.severity()).isEqualTo(Severity.WARNING);
                assertThat(it.who()).isEqualTo(Actor.ADMINISTRATOR);
                assertThat(english(it.what())).contains("on your light only", "approve Ampel");
            });
        }

        @Test
        void tokensInAFileAreANote() {
            finds(
                    new Fact.Tokens(TokenPlace.OWNER_ONLY_FILE),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Your sign-in is kept in a file that only you can read");
        }

        @ParameterizedTest
        @EnumSource
        void everyProblemHasASentenceAndSomebodyWhoActsUnlessItPasses(Problem.Kind kind) {
            Finding finding = Finding.of(Check.ACCOUNT, Problem.of(kind));
            assertThat(english(finding.what())).isNotBlank();
            boolean passes = kind == Problem.Kind.THROTTLED || kind == Problem.Kind.INTERNAL;
            assertThat(finding.who() == Actor.NOBODY).isEqualTo(passes);
        }
    }

    @Nested
    class TheWayToMicrosoft {

        private static final Problem OFFLINE = Problem.of(Problem.Kind.NO_NETWORK, "UnknownHostException");

        private Fact.Host[] both(Problem problem, Stage stage, Optional<ProxyInForce> proxy) {
            return new Fact.Host[] {
                failing("login.microsoftonline.com", problem, stage, proxy),
                failing("graph.microsoft.com", problem, stage, proxy)
            };
        }

        private Finding network(Fact... hosts) {
            return findings(hosts).stream()
                    .filter(it -> it.check() == Check.NETWORK)
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void twoHostsThatFareAlikeAreOneFinding() {
            Fact.Host[] hosts = both(OFFLINE, Stage.LOOK_UP, Optional.empty());
            assertThat(findings(hosts))
                    .filteredOn(it -> it.check() == Check.NETWORK)
                    .hasSize(1);
            assertThat(english(network(hosts).what()))
                    .startsWith("Microsoft cannot be found by its name (graph.microsoft.com, login.");
            assertThat(network(hosts).who()).isEqualTo(Actor.YOU);
        }

        @Test
        void oneHostOfTwoIsNamedAlone() {
            Fact one = failing(
                    "graph.microsoft.com",
                    Problem.of(Problem.Kind.NO_NETWORK, "SocketTimeoutException"),
                    Stage.CONNECT,
                    Optional.empty());
            assertThat(findings(Situations.host("login.microsoftonline.com"), one))
                    .filteredOn(it -> it.check() == Check.NETWORK)
                    .extracting(it -> english(it.what()))
                    .containsExactly(
                            "Microsoft does not answer (graph.microsoft.com). Is this computer online, or does a firewall"
                                    + " stand in between? (SocketTimeoutException)",
                            "Microsoft can be reached (login.microsoftonline.com), within 1 s.");
        }

        @Test
        void aDeadProxyIsBlamedWithWhoeverSetIt() {
            Problem refused = Problem.of(Problem.Kind.NO_NETWORK, "ConnectException");
            assertThat(english(network(both(refused, Stage.CONNECT, Optional.of(Situations.PROXY)))
                            .what()))
                    .isEqualTo("The proxy http://schleuse.innen.example:3128 cannot be reached, and so neither can"
                            + " Microsoft. It is set by the variable https_proxy. (ConnectException)");
        }

        @Test
        void aCertificateThatIsNotTrustedIsForTheAdministrator() {
            Finding finding =
                    network(both(Problem.of(Problem.Kind.UNTRUSTED_CERTIFICATE), Stage.SECURE, Optional.empty()));
            assertThat(finding.who()).isEqualTo(Actor.ADMINISTRATOR);
            assertThat(finding.next()).contains(Step.askAdministrator(Problem.Kind.UNTRUSTED_CERTIFICATE));
        }

        @Test
        void aVariableThatIsNoProxyIsNamed() {
            finds(new Fact.BrokenProxy("HTTPS_PROXY"), Severity.WARNING, Actor.YOU, "", "The variable HTTPS_PROXY");
        }

        @Test
        void whatTheHostsSayIsNotSaidAgainOfThePresence() {
            Fact[] facts = Stream.concat(
                            Stream.of(both(OFFLINE, Stage.LOOK_UP, Optional.empty())),
                            Stream.of(reading(PresenceReading.Kind.UNREACHABLE, Optional.of(OFFLINE))))
                    .toArray(Fact[]::new);
            assertThat(findings(facts)).noneMatch(it -> it.check() == Check.PRESENCE);
        }

        @Test
        void microsoftThatAsksToWaitIsNobodysFault() {
            finds(
                    reading(PresenceReading.Kind.THROTTLED, Optional.of(Problem.of(Problem.Kind.THROTTLED))),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Microsoft asked to wait.");
        }

        private Finding clock(Duration ahead) {
            return findings(Situations.clockOff(ahead)).stream()
                    .filter(it -> it.check() == Check.CLOCK)
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void aClockThatIsFarOffIsAFaultOfTheUsers() {
            assertThat(clock(Duration.ofMinutes(-7)).severity()).isEqualTo(Severity.FAULT);
            assertThat(clock(Duration.ofMinutes(-7)).who()).isEqualTo(Actor.YOU);
            assertThat(english(clock(Duration.ofMinutes(-7)).what()))
                    .startsWith("The clock of this computer is 7 min behind.");
            assertThat(english(clock(Duration.ofHours(26)).what())).contains("26 h ahead");
        }

        @Test
        void aClockThatIsALittleOffIsANoteAndASecondIsNothing() {
            assertThat(clock(Duration.ofMinutes(5)).severity()).isEqualTo(Severity.NOTE);
            assertThat(clock(Duration.ofSeconds(-20)).severity()).isEqualTo(Severity.OK);
        }
    }

    @Nested
    class TheLights {

        @Test
        void oneThatMayNotBeOpenedOffersToInstallTheRules() {
            Fact.Lights forbidden = lights(light(Condition.NO_PERMISSION, "light.hint.udev", "blink(1) mk2"));
            finds(forbidden, Severity.FAULT, Actor.YOU, "install-rules", "Käthes Tür: You may not use");
            assertThat(findings(forbidden, new Fact.Rules(Fact.Rules.State.MISSING)))
                    .hasSize(1);
        }

        @Test
        void aPortOfAGroupOffersTheCommandToJoinIt() {
            assertThat(findings(lights(light(Condition.NO_PERMISSION, "light.hint.group", "dialout")))
                            .get(0)
                            .next())
                    .contains(new Step(Step.Kind.COPY_COMMAND, "sudo usermod -aG dialout $USER"));
        }

        @Test
        void oneThatAnotherProgramHasIsAWarning() {
            finds(
                    lights(light(Condition.IN_USE, "light.hint.in-use", "COM3")),
                    Severity.WARNING,
                    Actor.YOU,
                    "",
                    "Käthes Tür: Another program is using COM3.");
        }

        @Test
        void aMakersProgramIsAWarningThoughTheLightWorks() {
            assertThat(findings(lights(light(Condition.OK, "light.hint.rival", "kuandoHUB"))))
                    .extracting(it -> english(it.what()))
                    .containsExactly(
                            "Käthes Tür: kuandoHUB is running and sets this light's colour, too. Close it, or let go of the"
                                    + " lights: ampel light pause",
                            "One light works.");
        }

        @Test
        void oneThatIsNotPluggedInOrSwitchedOffNeedsNobody() {
            assertThat(findings(lights(light(Condition.GONE, "", ""), light(Condition.OFF, "", ""))))
                    .allMatch(it -> it.severity() == Severity.NOTE);
        }

        @Test
        void noneAtAllIsANoteAndSaysWhereTheyAreWhenSeenFromElsewhere() {
            finds(lights(), Severity.NOTE, Actor.NOBODY, "", "No light is attached.");
            finds(
                    new Fact.Lights(List.of(), true),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Lights are on the other computer");
        }

        @Test
        void thatNobodyTellsWhatIsPluggedInIsSaidWithWhatIsMissing() {
            assertThat(findings(new Fact.Lights(List.of(light(Condition.OK, "", "")), false, true)))
                    .filteredOn(it -> it.severity() == Severity.WARNING)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(english(it.what()))
                                .contains("looks for them every one and a half seconds", "max_user_instances");
                        assertThat(it.who()).isEqualTo(Actor.YOU);
                    });
        }

        @Test
        void oldRulesCanBeInstalledAgain() {
            finds(new Fact.Rules(Fact.Rules.State.OLD), Severity.NOTE, Actor.NOBODY, "install-rules", "The rules");
        }
    }

    @Nested
    class TheComputer {

        @Test
        void aProgramThatDoesNotAnswerIsAFault() {
            finds(new Fact.Program(Fact.Program.Talk.SILENT), Severity.FAULT, Actor.YOU, "", "Another Ampel");
            finds(
                    new Fact.Program(Fact.Program.Talk.NOT_RUNNING),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "start",
                    "Ampel is not");
        }

        @Test
        void gnomeLacksAnExtensionAndOtherDesktopsJustHaveNoPlace() {
            finds(new Fact.Panel(false, "ubuntu:GNOME"), Severity.WARNING, Actor.YOU, "open-page", "GNOME shows no");
            finds(new Fact.Panel(false, "sway"), Severity.NOTE, Actor.NOBODY, "", "This desktop has no place");
        }

        @Test
        void aSessionIsFineWhereSomebodyTellsOfBothLockAndSleep() {
            finds(new Fact.Session(Fact.Session.Lock.TOLD, true), Severity.OK, Actor.NOBODY, "", "Ampel hears when");
        }

        @Test
        void whatNobodyTellsIsANote() {
            finds(
                    new Fact.Session(Fact.Session.Lock.NONE, true),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Ampel cannot hear when the screen");
            finds(
                    new Fact.Session(Fact.Session.Lock.LOCKERS, true),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Nobody here tells Ampel when the screen is locked.");
            finds(
                    new Fact.Session(Fact.Session.Lock.TOLD, false),
                    Severity.NOTE,
                    Actor.NOBODY,
                    "",
                    "Ampel cannot hear when the computer");
            assertThat(findings(new Fact.Session(Fact.Session.Lock.NONE, false)))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.NOTE, Severity.NOTE);
        }

        @Test
        void startingByItselfIsForTheUserToDecide() {
            finds(autostart(true, true, ""), Severity.OK, Actor.NOBODY, "", "Ampel starts with this computer.");
            finds(autostart(false, false, ""), Severity.OK, Actor.NOBODY, "", "Ampel does not start with");
        }

        @Test
        void whatTheDesktopHasSwitchedOffIsANoteWhateverItLeadsTo() {
            finds(autostart(true, false, ""), Severity.NOTE, Actor.NOBODY, "", "Ampel would start");
            finds(autostart(true, false, "/opt/old/ampel"), Severity.NOTE, Actor.NOBODY, "", "Ampel would start");
        }

        @Test
        void aProgramToStartThatIsGoneIsNamedToTheUserAlone() {
            Fact gone = autostart(true, true, "/home/joergm/old/ampel");
            finds(gone, Severity.WARNING, Actor.YOU, "", "Ampel should start with this computer");
            Message said = findings(gone).get(0).what();
            assertThat(english(said)).contains("gone: /home/joergm/old/ampel. Switch \"Start with my computer\"");
            assertThat(new MessageRenderer(Messages.in(Locale.ENGLISH), true).of(said))
                    .doesNotContain("joergm");
        }

        private static Fact.Autostart autostart(boolean there, boolean on, String gone) {
            return new Fact.Autostart(there, on, Optional.of(gone).filter(path -> !path.isEmpty()));
        }

        @Test
        void whatWasIgnoredInTheSettingsIsAWarning() {
            finds(
                    new Fact.Settings(List.of(Message.of("settings.note.not-json", "settings.json", "3"))),
                    Severity.WARNING,
                    Actor.YOU,
                    "open-folder",
                    "settings.json, line 3: this is not JSON.");
        }

        @Test
        void aFolderThatCannotBeUsedIsAFault() {
            finds(new Fact.Home("/h", false, true, 1L << 40), Severity.FAULT, Actor.YOU, "", "Ampel cannot write");
            finds(new Fact.Home("/h", true, true, 3_000_000), Severity.FAULT, Actor.YOU, "", "The disk is full: 3 MB");
            finds(new Fact.Home("/h", true, false, 1L << 40), Severity.WARNING, Actor.YOU, "", "Others may look");
        }

        @Test
        void whatCouldNotBeFoundOutIsNamedAndNotCalledSlow() {
            finds(
                    new Fact.Failed(Check.HOME, "IllegalArgumentException"),
                    Severity.WARNING,
                    Actor.NOBODY,
                    "",
                    "This could not be found out: ");
        }

        @Test
        void whatDidNotAnswerInTimeIsNamed() {
            Diagnosis late = Diagnosis.of(new Evidence(Situations.NOW, List.of(), Set.of(Check.TOKENS)));
            assertThat(late.findings())
                    .extracting(it -> english(it.what()))
                    .containsExactly(
                            "This could not be found out in time: key store. Something there hangs, or this computer is very busy.");
        }
    }
}
