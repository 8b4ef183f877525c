package app.ampel.face.window.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.lights.AddLightForm.Speaks;
import app.ampel.face.window.lights.AddLightViewState.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddLightModelTest {

    private static final String PORT = "serial:2341:0043:7583";
    private static final AddLightForm EMPTY = AddLightForm.EMPTY;

    private final TestProgram program = new TestProgram(Snapshots.of(Snapshots.known("Busy", "Busy")));
    private final AddLightModel model = new AddLightModel(program.context(Runnable::run), program.lightsService());

    @BeforeEach
    void plugIn() {
        program.lights.ports.add(Snapshots.port("/dev/ttyACM0", "Arduino Uno", Optional.of(PORT)));
        program.lights.ports.add(Snapshots.port("/dev/ttyS0", "", Optional.empty()));
        model.list();
    }

    private static AddLightForm with(
            Speaks speaks, String text, String off, String states, String baud, String expect) {
        return new AddLightForm(PORT, speaks, text, off, states, LineEnd.LF, baud, true, false, expect);
    }

    private static AddLightForm ampel() {
        return with(Speaks.AMPEL, "", "", "", "", "");
    }

    private void become(Condition condition) {
        program.lights.trial.condition = condition;
        program.lights.worker.release();
    }

    @Test
    void portsAreNamedByWhatIsPluggedIn() {
        assertThat(model.viewState().ports())
                .extracting(AddLightViewState.Port::text)
                .containsExactly("Arduino Uno (/dev/ttyACM0)", "/dev/ttyS0");
    }

    @Test
    void aPortThatIsALightAlreadyIsNoChoice() {
        program.have(program.settings().withSerialLights(List.of(new AddedLight(PORT, new SerialProtocol.Ampel()))));
        model.list();
        assertThat(model.viewState().ports())
                .extracting(AddLightViewState.Port::text)
                .containsExactly("/dev/ttyS0");
    }

    @Test
    void withoutAPortNothingIsTried() {
        assertThat(model.viewState().wrong()).isEqualTo("Choose the port that it is plugged in at.");
        model.tryIt();
        assertThat(program.lights.tried).isEmpty();
    }

    @Test
    void aWledThatCannotAnswerIsNotAsked() {
        model.fill(with(Speaks.WLED_UNASKED, "", "", "", "", ""));
        model.tryIt();
        assertThat(program.lights.tried).containsExactly(new AddedLight(PORT, new SerialProtocol.Wled(false)));
        become(Condition.OK);
        model.isRed();
        assertThat(program.settings().serialLights())
                .containsExactly(new AddedLight(PORT, new SerialProtocol.Wled(false)));
    }

    @Nested
    class WhenItIsTried {

        @BeforeEach
        void tryIt() {
            model.fill(ampel());
            program.lights.worker.hold();
            model.tryIt();
            assertThat(model.viewState().stage()).isEqualTo(Stage.TRYING);
        }

        @Test
        void somebodyIsAskedWhetherItIsRedAndOnlyThenIsItAdded() {
            become(Condition.OK);
            assertThat(model.viewState().stage()).isEqualTo(Stage.ASKING);
            assertThat(model.viewState().text()).isEqualTo("Is it red now?");
            assertThat(program.settings().serialLights()).isEmpty();
            model.isRed();
            assertThat(program.settings().serialLights())
                    .containsExactly(new AddedLight(PORT, new SerialProtocol.Ampel()));
            assertThat(program.lights.trial.closed).isPositive();
            assertThat(model.form()).isEqualTo(EMPTY);
            assertThat(model.viewState().text()).startsWith("Added.");
        }

        @Test
        void aWrongColourSaysWhatToLookAt() {
            become(Condition.OK);
            model.isNotRed();
            assertThat(model.viewState().text())
                    .startsWith("It was not added.")
                    .contains("LIGHT_RED_FIRST")
                    .doesNotContain("--");
            assertThat(model.viewState().stage()).isEqualTo(Stage.FORM);
            assertThat(program.lights.trial.closed).isEqualTo(1);
            assertThat(program.settings().serialLights()).isEmpty();
        }

        @Test
        void aBoardThatSaysNothingIsNotAdded() {
            become(Condition.NOT_ANSWERING);
            assertThat(model.viewState().text()).contains("Nothing that was expected came back.");
            assertThat(program.lights.trial.closed).isEqualTo(1);
        }

        @Test
        void whatComesAfterCancellingIsNotHeard() {
            model.cancel();
            become(Condition.OK);
            assertThat(model.viewState().stage()).isEqualTo(Stage.FORM);
            assertThat(model.viewState().text()).isEmpty();
        }
    }

    @Nested
    class ATextOfOnesOwn {

        @Test
        void isShownAsItWouldBeSent() {
            model.fill(with(Speaks.TEMPLATE, "#{RR}{GG}{BB}", "", "", "9600", ""));
            assertThat(model.viewState().preview()).isEqualTo("#FF0000");
            assertThat(model.viewState().effects()).isEmpty();
            assertThat(model.viewState().wrong()).isEmpty();
        }

        @Test
        void saysWhatBecomesOfEffects() {
            model.fill(with(Speaks.TEMPLATE, "{colour} {effect}", "", "", "9600", ""));
            assertThat(model.viewState().effects()).contains("slow and fast in Colours make no difference");
        }

        @Test
        void becomesWhatTheCommandLineWouldMakeOfIt() {
            model.fill(with(Speaks.TEMPLATE, "{state}", "off", "busy=B\n\ngreen=G", "115200", "ok"));
            SerialProtocol.Template template =
                    (SerialProtocol.Template) model.form().protocol();
            assertThat(template.states().keySet()).containsExactlyInAnyOrder("busy", "green");
            assertThat(template.baud()).isEqualTo(115_200);
            assertThat(template.expect()).contains("ok");
            assertThat(template.off().orElseThrow().text()).isEqualTo("off");
        }

        @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
        @CsvSource({
            "'{red}', '', 9600, '', '\"{red}\" stands for nothing'",
            "'', '', 9600, '', 'A text is neither empty'",
            "'x', 'sleepy=S', 9600, '', 'There is no state or colour \"sleepy\"'",
            "'x', 'busy', 9600, '', 'Say which text \"busy\" is to have'",
            "'x', '', fast, '', '\"fast\" is not a speed'",
            "'x', '', 9600, '(', '\"(\" is not a regular expression.'"
        })
        void saysWhatIsWrongWithIt(String text, String states, String baud, String expect, String complaint) {
            model.fill(with(Speaks.TEMPLATE, text, "", states, baud, expect));
            assertThat(model.viewState().wrong()).startsWith(complaint);
            model.tryIt();
            assertThat(program.lights.tried).isEmpty();
        }
    }
}
