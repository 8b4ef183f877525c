package app.ampel.face.window.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.Speed;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.TestProgram;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LightsModelTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private final List<LightState> lights = new ArrayList<>();
    private boolean buttons;
    private final TestProgram program = new TestProgram(snapshot());
    private final LightsModel model = new LightsModel(program.context(Runnable::run), program.lightsService());

    private Overview snapshot() {
        return Snapshots.lit(
                Snapshots.of(
                        Snapshots.known("Busy", "InAMeeting"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
                lights);
    }

    private void attach(String id, String kind, Condition condition, String hint) {
        attach(id, kind, condition, hint, condition == Condition.OK ? RED : LightCommand.OFF);
    }

    private void attach(String id, String kind, Condition condition, String hint, LightCommand shown) {
        lights.add(new LightState(
                id,
                "Luxafor Flag",
                Transport.HID_OUTPUT,
                condition,
                shown,
                Optional.of(hint).filter(it -> !it.isEmpty()).map(key -> new LightState.Hint(key, "Luxafor Flag")),
                program.settings().lights().of(kind).name(),
                kind,
                buttons));
        program.states = List.copyOf(lights);
        model.feed(snapshot());
    }

    private LightsViewState.Card card() {
        return model.viewState().cards().get(0);
    }

    private LightSetting setting(String kind) {
        return program.settings().lights().of(kind);
    }

    @Test
    void withoutALightItSaysWhatToDo() {
        model.feed(snapshot());
        assertThat(model.viewState().none()).startsWith("No light is attached. Plug one in");
    }

    @Nested
    class ALightThatWorks {

        @Test
        void saysWhatItShowsAtItsOwnBrightness() {
            program.have(program.settings()
                    .withLights(new LightSettings(
                            Map.of("luxafor", LightSetting.DEFAULT.with(Adjustment.NONE.withBrightness(40))))));
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().title()).isEqualTo("Luxafor Flag");
            assertThat(card().says()).isEqualTo("red");
            assertThat(card().shown().colour()).isEqualTo(new Colour(102, 0, 0));
            assertThat(card().trouble()).isFalse();
        }

        @Test
        void blinksWhenItIsToBeFound() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.identify("luxafor-1");
            assertThat(program.lights.identified).containsExactly("luxafor-1");
            program.lights.reachable = false;
            model.identify("luxafor-1");
            assertThat(card().notice()).isEqualTo("This light cannot be reached just now.");
        }

        @Test
        void followsTheHandBeforeAnythingIsSaved() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.tryOut("luxafor", Adjustment.NONE.withBrightness(30));
            assertThat(setting("luxafor")).isEqualTo(LightSetting.DEFAULT);
            assertThat(program.lights.used.get(0).of("luxafor").adjustment().brightness())
                    .isEqualTo(30);
            model.adjust("luxafor", Adjustment.NONE.withBrightness(35));
            assertThat(setting("luxafor").adjustment().brightness()).isEqualTo(35);
        }

        @Test
        void isAsItWasWhenTheHandWasNeverTakenAway() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.tryOut("luxafor", Adjustment.NONE.withBrightness(30));
            model.endTrials();
            assertThat(program.lights.used).last().isEqualTo(LightSettings.NONE);
        }

        @Test
        void canBeNamedSwitchedOffAndGivenColoursOfItsOwn() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(model.name("luxafor", " Door ")).isTrue();
            model.off("luxafor", true);
            model.follow("luxafor", "only-in-a-call");
            assertThat(setting("luxafor"))
                    .isEqualTo(LightSetting.DEFAULT
                            .withName(Optional.of("Door"))
                            .withOff(true)
                            .following(Optional.of("only-in-a-call")));
            assertThat(card().schemes())
                    .filteredOn(LightsViewState.Choice::on)
                    .extracting(LightsViewState.Choice::text)
                    .containsExactly("Red only in a call");
            model.follow("luxafor", "");
            assertThat(setting("luxafor").scheme()).isEmpty();
        }

        @Test
        void keepsItsNameWhenTheNewOneIsNone() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(model.name("luxafor", "x".repeat(41))).isFalse();
            assertThat(card().notice()).isEqualTo("A name has 1 to 40 characters.");
            assertThat(setting("luxafor").name()).isEmpty();
        }

        @Test
        void isAsBeforeWhenNothingCanBeSaved() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            program.home.spoil();
            model.adjust("luxafor", Adjustment.NONE.withBrightness(35));
            assertThat(card().notice()).contains("settings.json");
            assertThat(program.lights.used).last().isEqualTo(LightSettings.NONE);
        }

        @Test
        void showsWhiteForAsLongAsSomebodyLooks() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.showWhite(true);
            assertThat(program.lights.preview).contains(LightCommand.solid(Colour.WHITE));
            program.lights.preview = Optional.empty();
            model.tick();
            assertThat(program.lights.preview).contains(LightCommand.solid(Colour.WHITE));
            model.endTrials();
            assertThat(program.lights.preview).isEmpty();
            assertThat(model.viewState().white()).isFalse();
        }
    }

    @Nested
    class ItsPicture {

        private static final LightCommand BLINKING = new LightCommand(Colour.RED, Effect.BLINK, Speed.SLOW);

        private List<Double> glows(int ticks) {
            List<Double> glows = new ArrayList<>();
            for (int i = 0; i < ticks; i++) {
                glows.add(model.glow("luxafor-1"));
                model.tick();
            }
            return glows;
        }

        @Test
        void blinksAsTheLightDoesAndSaysSo() {
            attach("luxafor-1", "luxafor", Condition.OK, "", BLINKING);
            assertThat(card().says()).isEqualTo("red, blinking, slowly");
            assertThat(model.isMoving()).isTrue();
            assertThat(glows(8)).containsExactly(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        }

        @Test
        void goesOnWhereItWasWhenSomethingElseHasChanged() {
            attach("luxafor-1", "luxafor", Condition.OK, "", BLINKING);
            glows(5);
            attach("luxafor-2", "luxafor", Condition.OK, "");
            assertThat(model.glow("luxafor-1")).isZero();
            assertThat(model.glow("luxafor-2")).isEqualTo(1);
        }

        @Test
        void needsNoTickWhereNothingMoves() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(model.isMoving()).isFalse();
        }

        @Test
        void standsStillForWhoeverWantsLessMotion() {
            program.reduceMotion();
            attach("luxafor-1", "luxafor", Condition.OK, "", BLINKING);
            model.identify("luxafor-1");
            assertThat(model.isMoving()).isFalse();
            assertThat(glows(8)).containsOnly(1.0);
        }

        @Test
        void flashesWhiteThreeTimesWhileTheLightIsToBeFound() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            model.identify("luxafor-1");
            assertThat(card().says()).isEqualTo("white, blinking");
            assertThat(card().shown().colour()).isEqualTo(Colour.WHITE);
            assertThat(glows(10)).containsExactly(1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0);
            assertThat(card().says()).isEqualTo("red");
            assertThat(model.isMoving()).isFalse();
        }
    }

    @Nested
    class ALightWithAButton {

        @Test
        void letsOneChooseWhatItDoes() {
            buttons = true;
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().button()).contains(ButtonUse.NONE);
            model.useButton("luxafor", ButtonUse.TOGGLE_IN_A_CALL);
            assertThat(setting("luxafor").button()).isEqualTo(ButtonUse.TOGGLE_IN_A_CALL);
            assertThat(card().button()).contains(ButtonUse.TOGGLE_IN_A_CALL);
        }

        @Test
        void isTheOnlyOneThatAsks() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().button()).isEmpty();
        }
    }

    @Nested
    class LightsWithoutASerialNumber {

        @Test
        void areSaidToShareTheirSettings() {
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().shared()).isFalse();
            attach("luxafor-2", "luxafor", Condition.OK, "");
            assertThat(card().shared()).isTrue();
        }
    }

    @Nested
    class ALightThatMayNotBeOpened {

        @Test
        void offersTheRulesThatWouldAllowIt() {
            attach("luxafor-1", "luxafor", Condition.NO_PERMISSION, "light.hint.udev");
            assertThat(card().trouble()).isTrue();
            assertThat(card().says()).isEqualTo("may not be opened");
            assertThat(card().hint())
                    .startsWith("You may not use Luxafor Flag yet.")
                    .doesNotContain("ampel lights");
            assertThat(card().remedy()).isEqualTo(LightsViewState.Remedy.RULES);
            assertThat(model.rules()).contains("04d8");
            model.rulesCopied();
            assertThat(card().notice()).startsWith("Copied. Put it into /etc/udev/rules.d/60-ampel.rules");
        }

        @Test
        void saysWhatCameOfInstallingThem() {
            attach("luxafor-1", "luxafor", Condition.NO_PERMISSION, "light.hint.udev");
            program.lights.worker.hold();
            model.installRules();
            model.installRules();
            assertThat(model.viewState().installing()).isTrue();
            assertThat(program.lights.worker.waiting()).isEqualTo(1);
            program.lights.installed = UdevOutcome.REFUSED;
            program.lights.worker.release();
            assertThat(model.viewState().installing()).isFalse();
            assertThat(card().notice()).startsWith("Nothing was changed");
            lights.clear();
            attach("luxafor-1", "luxafor", Condition.OK, "");
            assertThat(card().notice()).isEmpty();
        }
    }

    @Nested
    class ASerialLightThatWasAdded {

        private void added(String... ids) {
            program.have(program.settings()
                    .withSerialLights(Stream.of(ids)
                            .map(id -> new AddedLight(id, new SerialProtocol.Ampel()))
                            .toList())
                    .withLights(new LightSettings(Map.of("board", LightSetting.DEFAULT.withOff(true)))));
            List.of(ids).forEach(id -> attach(id, "board", Condition.GONE, ""));
        }

        @Test
        void canBeForgotten() {
            added("serial:a");
            assertThat(card().remedy()).isEqualTo(LightsViewState.Remedy.FORGET);
            model.forget("serial:a");
            assertThat(program.settings().serialLights()).isEmpty();
            assertThat(setting("board")).isEqualTo(LightSetting.DEFAULT);
        }

        @Test
        void takesNothingFromOthersOfItsKind() {
            added("serial:a", "serial:b");
            model.forget("serial:a");
            assertThat(program.settings().serialLights())
                    .extracting(AddedLight::id)
                    .containsExactly("serial:b");
            assertThat(setting("board").off()).isTrue();
        }

        private void unplug() {
            lights.clear();
            model.feed(snapshot());
        }

        @Test
        void comesBackWithAllItsSettings() {
            added("serial:a", "serial:b");
            program.have(program.settings()
                    .withLights(LightSettings.NONE.with(
                            "board",
                            LightSetting.DEFAULT.withName(Optional.of("Door")).withOff(true))));
            Settings before = program.settings();
            unplug();
            attach("serial:a", "board", Condition.GONE, "");
            model.forget("serial:a");
            unplug();
            assertThat(model.viewState().forgotten())
                    .contains(new LightsViewState.Forgetting("Door was forgotten.", 0));
            assertThat(program.settings()).isNotEqualTo(before);
            model.giveBack();
            assertThat(program.settings()).isEqualTo(before);
            assertThat(model.viewState().forgotten()).isEmpty();
        }

        @Test
        void isGivenBackAfterTheOneThatWasForgottenLater() {
            added("serial:a", "serial:b");
            List<AddedLight> before = program.settings().serialLights();
            model.forget("serial:b");
            model.forget("serial:a");
            assertThat(program.settings().serialLights()).isEmpty();
            model.giveBack();
            assertThat(program.settings().serialLights())
                    .extracting(AddedLight::id)
                    .containsExactly("serial:a");
            model.giveBack();
            assertThat(program.settings().serialLights()).isEqualTo(before);
        }

        @Test
        void isNotGivenBackOverWhatSomebodyAddedAgain() {
            added("serial:a");
            model.forget("serial:a");
            AddedLight anew = new AddedLight("serial:a", new SerialProtocol.Wled());
            program.have(program.settings().withSerialLights(List.of(anew)));
            model.feed(snapshot());
            assertThat(model.viewState().forgotten()).isEmpty();
            model.giveBack();
            assertThat(program.settings().serialLights()).containsExactly(anew);
        }

        @Test
        void isStillThereWhenItCannotBeForgotten() {
            added("serial:a");
            program.home.spoil();
            model.forget("serial:a");
            assertThat(model.viewState().forgotten()).isEmpty();
            assertThat(card().notice()).contains("settings.json");
        }
    }

    @Nested
    class ASerialLightWithTextsOfItsOwn {

        private static final LightCommand FAST = new LightCommand(Colour.RED, Effect.PULSE, Speed.FAST);

        private void added(String text) {
            program.have(program.settings()
                    .withSerialLights(List.of(new AddedLight(
                            "serial:a",
                            new SerialProtocol.Template(
                                    new LineTemplate(text),
                                    Optional.empty(),
                                    Map.of(),
                                    SerialProtocol.LineEnd.LF,
                                    9600,
                                    true,
                                    false,
                                    Optional.empty())))));
            attach("serial:a", "serial:a", Condition.OK, "", FAST);
        }

        @Test
        void playsAnEffectThatItIsToldAtItsOwnSpeedAndThatIsSaid() {
            added("{colour} {effect}");
            assertThat(card().says()).isEqualTo("red, softly pulsing");
            assertThat(card().effects()).contains("at a speed of its own");
        }

        @Test
        void isToldNoEffectWhereItIsOnlyToldWords() {
            added("{state}");
            assertThat(card().says()).isEqualTo("red");
            assertThat(card().effects()).contains("up to its sketch");
            assertThat(model.isMoving()).isFalse();
        }

        @Test
        void isPlayedLikeAnyOtherWhereItIsToldTheColour() {
            added("{r},{g},{b}");
            assertThat(card().says()).isEqualTo("red, softly pulsing, fast");
            assertThat(card().effects()).isEmpty();
        }
    }

    @Nested
    class ALightThatIsNotPluggedIn {

        private static final LightSettings DOOR = LightSettings.NONE.with(
                "blink1:3A00",
                LightSetting.DEFAULT.withName(Optional.of("Door")).with(Adjustment.NONE.withBrightness(40)));

        @BeforeEach
        void remember() {
            program.have(program.settings().withLights(DOOR.with("screen", LightSetting.DEFAULT.withOff(true))));
            attach("luxafor-1", "luxafor", Condition.OK, "");
        }

        private LightsViewState.Remembered door() {
            return model.viewState().remembered().get(0);
        }

        @Test
        void isRememberedByItsName() {
            assertThat(model.viewState().remembered())
                    .containsExactly(new LightsViewState.Remembered("blink1:3A00", "Door (blink(1))"));
            attach("blink1:3A00", "blink1:3A00", Condition.OK, "");
            assertThat(model.viewState().remembered()).isEmpty();
        }

        @Test
        void canBeForgottenAndGivenBack() {
            Settings before = program.settings();
            model.forget(door());
            assertThat(setting("blink1:3A00")).isEqualTo(LightSetting.DEFAULT);
            assertThat(setting("screen").off()).isTrue();
            assertThat(model.viewState().remembered()).isEmpty();
            assertThat(model.viewState().forgotten())
                    .contains(new LightsViewState.Forgetting("Door (blink(1)) was forgotten.", 1));
            model.giveBack();
            assertThat(program.settings()).isEqualTo(before);
            assertThat(door().text()).isEqualTo("Door (blink(1))");
        }
    }
}
