package app.ampel.face.window.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.kit.Action;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusModelTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestProgram program = new TestProgram(Moments.known("Available", "Available"));
    private final StatusModel model = new StatusModel(
            program.context(Messages.in(Locale.UK), Clock.fixed(Moments.NOW, ZoneOffset.UTC), Runnable::run),
            program.status());

    private StatusViewState face(Snapshot snapshot) {
        return face(Snapshots.unlit(snapshot));
    }

    private StatusViewState face(Overview now) {
        model.feed(now);
        return model.viewState();
    }

    private List<String> why(Snapshot snapshot) {
        model.explain(true);
        return face(snapshot).why().stream()
                .map(row -> row.label() + ": " + row.text())
                .toList();
    }

    @Nested
    class WhileNothingIsSet {

        @Test
        void theRingIsWholeAndOnlyInACallCanBePressed() {
            StatusViewState face = face(Moments.known("Available", "Available"));
            assertThat(face.share()).isEqualTo(1);
            assertThat(face.left()).isEmpty();
            assertThat(face.inACall())
                    .isEqualTo(new Action("In a call", "Busy for 1 h, on your lights and in Teams.", true, false));
            assertThat(face.extend().enabled()).isFalse();
            assertThat(face.extend().hint()).isEqualTo("You have set no status by hand.");
            assertThat(face.clear().enabled()).isFalse();
        }

        @Test
        void whatIsPickedGoesOutWithTheNextStatus() {
            face(Moments.known("Available", "Available"));
            model.last(DurationOption.of(Duration.ofMinutes(30)));
            model.note("back at 3");
            model.set(Choice.BUSY);
            assertThat(program.told)
                    .last()
                    .isEqualTo(new Intent.SetManual(new StatusRequest(
                            Choice.BUSY,
                            Expiry.after(Duration.ofMinutes(30), Moments.NOW),
                            Optional.of("back at 3"),
                            false,
                            false)));
            assertThat(model.viewState().note()).as("it was meant for this one").isEmpty();
            assertThat(model.viewState().states()).hasSize(9).noneMatch(StatusViewState.Pick::on);
            assertThat(model.viewState().times().stream().filter(StatusViewState.Pick::on))
                    .extracting(StatusViewState.Pick::text)
                    .containsExactly("30 min");
        }

        @Test
        void enterSaysThatANoteGoesOutWithAStatusAndKeepsIt() {
            face(Moments.known("Available", "Available"));
            model.sendNote();
            assertThat(model.viewState().notice()).as("nothing was typed").isEmpty();
            model.note("back at 3");
            model.sendNote();
            assertThat(program.told).isEmpty();
            assertThat(model.viewState().notice()).isEqualTo("Set a status as well: the note goes out with it.");
            assertThat(model.viewState().note()).isEqualTo("back at 3");
            model.set(Choice.BUSY);
            assertThat(model.viewState().notice()).isEmpty();
        }

        @Test
        void onTheLightsOnlyNobodyReadsANote() {
            face(Moments.known("Available", "Available"));
            model.note("back at 3");
            model.lightOnly(true);
            model.set(Choice.AWAY);
            assertThat(program.last())
                    .isEqualTo(new Intent.SetManual(new StatusRequest(
                            Choice.AWAY, Expiry.after(HOUR, Moments.NOW), Optional.empty(), true, false)));
        }

        /** Said in the tray it holds here, too. */
        @Test
        void whatIsPickedIsOneForAllFaces() {
            face(Moments.known("Available", "Available"));
            program.status().lightOnly(true);
            model.tick();
            assertThat(model.viewState().lightOnly().on()).isTrue();
            program.status().last(DurationOption.of(Duration.ofMinutes(30)));
            assertThat(program.last()).isEqualTo(new Intent.EndManual(DurationOption.of(Duration.ofMinutes(30))));
            model.set(Choice.BUSY);
            assertThat(program.last())
                    .isEqualTo(new Intent.SetManual(new StatusRequest(
                            Choice.BUSY,
                            Expiry.after(Duration.ofMinutes(30), Moments.NOW),
                            Optional.empty(),
                            true,
                            false)));
        }

        @Test
        void inACallIsSetForAsLongAsUsualByTheClockOfTheCore() {
            face(Moments.known("Available", "Available"));
            program.now = Moments.NOW.plusSeconds(20);
            model.toggleInACall();
            assertThat(program.last())
                    .isEqualTo(new Intent.ToggleManual(
                            StatusRequest.of(Choice.IN_A_CALL, Expiry.after(HOUR, Moments.NOW.plusSeconds(20)))));
        }
    }

    @Nested
    class WhileInACallRuns {

        private final Snapshot call =
                Moments.set(Choice.IN_A_CALL, QUARTER, HOUR.minus(QUARTER), ManualStatus.State.IN_EFFECT);

        @Test
        void theArcShowsWhatIsLeftAndShrinks() {
            assertThat(face(call).share()).isCloseTo(0.75, within(1e-9));
            assertThat(model.viewState().left()).isEqualTo("45 min left");
            program.now = Moments.NOW.plus(QUARTER);
            model.tick();
            assertThat(model.viewState().share()).isCloseTo(0.5, within(1e-9));
            assertThat(model.viewState().left()).isEqualTo("30 min left");
            program.now = Moments.NOW.plus(HOUR.minus(QUARTER)).minusSeconds(30);
            model.tick();
            assertThat(model.viewState().left()).isEqualTo("30 s left");
        }

        @Test
        void itIsNeverLessThanNothing() {
            program.now = Moments.NOW.plus(HOUR).plus(HOUR);
            assertThat(face(call).share()).isZero();
            assertThat(model.viewState().left()).isEqualTo("0 s left");
        }

        @Test
        void theButtonsExtendAndClearIt() {
            StatusViewState face = face(call);
            assertThat(face.extend().enabled()).isTrue();
            assertThat(face.extend().text()).isEqualTo("Extend by 15 min");
            model.extend();
            assertThat(program.last()).isEqualTo(new Intent.ExtendManual(QUARTER));
            model.clear();
            assertThat(program.last()).isEqualTo(new Intent.ClearManual());
        }

        @Test
        void inACallIsPressedAndEndsIt() {
            assertThat(face(call).inACall().on()).isTrue();
            model.note("back at 3");
            model.toggleInACall();
            assertThat(program.last()).isInstanceOf(Intent.ToggleManual.class);
            assertThat(model.viewState().note())
                    .as("nothing was set that it could go out with")
                    .isEqualTo("back at 3");
        }

        @Test
        void anotherStatusIsReplacedByInACall() {
            StatusViewState face = face(Moments.set(Choice.PRESENTING, QUARTER, QUARTER, ManualStatus.State.IN_EFFECT));
            assertThat(face.inACall().on()).isFalse();
            model.toggleInACall();
            assertThat(program.last()).isInstanceOf(Intent.ToggleManual.class);
        }
    }

    @Nested
    class WhenSomethingDoesNotWork {

        @Test
        void itSaysSoUntilTheNextTry() {
            face(Moments.known("Available", "Available"));
            model.clear();
            program.failLast(Problem.Kind.NO_NETWORK);
            assertThat(model.viewState().notice())
                    .isEqualTo("Microsoft cannot be reached. Check the network; Ampel keeps trying.");
            model.clear();
            assertThat(model.viewState().notice()).isEmpty();
        }

        @Test
        void anAnswerToSomethingOlderSaysNothing() {
            face(Moments.known("Available", "Available"));
            model.toggleInACall();
            model.clear();
            program.answers.get(0).completeExceptionally(new IllegalStateException());
            assertThat(model.viewState().notice()).isEmpty();
        }

        @Test
        void theButtonsAreNamedInsteadOfCommands() {
            StatusViewState face = face(Moments.signedOut(Problem.Kind.SIGN_IN_EXPIRED));
            assertThat(face.sentence())
                    .isEqualTo("Your company asks for a new sign-in from time to time, and it is time again.");
        }
    }

    @Nested
    class TheRest {

        @Test
        void whoIsSignedInCanSignOutAndWhoIsNotCanSignIn() {
            StatusViewState in = face(Moments.signedIn());
            assertThat(in.account()).isEqualTo("Ada Example (ada@example.org)");
            assertThat(in.remedy()).isEmpty();
            assertThat(in.signOut()).isPresent();
            StatusViewState out = face(Moments.signedOut());
            assertThat(out.sentence()).isEqualTo("Nobody is signed in.");
            assertThat(out.account()).isEmpty();
            assertThat(out.remedy()).map(it -> it.action().text()).contains("Sign in");
            assertThat(out.signOut()).isEmpty();
            model.signOut();
            assertThat(program.last()).isEqualTo(new Intent.SignOut());
        }

        @Test
        void lightsThatWereLetGoCanBeTakenBack() {
            StatusViewState paused = face(Moments.with(Moments.signedIn(), LightOverride.PAUSED));
            assertThat(paused.sentence())
                    .contains("Ampel has let go of the lights.")
                    .doesNotContain("ampel light");
            assertThat(paused.remedy())
                    .contains(new StatusViewState.Remedy(
                            StatusViewState.Remedy.Kind.FOLLOW,
                            Action.of("Follow presence again", "Your lights show your presence again.")));
            model.follow();
            assertThat(program.last()).isEqualTo(new Intent.ShowLight(LightOverride.AUTO));
        }

        @Test
        void lightsSayHowTheyAreAndWhichNeedAttention() {
            StatusViewState face = face(Snapshots.lit(
                    Snapshots.of(
                            Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
                    List.of(
                            Snapshots.light("a", LightState.Condition.OK),
                            Snapshots.light("b", LightState.Condition.NOT_ANSWERING))));
            assertThat(face.lights().get(0).text()).isEqualTo("Luxafor Flag: red, softly pulsing");
            assertThat(face.lights().get(0).trouble()).isFalse();
            assertThat(face.lights().get(1).text()).isEqualTo("Luxafor Flag: does not answer");
            assertThat(face.lights().get(1).trouble()).isTrue();
        }

        @Test
        void aTickThatChangesNothingTellsNobody() {
            Snapshot set = Moments.set(Choice.IN_A_CALL, QUARTER, QUARTER, ManualStatus.State.IN_EFFECT);
            StatusViewState before = face(set);
            model.tick();
            assertThat(model.viewState()).isSameAs(before);
        }
    }

    @Nested
    class WhyThisColour {

        @Test
        void isNotWorkedOutEverySecondWhileNobodyAsks() {
            StatusViewState before = face(Moments.known("Busy", "InAMeeting"));
            program.now = Moments.NOW.plusSeconds(7);
            model.tick();
            assertThat(model.viewState()).isSameAs(before);
            assertThat(before.why()).isEmpty();
        }

        @Test
        void namesSourceRuleAgeAndNextCheck() {
            Snapshot busy = Moments.known("Busy", "InAMeeting");
            assertThat(why(busy))
                    .containsExactly(
                            "Source: Teams says: In a meeting.",
                            "Rule: For this the lights show: red.",
                            "Last check: 5 s ago",
                            "Next check: in 7 s");
            program.now = Moments.NOW.plusSeconds(7);
            model.tick();
            assertThat(model.viewState().why().get(2).text()).isEqualTo("12 s ago");
            assertThat(model.viewState().why().get(3).text()).isEqualTo("now");
        }

        @Test
        void namesWhatWasSetByHand() {
            assertThat(why(Moments.set(Choice.IN_A_CALL, QUARTER, QUARTER, ManualStatus.State.IN_EFFECT)))
                    .contains(
                            "Source: You set: In a call, until 13:20.",
                            "Rule: What you set counts for more than what Teams says. The lights show: red.");
        }

        @Test
        void namesWhatTheLightsWereTold() {
            Snapshot base = Moments.known("Busy", "Busy");
            LightCommand blue = LightCommand.solid(Colour.BLUE);
            Snapshot told = Moments.with(Moments.with(base, LightOverride.showing(blue)), Reason.OVERRIDE, blue);
            assertThat(why(told))
                    .contains(
                            "Source: You told the lights what to show.",
                            "Rule: That counts for more than your presence: blue.");
            assertThat(why(Moments.with(base, LightOverride.PAUSED))).contains("Source: You let go of the lights.");
        }

        @Test
        void hasWordsForEveryReason() {
            for (Reason reason : Reason.values()) {
                assertThat(why(Moments.with(
                                Moments.set(Choice.AVAILABLE, QUARTER, QUARTER, ManualStatus.State.REQUESTED),
                                reason,
                                Snapshots.RED)))
                        .as(reason.toString())
                        .allSatisfy(line -> assertThat(line).matches("[^:]+: .+"));
            }
        }
    }
}
