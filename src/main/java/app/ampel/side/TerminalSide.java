package app.ampel.side;

import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.terminal.TerminalBus;
import app.ampel.face.terminal.TerminalRenderer;
import app.ampel.face.terminal.TerminalStyle;
import app.ampel.service.lights.LightBus;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.nio.charset.Charset;

/** The light in the terminal of a running Ampel: as this terminal can show it, in lines of the narrator's. */
public final class TerminalSide {

    private TerminalSide() {}

    public static LightBus bus(World world, ConsoleReporter narrator) {
        boolean terminal = System.console() != null;
        Messages words = world.console().words();
        TerminalRenderer renderer = new TerminalRenderer(
                TerminalStyle.of(System.getenv(), terminal),
                new Phrases(words)::command,
                words,
                Charset.defaultCharset());
        return new TerminalBus(renderer, narrator::light);
    }
}
