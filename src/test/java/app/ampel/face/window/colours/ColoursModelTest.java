package app.ampel.face.window.colours;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Speed;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.TestProgram;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColoursModelTest {

    private static final LightCommand BLUE = LightCommand.solid(Colour.BLUE);

    private final TestProgram program = new TestProgram(Snapshots.of(
            Snapshots.known("Available", "Available"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)));
    private ColoursModel model = fresh();

    @TempDir
    private Path folder;

    private ColoursModel fresh() {
        return new ColoursModel(
                program.context(Messages.in(Locale.UK), Clock.systemUTC(), Runnable::run), program::preview);
    }

    private ColoursViewState.Row row(PresenceKind kind) {
        return model.viewState().rows().stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String on() {
        return model.viewState().schemes().stream()
                .filter(ColoursViewState.Card::on)
                .map(ColoursViewState.Card::name)
                .findFirst()
                .orElseThrow();
    }

    private Rules rules() {
        return program.settings().rules();
    }

    private void paint(PresenceKind kind, Colour colour) {
        if (!row(kind).open()) {
            model.open(kind);
        }
        model.edit(command -> command.in(colour), "");
    }

    @Test
    void beginsWithTheSchemeInForceAndTeamsNames() {
        assertThat(on()).isEqualTo("classic");
        assertThat(row(PresenceKind.IN_A_CALL).title()).isEqualTo("In a call");
        assertThat(row(PresenceKind.IN_A_CALL).others()).isEqualTo("In a conference call, Presenting");
        assertThat(row(PresenceKind.IN_A_CALL).said()).isEqualTo("red, softly pulsing");
        assertThat(model.viewState().rows()).hasSize(PresenceKind.values().length);
        assertThat(model.viewState().undo().enabled()).isFalse();
        assertThat(model.viewState().hints()).isEmpty();
    }

    @Nested
    class ChoosingAScheme {

        @Test
        void savesItAndCanBeUndoneAndRedone() {
            model.choose("colour-blind");
            assertThat(rules().usual()).isEqualTo("colour-blind");
            assertThat(row(PresenceKind.AVAILABLE).shown()).isEqualTo(BLUE);
            model.undo();
            assertThat(rules()).isEqualTo(Rules.USUAL);
            model.redo();
            assertThat(rules().usual()).isEqualTo("colour-blind");
        }

        @Test
        void onesOwnBeginsAsWhatWasInForce() {
            model.choose("only-in-a-call");
            model.choose(Rules.OWN);
            assertThat(rules().scheme().shows()).isEqualTo(Schemes.ONLY_IN_A_CALL.shows());
        }

        @Test
        void undoingLeavesOtherSettingsAlone() {
            model.choose("colour-blind");
            program.have(program.settings().withSignOutOnQuit(true));
            model.undo();
            assertThat(program.settings().signOutOnQuit()).isTrue();
        }
    }

    @Nested
    class ChangingARow {

        @Test
        void showsItOnTheRealLightsUntilItIsLeft() {
            model.open(PresenceKind.AVAILABLE);
            assertThat(program.lastPreview()).contains(LightCommand.solid(Colour.GREEN));
            paint(PresenceKind.AVAILABLE, Colour.BLUE);
            assertThat(program.lastPreview()).contains(BLUE);
            model.open(PresenceKind.AVAILABLE);
            assertThat(program.lastPreview()).isEmpty();
            assertThat(row(PresenceKind.AVAILABLE).open()).isFalse();
        }

        @Test
        void goingToAnotherRowShowsThatOne() {
            model.open(PresenceKind.AVAILABLE);
            model.open(PresenceKind.BUSY);
            assertThat(program.lastPreview()).contains(LightCommand.solid(Colour.RED));
            assertThat(model.viewState().open().map(ColoursViewState.Row::kind)).contains(PresenceKind.BUSY);
        }

        @Test
        void makesAReadyMadeSchemeOnesOwnAndSaysSo() {
            paint(PresenceKind.AVAILABLE, Colour.BLUE);
            assertThat(on()).isEqualTo(Rules.OWN);
            assertThat(model.viewState().info()).contains("your own", "Red when busy");
            assertThat(rules().scheme().shows())
                    .containsEntry(PresenceKind.AVAILABLE, BLUE)
                    .containsEntry(PresenceKind.BUSY, LightCommand.solid(Colour.RED));
            model.undo();
            assertThat(rules()).isEqualTo(Rules.USUAL);
        }

        @Test
        void keepsEffectAndSpeed() {
            model.open(PresenceKind.IN_A_CALL);
            model.edit(shown -> new LightCommand(shown.colour(), Effect.BLINK, Speed.FAST), "");
            paint(PresenceKind.IN_A_CALL, Colour.BLUE);
            assertThat(row(PresenceKind.IN_A_CALL).said()).isEqualTo("blue, blinking, fast");
        }

        @Test
        void aSliderThatIsDraggedIsOnlyTriedOut() {
            model.open(PresenceKind.BUSY);
            model.tryOut(shown -> BLUE);
            assertThat(row(PresenceKind.BUSY).shown()).isEqualTo(BLUE);
            assertThat(program.lastPreview()).contains(BLUE);
            assertThat(rules()).isEqualTo(Rules.USUAL);
            model.leave();
            assertThat(row(PresenceKind.BUSY).shown()).isEqualTo(LightCommand.solid(Colour.RED));
        }

        @Test
        void stepsOfTheSameSliderAreUndoneTogether() {
            model.open(PresenceKind.BUSY);
            model.edit(shown -> shown.in(Colour.BLUE), "hue");
            model.edit(shown -> shown.in(Colour.CYAN), "hue");
            model.undo();
            assertThat(rules()).isEqualTo(Rules.USUAL);
        }

        @Test
        void whatLooksTheSameIsHintedAtAndNotForbidden() {
            paint(PresenceKind.AVAILABLE, Colour.RED);
            assertThat(model.viewState().hints().get(0)).contains("Available").doesNotContain("colour-blind");
            assertThat(rules().scheme().show(PresenceKind.AVAILABLE.example()))
                    .isEqualTo(LightCommand.solid(Colour.RED));
        }

        @Test
        void whatColourBlindPeopleMixUpIsHintedAt() {
            model.choose("colour-blind");
            paint(PresenceKind.AVAILABLE, Colour.GREEN);
            assertThat(model.viewState().hints()).anyMatch(hint -> hint.contains("colour-blind"));
            paint(PresenceKind.AVAILABLE, Colour.BLUE);
            assertThat(model.viewState().hints()).isEmpty();
        }

        @Test
        void whatCannotBeSavedIsTakenBackWithASentence() {
            program.home.spoil();
            model.choose("colour-blind");
            assertThat(model.viewState().notice()).contains("settings.json");
            assertThat(on()).isEqualTo("classic");
            assertThat(model.viewState().undo().enabled()).isFalse();
        }
    }

    @Nested
    class WithRulesWrittenByHand {

        private final Scheme byHand = new Scheme(
                Rules.OWN,
                List.of(new Scheme.Rule(Set.of(Activity.IN_A_CALL), Set.of(), Optional.empty(), BLUE)),
                Schemes.DIM_WHITE);

        WithRulesWrittenByHand() {
            program.have(program.settings()
                    .withRules(new Rules(
                            Rules.OWN, Optional.of(byHand), Rules.USUAL.whenLocked(), Rules.USUAL.outOfHours())));
            model = fresh();
        }

        @Test
        void showsThemAsFarAsTheyGo() {
            assertThat(row(PresenceKind.IN_A_CALL).shown()).isEqualTo(BLUE);
            assertThat(row(PresenceKind.BUSY).shown()).isEqualTo(Schemes.DIM_WHITE);
            assertThat(model.viewState().info()).contains("rules that you wrote");
        }

        @Test
        void aChangeReplacesThemAndUndoBringsThemBack() {
            paint(PresenceKind.BUSY, Colour.RED);
            assertThat(model.viewState().info()).contains("Undo brings them back");
            assertThat(rules().own().orElseThrow().isByKind()).isTrue();
            model.undo();
            assertThat(rules().own()).contains(byHand);
        }
    }

    @Nested
    class WithFiles {

        @Test
        void whatWasExportedCanBeImported() {
            model.choose("colour-blind");
            Path file = folder.resolve("shared.json");
            model.exportTo(file);
            assertThat(model.viewState().info()).contains("shared.json");
            model.undo();
            model.importFrom(file);
            assertThat(on()).isEqualTo(Rules.OWN);
            assertThat(rules().scheme().rules()).isEqualTo(Schemes.COLOUR_BLIND.rules());
            model.undo();
            assertThat(rules()).isEqualTo(Rules.USUAL);
        }

        @Test
        void aWrongFileSaysLineAndWhatIsAllowedAndChangesNothing() throws IOException {
            Path file = Files.writeString(
                    folder.resolve("wrong.json"),
                    "{\"rules\": [\n{\"colour\": \"#ff0000\", \"speed\": \"warp\"}],\n\"otherwise\": {\"colour\": \"#000000\"}}");
            model.importFrom(file);
            assertThat(model.viewState().notice()).contains("line 2", "warp", "slow, usual, fast");
            assertThat(rules()).isEqualTo(Rules.USUAL);
            assertThat(model.viewState().undo().enabled()).isFalse();
        }

        @Test
        void aFileThatIsNotThereOrNoJsonIsSaidSo() throws IOException {
            model.importFrom(folder.resolve("missing.json"));
            assertThat(model.viewState().notice()).contains("could not be read");
            model.importFrom(Files.writeString(folder.resolve("no.json"), "colours!"));
            assertThat(model.viewState().notice()).contains("not JSON");
        }

        @Test
        void whatCannotBeWrittenIsSaid() {
            model.exportTo(folder.resolve("no/such/folder.json"));
            assertThat(model.viewState().notice()).contains("folder.json");
        }
    }

    @Nested
    class Lamps {

        @Test
        void pulseLikeTheLights() {
            double first = row(PresenceKind.IN_A_CALL).glow();
            model.tick();
            assertThat(row(PresenceKind.IN_A_CALL).glow()).isNotEqualTo(first);
            assertThat(model.isMoving()).isTrue();
            assertThat(row(PresenceKind.BUSY).glow()).isEqualTo(1);
        }

        @Test
        void standStillWhereNothingShallMove() {
            program.reduceMotion();
            model.tick();
            model.tick();
            assertThat(row(PresenceKind.IN_A_CALL).glow()).isEqualTo(1);
            assertThat(model.isMoving()).isFalse();
            assertThat(model.viewState().info()).contains("less motion");
        }
    }

    @Test
    void whatOthersChangeIsShown() {
        program.have(program.settings().withRules(Rules.USUAL.using("only-in-a-call")));
        model.feed();
        assertThat(on()).isEqualTo("only-in-a-call");
    }
}
