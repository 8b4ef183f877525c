package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.light.TemplatePreset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateLightTest {

    private static final LightCommand CALL = new LightCommand(Colour.RED, Effect.PULSE);

    private static LightModel light(String text, Optional<String> off, Map<String, LineTemplate> states) {
        return SerialModels.of(new Template(
                new LineTemplate(text),
                off.map(LineTemplate::new),
                states,
                LineEnd.CRLF,
                9600,
                true,
                false,
                Optional.of("OK")));
    }

    private static LightModel light(String text) {
        return light(text, Optional.empty(), Map.of());
    }

    private static List<String> lines(LightModel light, LightCommand command) {
        return light.encode(command).reports().stream().map(Report::text).toList();
    }

    @Test
    void aColourIsSentOnce() {
        Program program = light("{r} {g} {b}").encode(LightCommand.solid(Colour.AMBER));
        assertThat(program.isPlayed()).isFalse();
        assertThat(program.reports()).extracting(Report::text).containsExactly("255 191 0\r\n");
    }

    /** One lamp at a time; its buzzer (18 hex) is never told to sound, and in the dark to be still (28 hex). */
    @Test
    void theTowerOfAdafruitGetsABytePerLampAndNoLineEnd() {
        TemplatePreset tower = TemplatePreset.ADAFRUIT_TOWER;
        Map<String, LineTemplate> states = new TreeMap<>();
        tower.states().forEach((state, text) -> states.put(state, new LineTemplate(text)));
        LightModel light = SerialModels.of(new Template(
                new LineTemplate(tower.text()),
                tower.off().map(LineTemplate::new),
                states,
                tower.lineEnd(),
                9600,
                true,
                false,
                Optional.empty()));
        assertThat(hex(light, Colour.RED)).isEqualTo("112224");
        assertThat(hex(light, Colour.AMBER)).isEqualTo("122124");
        assertThat(hex(light, Colour.GREEN)).isEqualTo("142122");
        assertThat(hex(light, Colour.BLACK)).isEqualTo("21222428");
    }

    private static String hex(LightModel light, Colour colour) {
        return light.encode(LightCommand.solid(colour)).reports().stream()
                .map(Report::hex)
                .collect(Collectors.joining());
    }

    @Test
    void darkIsItsOwnTextOrBlack() {
        assertThat(lines(light("{r} {g} {b}"), LightCommand.OFF)).containsExactly("0 0 0\r\n");
        assertThat(lines(light("{r}", Optional.of("X"), Map.of()), LightCommand.OFF))
                .containsExactly("X\r\n");
        assertThat(light("{r}", Optional.of("X"), Map.of()).farewell())
                .extracting(Report::text)
                .containsExactly("X\r\n");
    }

    @Test
    void aStateWithATextOfItsOwnCountsForMoreThanItsColourAndThatForMoreThanTheRest() {
        LightModel light = light(
                "?", Optional.empty(), Map.of("in-a-call", new LineTemplate("CALL"), "red", new LineTemplate("RED")));
        assertThat(lines(light, CALL)).containsExactly("CALL\r\n");
        assertThat(lines(light, LightCommand.solid(Colour.RED))).containsExactly("RED\r\n");
        assertThat(lines(light, LightCommand.solid(Colour.GREEN))).containsExactly("?\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void anEffectIsPlayedInColoursAtNoMoreThanFiveChangesASecond(Effect effect) {
        Program program = light("{state} {RR}").encode(new LightCommand(Colour.RED, effect));
        assertThat(program.isPlayed()).isEqualTo(effect != Effect.SOLID);
        assertThat(program.steps())
                .filteredOn(step -> program.isPlayed())
                .allMatch(step -> step.hold().compareTo(Duration.ofMillis(200)) >= 0);
        String state = effect == Effect.PULSE ? "in-a-call " : "busy ";
        assertThat(program.reports()).extracting(Report::text).allMatch(line -> line.startsWith(state));
    }

    @ParameterizedTest
    @EnumSource
    void wordsAreNotPlayed(Effect effect) {
        assertThat(light("{state}").encode(new LightCommand(Colour.RED, effect)).isPlayed())
                .isFalse();
    }

    @Test
    void anEffectThatTheLightIsToldItPlaysItself() {
        assertThat(lines(light("{RR}{GG}{BB} {effect}"), CALL)).containsExactly("FF0000 pulse\r\n");
    }

    @Test
    void itsPortIsOpenedAsTheUserSays() {
        assertThat(light("x").serialProfile())
                .contains(new SerialProfile(
                        9600, true, false, Optional.empty(), new SerialProfile.Answers.Matching("OK")));
    }
}
