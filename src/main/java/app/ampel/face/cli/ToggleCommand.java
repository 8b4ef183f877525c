package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.Values;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "toggle")
final class ToggleCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(
            paramLabel = "STATE",
            completionCandidates = Candidates.States.class,
            descriptionKey = "ampel.set.choice")
    private String choice;

    ToggleCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = LineStarts.ask("toggle");
        request.put(
                "choice", new Values(session.console().words()).choice(choice).word());
        ObjectNode answer = session.ask(request, Session.ENDLESS);
        session.print(answer, false, "status");
        return answer.path("exit").asInt(ExitCode.OK);
    }
}
