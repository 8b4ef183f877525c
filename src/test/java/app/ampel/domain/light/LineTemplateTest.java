package app.ampel.domain.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTemplateTest {

    private static final LightCommand CALL = new LightCommand(new Colour(255, 0, 10), Effect.PULSE);

    private static String filled(String text, LightCommand command) {
        return new LineTemplate(text).fill(command, command.colour());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "{r},{g},{b} | 255,0,10",
                "#{RR}{GG}{BB} | #FF000A",
                "{colour} {state} {effect} | red in-a-call pulse",
                "{{\"col\":[{r},{g},{b}]}} | {\"col\":[255,0,10]}",
                "{r}{r} | 255255",
                "$1 {b} | $1 10",
            })
    void putsInWhatDiffers(String text, String expected) {
        assertThat(filled(text, CALL)).isEqualTo(expected);
    }

    @Test
    void anEffectThatIsPlayedChangesTheChannelsAndNotTheWords() {
        assertThat(new LineTemplate("{state} {r} {RR}").fill(CALL, new Colour(128, 0, 5)))
                .isEqualTo("in-a-call 128 80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{red} | {red}",
                "{R} | {R}",
                "{rr} | {rr}",
                "{} | {}",
                "a{ b | { b",
                "a} | }",
                "{r}} | }",
                "{{{x}}} | {x}",
                "a\\ b | '\\ '",
                "\\ | \\",
                "\\x1 | \\x",
                "\\q{r} | \\q",
                "\\{r} | \\{",
                "{x:11} | {x:11}",
            })
    void whatStandsForNothingIsNamed(String text, String unknown) {
        assertThat(LineTemplate.unknownIn(text)).contains(unknown);
        assertThatThrownBy(() -> new LineTemplate(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0007", "\u007f"})
    void whatIsBlankOrControlsATerminalIsNotSent(String text) {
        assertThatThrownBy(() -> new LineTemplate(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextHasAnEnd() {
        assertThat(new LineTemplate("x".repeat(200)).text()).hasSize(200);
        assertThatThrownBy(() -> new LineTemplate("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPlaceholderIsFilledForEveryColourAndEffect() {
        for (Effect effect : Effect.values()) {
            for (ColourName name : ColourName.values()) {
                Colour colour = Colour.parse(
                                switch (name) {
                                    case RED -> "#ff0000";
                                    case GREEN -> "#00ff00";
                                    case AMBER -> "#ffbf00";
                                    case VIOLET -> "#8000ff";
                                    case MAGENTA_RED -> "#ff0040";
                                    case BLUE -> "#0000ff";
                                    case WHITE -> "#ffffff";
                                })
                        .orElseThrow();
                for (String placeholder : LineTemplate.PLACEHOLDERS) {
                    assertThat(filled(placeholder, new LightCommand(colour, effect)))
                            .isNotBlank()
                            .doesNotContain("{");
                }
                assertThat(filled("{colour}", new LightCommand(colour.dimmedTo(15), effect)))
                        .isEqualTo(name.word());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#ff0000, SOLID, busy",
        "#ff0000, PULSE, in-a-call",
        "#260000, SOLID, busy",
        "#00ff00, SOLID, available",
        "#ffbf00, SOLID, away",
        "#ff0040, SOLID, do-not-disturb",
        "#8000ff, SOLID, out-of-office",
        "#202020, SOLID, unknown",
        "#ffffff, DOUBLE_BLINK, signed-out",
        "#000000, SOLID, offline",
        "#ff8000, SOLID, away",
    })
    void theStateIsWhatTheUsualColoursMean(String colour, Effect effect, String state) {
        assertThat(filled("{state}", new LightCommand(Colour.parse(colour).orElseThrow(), effect)))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\x11 | 11",
                "\\x12\\x21\\xfF | 1221ff",
                "\\n\\r\\t\\\\ | 0a0d095c",
                "\\x00{r}\\x80 | 0032353580",
                "\\\\x11 | 5c783131",
                "é{{ | c3a97b",
            })
    void aBackslashBeginsAByte(String text, String bytes) {
        assertThat(HexFormat.of().formatHex(new LineTemplate(text).bytes(CALL, CALL.colour())))
                .isEqualTo(bytes);
    }

    @Test
    void peopleReadABytesAsItIsWritten() {
        assertThat(filled("\\x11{r}", CALL)).isEqualTo("\\x11255");
    }
}
