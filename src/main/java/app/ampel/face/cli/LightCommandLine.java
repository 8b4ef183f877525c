package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.Values;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "light")
final class LightCommandLine implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(
            paramLabel = "COLOUR",
            completionCandidates = Candidates.Colours.class,
            descriptionKey = "ampel.light.colour")
    private String colour;

    @Option(
            names = "--effect",
            paramLabel = "EFFECT",
            completionCandidates = Candidates.Effects.class,
            descriptionKey = "ampel.light.effect")
    private String effect;

    LightCommandLine(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        new Values(session.console().words()).light(colour, Optional.ofNullable(effect));
        ObjectNode request = LineStarts.ask("light").put("colour", colour);
        if (effect != null) {
            request.put("effect", effect);
        }
        session.print(session.ask(request, Session.AT_ONCE), false, "status");
        return ExitCode.OK;
    }
}
