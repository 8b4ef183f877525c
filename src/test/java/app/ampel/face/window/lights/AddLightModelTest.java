package app.ampel.face.window.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.Transport;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.FakeHost;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.lights.AddLightForm.Speaks;
import app.ampel.face.window.lights.AddLightViewState.Stage;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddLightModelTest {

    private static final String PORT = "serial:2341:0043:7583";
    private static final AddLightForm EMPTY = AddLightForm.EMPTY;

    private final FakeHost host = new FakeHost(Snapshots.of(Snapshots.known("Busy", "Busy")));
    private final AddLightModel model = new AddLightModel(
            new PageContext(
                    host, Messages.in(Locale.UK), () -> ZoneOffset.UTC, Clock.systemUTC(), Runnable::run, () -> {}),
            host.lights);

    @BeforeEach
    void plugIn() {
        host.lights.ports = List.of(
                new LightsHost.SerialPort("/dev/ttyACM0", "Arduino Uno", Optional.of(PORT), Optional.empty()),
                new LightsHost.SerialPort("/dev/ttyS0", "", Optional.empty(), Optional.empty()));
        model.list();
    }

    private static AddLightForm with(
            Speaks speaks, String text, String off, String states, String baud, String expect) {
        return new AddLightForm(PORT, speaks, text, off, states, LineEnd.LF, baud, true, false, expect);
    }

    private static AddLightForm ampel() {
        return with(Speaks.AMPEL, "", "", "", "", "");
    }

    private static LightState lit(Condition condition, LightCommand shown) {
        return new LightState(PORT, "Arduino Uno", Transport.SERIAL, condition, shown, Optional.empty());
    }

    private void become(Condition condition, LightCommand shown) {
        host.lights.lit.complete(Optional.of(lit(condition, shown)));
    }

    @Test
    void portsAreNamedByWhatIsPluggedIn() {
        assertThat(model.face().ports())
                .extracting(AddLightViewState.Port::text)
                .containsExactly("Arduino Uno (/dev/ttyACM0)", "/dev/ttyS0");
    }

    @Test
    void aPortThatIsALightAlreadyIsNoChoice() {
        host.settings = host.settings.withSerialLights(List.of(new AddedLight(PORT, new SerialProtocol.Ampel())));
        model.list();
        assertThat(model.face().ports())
                .extracting(AddLightViewState.Port::text)
                .containsExactly("/dev/ttyS0");
    }

    @Test
    void withoutAPortNothingIsTried() {
        assertThat(model.face().wrong()).isEqualTo("Choose the port that it is plugged in at.");
        model.tryIt();
        assertThat(host.lights.tried).isEmpty();
    }

    @Test
    void aWledThatCannotAnswerIsNotAsked() {
        model.fill(with(Speaks.WLED_UNASKED, "", "", "", "", ""));
        model.tryIt();
        assertThat(host.lights.tried).containsExactly(new AddedLight(PORT, new SerialProtocol.Wled(false)));
        become(Condition.OK, LightCommand.solid(Colour.RED));
        model.isRed();
        assertThat(host.settings.serialLights()).containsExactly(new AddedLight(PORT, new SerialProtocol.Wled(false)));
    }

    @Nested
    class WhenItIsTried {

        @BeforeEach
        void tryIt() {
            model.fill(ampel());
            model.tryIt();
            assertThat(model.face().stage()).isEqualTo(Stage.TRYING);
        }

        @Test
        void somebodyIsAskedWhetherItIsRedAndOnlyThenIsItAdded() {
            become(Condition.OK, LightCommand.solid(Colour.RED));
            assertThat(model.face().stage()).isEqualTo(Stage.ASKING);
            assertThat(model.face().text()).isEqualTo("Is it red now?");
            assertThat(host.settings.serialLights()).isEmpty();
            model.isRed();
            assertThat(host.settings.serialLights()).containsExactly(new AddedLight(PORT, new SerialProtocol.Ampel()));
            assertThat(host.lights.ended).isPositive();
            assertThat(model.form()).isEqualTo(EMPTY);
            assertThat(model.face().text()).startsWith("Added.");
        }

        @Test
        void aWrongColourSaysWhatToLookAt() {
            become(Condition.OK, LightCommand.solid(Colour.RED));
            model.isNotRed();
            assertThat(model.face().text())
                    .startsWith("It was not added.")
                    .contains("LIGHT_RED_FIRST")
                    .doesNotContain("--");
            assertThat(model.face().stage()).isEqualTo(Stage.FORM);
            assertThat(host.lights.ended).isEqualTo(1);
            assertThat(host.settings.serialLights()).isEmpty();
        }

        @Test
        void aBoardThatSaysNothingIsNotAdded() {
            become(Condition.NOT_ANSWERING, LightCommand.OFF);
            assertThat(model.face().text()).contains("Nothing that was expected came back.");
            assertThat(host.lights.ended).isEqualTo(1);
        }

        @Test
        void whatComesAfterCancellingIsNotHeard() {
            model.cancel();
            become(Condition.OK, LightCommand.solid(Colour.RED));
            assertThat(model.face().stage()).isEqualTo(Stage.FORM);
            assertThat(model.face().text()).isEmpty();
        }
    }

    @Nested
    class ATextOfOnesOwn {

        @Test
        void isShownAsItWouldBeSent() {
            model.fill(with(Speaks.TEMPLATE, "#{RR}{GG}{BB}", "", "", "9600", ""));
            assertThat(model.face().preview()).isEqualTo("#FF0000");
            assertThat(model.face().effects()).isEmpty();
            assertThat(model.face().wrong()).isEmpty();
        }

        @Test
        void saysWhatBecomesOfEffects() {
            model.fill(with(Speaks.TEMPLATE, "{colour} {effect}", "", "", "9600", ""));
            assertThat(model.face().effects()).contains("slow and fast in Colours make no difference");
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
            assertThat(model.face().wrong()).startsWith(complaint);
            model.tryIt();
            assertThat(host.lights.tried).isEmpty();
        }
    }
}
