package app.ampel.face.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Transport;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.text.Messages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TerminalLightTest {

    private static final Messages WORDS = Messages.in(Locale.UK);
    private static final LightCommand CALL = new LightCommand(Colour.RED, Effect.PULSE);

    private static String said(LightCommand command) {
        return command.effect().word() + " " + command.colour();
    }

    private static String line(TerminalStyle style, Charset charset, LightCommand command) {
        return new TerminalRenderer(style, TerminalLightTest::said, WORDS, charset).line(command);
    }

    @Nested
    class TheLine {
        @Test
        void hasTheColourItselfWhereTheTerminalCan() {
            assertThat(line(TerminalStyle.TRUE_COLOUR, StandardCharsets.UTF_8, CALL))
                    .isEqualTo("\u001b[38;2;255;0;0m●\u001b[0m pulse #ff0000");
        }

        @Test
        void hasTheNearestOf256Colours() {
            assertThat(line(TerminalStyle.PALETTE, StandardCharsets.UTF_8, LightCommand.solid(Colour.AMBER)))
                    .isEqualTo("\u001b[38;5;214m●\u001b[0m solid #ffbf00");
        }

        @Test
        void isPlainWordsElsewhere() {
            assertThat(line(TerminalStyle.WORDS, StandardCharsets.UTF_8, CALL)).isEqualTo("Light: pulse #ff0000");
        }

        @Test
        void doesWithoutDiscsWhereTheOutputHasNone() {
            assertThat(line(TerminalStyle.TRUE_COLOUR, StandardCharsets.US_ASCII, CALL))
                    .isEqualTo("\u001b[38;2;255;0;0m*\u001b[0m pulse #ff0000");
            assertThat(line(TerminalStyle.PALETTE, StandardCharsets.US_ASCII, LightCommand.OFF))
                    .isEqualTo("- solid #000000");
        }
    }

    @Nested
    class TheStyle {
        @Test
        void isWordsForFilesAndForThoseWhoWantNoColour() {
            assertThat(TerminalStyle.of(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"), false))
                    .isEqualTo(TerminalStyle.WORDS);
            assertThat(TerminalStyle.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "1"), true))
                    .isEqualTo(TerminalStyle.WORDS);
            assertThat(TerminalStyle.of(Map.of("TERM", "dumb", "COLORTERM", "truecolor"), true))
                    .isEqualTo(TerminalStyle.WORDS);
            assertThat(TerminalStyle.of(Map.of(), true)).isEqualTo(TerminalStyle.WORDS);
        }

        @Test
        void isTrueColourWhereTheTerminalSaysSoOrIsKnown() {
            assertThat(TerminalStyle.of(Map.of("TERM", "xterm-256color", "COLORTERM", "24bit"), true))
                    .isEqualTo(TerminalStyle.TRUE_COLOUR);
            assertThat(TerminalStyle.of(Map.of("TERM", "xterm-kitty"), true)).isEqualTo(TerminalStyle.TRUE_COLOUR);
            assertThat(TerminalStyle.of(Map.of("WT_SESSION", "x"), true)).isEqualTo(TerminalStyle.TRUE_COLOUR);
        }

        @Test
        void isThePaletteOtherwise() {
            assertThat(TerminalStyle.of(Map.of("TERM", "screen-256color", "NO_COLOR", ""), true))
                    .isEqualTo(TerminalStyle.PALETTE);
            assertThat(TerminalStyle.of(Map.of("TERM", "xterm"), true)).isEqualTo(TerminalStyle.PALETTE);
            assertThat(TerminalStyle.of(Map.of("TERM", "vt100"), true)).isEqualTo(TerminalStyle.WORDS);
        }
    }

    @Test
    void onTheDeskItSaysALineForEachChangeAndNoMore() {
        List<String> lines = new CopyOnWriteArrayList<>();
        TerminalRenderer renderer =
                new TerminalRenderer(TerminalStyle.WORDS, TerminalLightTest::said, WORDS, StandardCharsets.UTF_8);
        LightManager manager =
                LightManager.onThreads(List.of(new TerminalBus(renderer, lines::add)), model -> Optional.empty());
        manager.start();
        manager.show(CALL);
        Awaitility.await().until(() -> lines.size() == 1);
        manager.show(CALL);
        manager.wake();
        manager.show(LightCommand.solid(Colour.GREEN));
        Awaitility.await().until(() -> lines.size() == 2);
        assertThat(manager.states()).singleElement().satisfies(state -> {
            assertThat(state.id()).isEqualTo("terminal");
            assertThat(state.transport()).isEqualTo(Transport.TERMINAL);
        });
        manager.close(Duration.ofSeconds(30));
        assertThat(lines).containsExactly("Light: pulse #ff0000", "Light: solid #00ff00", "Light: solid #000000");
    }
}
