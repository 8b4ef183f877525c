package app.ampel.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Retry;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    private final Sentence sentence = new Sentence(WORDS, () -> BERLIN);
    private final Phrases phrases = new Phrases(WORDS);

    private String said(Snapshot now) {
        return said(Snapshots.unlit(now));
    }

    private String said(Overview now) {
        return sentence.of(now);
    }

    private static Optional<ManualStatus> manual(ManualStatus.State state, Problem.Kind... problem) {
        return Optional.of(new ManualStatus(
                Choice.IN_A_CALL,
                Snapshots.NOW,
                Instant.parse("2026-11-20T14:30:00Z"),
                Optional.empty(),
                state,
                List.of(problem).stream().findFirst().map(Problem::of)));
    }

    private String about(ManualStatus.State state, Problem.Kind... problem) {
        return said(Snapshots.of(
                Snapshots.known("DoNotDisturb", "DoNotDisturb"),
                manual(state, problem),
                AccountState.signedIn(Snapshots.ADA)));
    }

    @Nested
    class AStatusSetByHand {

        @Test
        void isTheExampleOfTheProduct() {
            List<LightState> two = List.of(
                    Snapshots.light("a", LightState.Condition.OK), Snapshots.light("b", LightState.Condition.OK));
            Overview now = Snapshots.lit(
                    Snapshots.of(
                            Snapshots.known("Busy", "InACall"),
                            manual(ManualStatus.State.IN_EFFECT),
                            AccountState.signedIn(Snapshots.ADA)),
                    two);
            assertThat(said(now)).isEqualTo("In a call until 15:30, set by you. Two lights.");
        }

        @Test
        void saysHowFarItHasCome() {
            assertThat(about(ManualStatus.State.REQUESTED))
                    .isEqualTo("In a call until 15:30, set by you. Teams does not show it yet. No light.");
            assertThat(about(ManualStatus.State.OVERRIDDEN))
                    .isEqualTo(
                            "In a call until 15:30, set by you. Teams shows something that counts for more: Do not disturb. No light.");
            assertThat(about(ManualStatus.State.FAILED, Problem.Kind.NO_NETWORK))
                    .isEqualTo(
                            "In a call until 15:30, set by you. On your light only for now. Microsoft cannot be reached. Check the network; Ampel keeps trying. No light.");
        }

        @ParameterizedTest
        @EnumSource(names = {"CONSENT_NEEDED", "REFUSED_BY_GRAPH"})
        void saysWhenTheAdministratorHasNotAllowedIt(Problem.Kind problem) {
            assertThat(about(ManualStatus.State.LIGHT_ONLY, problem))
                    .contains("On your light only. Teams is not told, because your administrator has not allowed it.");
        }

        @Test
        void blamesNobodyElseFalsely() {
            assertThat(about(ManualStatus.State.LIGHT_ONLY, Problem.Kind.READ_ONLY_CLOUD))
                    .contains("On your light only. Microsoft lets apps only read presence in this cloud.")
                    .doesNotContain("administrator");
        }
    }

    @Nested
    class AReading {

        @Test
        void isTheFirstSentence() {
            assertThat(said(Snapshots.of(Snapshots.known("Busy", "InAMeeting"))))
                    .isEqualTo("In a meeting. No light.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "STALE        |                  | Last known: In a meeting, 14:04. No light.",
                    "SIGNED_OUT   | NOT_SIGNED_IN    | Nobody is signed in. Run: ampel sign-in",
                    "SIGNED_OUT   |                  | Nobody is signed in. Run: ampel sign-in",
                    "UNREACHABLE  | CAPTIVE_PORTAL   | Something on the way answered with a web page instead of Microsoft. Open a browser and sign in to the network; Ampel keeps trying. Last known: In a meeting, 14:04. No light.",
                    "CONSENT_MISSING | CONSENT_NEEDED | Your administrator has to approve Ampel first. Send your administrator the page for administrators in the README. Last known: In a meeting, 14:04. No light.",
                })
        void saysWhatIsTheMatter(PresenceReading.Kind kind, Problem.Kind problem, String expected) {
            assertThat(said(Snapshots.of(Snapshots.reading(kind, Optional.empty(), Optional.ofNullable(problem)))))
                    .isEqualTo(expected);
        }

        @Test
        void saysUntilWhenMicrosoftAskedToWait() {
            Optional<Instant> until = Optional.of(Instant.parse("2026-11-20T13:07:00Z"));
            assertThat(said(Snapshots.of(Snapshots.reading(
                            PresenceReading.Kind.THROTTLED, until, Optional.of(Problem.Kind.THROTTLED)))))
                    .isEqualTo("Microsoft asked to wait until 14:07. Last known: In a meeting, 14:04. No light.");
        }

        @Test
        void saysThatTheUserIsBeingWaitedFor() {
            PresenceReading signedOut = Snapshots.reading(
                    PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.of(Problem.Kind.NOT_SIGNED_IN));
            assertThat(said(Snapshots.of(
                            signedOut, Optional.empty(), AccountState.waiting(Optional.empty(), Optional.empty()))))
                    .isEqualTo("Waiting for you to sign in.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Available | Available | false | Available",
                "available | AVAILABLE | false | Available",
                "Busy | InACall | false | In a call",
                "Busy | Sculpting | false | Busy (Sculpting)",
                "Galactic | Galactic | false | Galactic",
                "Available | OutOfOffice | false | Available, out of office",
                "Away | Away | true | Away, out of office",
                "Busy | with-activity | false | Busy (with-activity)",
            })
    void keepsMicrosoftsWordsThatNobodyKnows(String availability, String activity, boolean out, String expected) {
        Presence presence = new Presence(
                new Availability(availability), new Activity(activity), out, Optional.empty(), Optional.empty(), "");
        assertThat(phrases.presence(presence)).isEqualTo(expected);
    }

    @Test
    void cannotBeUsedToSteerATerminal() {
        Presence presence = Presence.of(new Availability("x\u001b]0;y\u0007"), new Activity("z\u202e"));
        assertThat(phrases.presence(presence)).isEqualTo("x?]0;y? (z?)");
    }

    @Test
    void countsLightsAndThoseThatNeedAttention() {
        List<LightState> lights = List.of(
                Snapshots.light("a", LightState.Condition.OK),
                Snapshots.light("b", LightState.Condition.NO_PERMISSION),
                Snapshots.light("c", LightState.Condition.GONE));
        Overview now = Snapshots.lit(
                Snapshots.of(Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
                lights);
        assertThat(said(now)).isEqualTo("Busy. One light. Two more need attention.");
        assertThat(sentence.details(now))
                .containsExactly(
                        "Luxafor Flag: red, softly pulsing",
                        "Luxafor Flag: may not be opened",
                        "Luxafor Flag: not plugged in",
                        "Signed in as Ada Example (ada@example.org).",
                        "Checked 5 s ago. Next check in 7 s.");
    }

    @Test
    void saysWhatToDoAboutALight() {
        LightState closed = Snapshots.light("a", LightState.Condition.NO_PERMISSION);
        LightState hinted = new LightState(
                closed.id(),
                closed.model(),
                closed.transport(),
                closed.condition(),
                closed.shown(),
                Optional.of(new LightState.Hint("light.hint.udev", "Luxafor Flag")));
        assertThat(sentence.light(hinted))
                .isEqualTo("Luxafor Flag: may not be opened. You may not use Luxafor Flag yet."
                        + " Allow it with: ampel lights udev --install");
    }

    @Test
    void saysWhatTheUserToldTheLights() {
        assertThat(overridden(LightCommand.OFF)).isEqualTo("Busy. You have switched the lights off. No light.");
        assertThat(overridden(LightCommand.solid(Colour.BLUE)))
                .isEqualTo("Busy. You have set the lights to blue. No light.");
    }

    private String overridden(LightCommand command) {
        Snapshot now = Snapshots.of(Snapshots.known("Busy", "Busy"));
        return said(new Snapshot(
                now.now(),
                now.reading(),
                now.manual(),
                LightOverride.showing(command),
                now.shown(),
                now.why(),
                now.account(),
                now.poll()));
    }

    @Test
    void namesColours() {
        assertThat(phrases.command(Schemes.DIM_WHITE)).isEqualTo("dim white");
        assertThat(phrases.command(LightCommand.solid(new Colour(1, 2, 3)))).isEqualTo("#010203");
        assertThat(phrases.command(LightCommand.OFF)).isEqualTo("dark");
        assertThat(Phrases.NAMED)
                .allSatisfy((name, colour) ->
                        assertThat(phrases.command(LightCommand.solid(colour))).isEqualTo(name));
    }

    @Test
    void namesTimes() {
        Instant now = Instant.parse("2026-11-20T22:30:00Z");
        assertThat(phrases.time(Instant.parse("2026-11-20T22:59:00Z"), now, BERLIN))
                .isEqualTo("23:59");
        assertThat(phrases.time(Instant.parse("2026-11-20T23:00:00Z"), now, BERLIN))
                .isEqualTo("tomorrow 00:00");
        assertThat(phrases.time(Instant.parse("2026-11-18T08:00:00Z"), now, BERLIN))
                .isEqualTo("2026-11-18 09:00");
        assertThat(phrases.ago(Duration.ZERO)).isEqualTo("just now");
        assertThat(phrases.ago(Duration.ofSeconds(59))).isEqualTo("59 s ago");
        assertThat(phrases.ago(Duration.ofSeconds(60))).isEqualTo("1 min ago");
        assertThat(phrases.ago(Duration.ofHours(5))).isEqualTo("5 h ago");
        assertThat(phrases.ago(Duration.ofDays(3))).isEqualTo("3 d ago");
        assertThat(phrases.span(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
    }

    @ParameterizedTest
    @CsvSource({"Busy,PresenceUnknown,Busy", "Busy,'',Busy", "Away,presenceUnknown,Away"})
    void anActivityThatIsNotKnownSaysNothing(String availability, String activity, String said) {
        Presence presence = Presence.of(new Availability(availability), new Activity(activity));

        assertThat(new Phrases(Messages.in(Locale.ENGLISH)).presence(presence)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada,ada@example.org,Ada (ada@example.org)",
        "Ada,'',Ada",
        "'',ada@example.org,ada@example.org",
        "ada@example.org,ada@example.org,ada@example.org",
        "'','',o-1"
    })
    void whoSomebodyIsIsSaidWithWhatThereIs(String name, String username, String said) {
        Profile who = new Profile(name, username, "", "t-1", "o-1", Set.of());

        assertThat(new Phrases(Messages.in(Locale.ENGLISH)).who(who)).isEqualTo(said);
    }

    @Test
    void ofSomebodyWhoIsSignedInARefusalIsNotToldAsOneOfASignIn() {
        Messages words = Messages.in(Locale.ENGLISH);
        for (Problem.Kind kind : Problem.Kind.values()) {
            String said = words.sayMeanwhile(Problem.of(kind));
            if (kind.retry() == Retry.SLOWLY && kind != Problem.Kind.SIGN_IN_UNFINISHED) {
                assertThat(said).doesNotContain("Use the browser");
            }
        }
    }

    @Test
    void ofACommandThatHasEndedNothingIsSaidToGoOn() {
        Messages words = Messages.in(Locale.ENGLISH);
        for (Problem.Kind kind : Problem.Kind.values()) {
            assertThat(words.sayAtTheEnd(Problem.of(kind)))
                    .doesNotContain("keeps trying")
                    .doesNotContain("goes on by itself")
                    .doesNotContain("tries again");
        }
    }
}
