package app.ampel.side;

import app.ampel.cli.Narrator;
import app.ampel.light.LightBus;
import app.ampel.light.terminal.TerminalBus;
import app.ampel.light.terminal.TerminalRenderer;
import app.ampel.light.terminal.TerminalStyle;
import app.ampel.sentence.Phrases;
import app.ampel.words.Words;
import java.nio.charset.Charset;

/** The light in the terminal of a running Ampel: as this terminal can show it, in lines of the narrator's. */
public final class TerminalSide {

    private TerminalSide() {}

    public static LightBus bus(World world, Narrator narrator) {
        boolean terminal = System.console() != null;
        Words words = world.console().words();
        TerminalRenderer renderer = new TerminalRenderer(
                TerminalStyle.of(System.getenv(), terminal),
                new Phrases(words)::command,
                words,
                Charset.defaultCharset());
        return new TerminalBus(renderer, narrator::light);
    }
}
