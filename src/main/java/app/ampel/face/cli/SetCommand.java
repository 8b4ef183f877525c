package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.RequestValues;
import app.ampel.face.control.Values;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set")
final class SetCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(
            paramLabel = "STATE",
            completionCandidates = Candidates.States.class,
            descriptionKey = "ampel.set.choice")
    private String choice;

    @Mixin
    private EndOptions end;

    @Option(names = "--message", paramLabel = "TEXT", descriptionKey = "ampel.set.message")
    private String message;

    @Option(names = "--light-only", descriptionKey = "ampel.set.light-only")
    private boolean lightOnly;

    @Option(names = "--take-over", descriptionKey = "ampel.set.take-over")
    private boolean takeOver;

    SetCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        Console console = session.console();
        ObjectNode request = LineStarts.ask("set");
        request.put("choice", new Values(console.words()).choice(choice).word());
        end.put(request, console);
        if (message != null) {
            request.put("message", message);
        }
        request.put("lightOnly", lightOnly).put("takeOver", takeOver);
        // What is wrong is wrong whether Ampel runs or not.
        RequestValues values = new RequestValues(request, console.words());
        values.note();
        values.where();
        ObjectNode answer = session.ask(request, Session.ENDLESS);
        session.print(answer, false, "status");
        return answer.path("exit").asInt(ExitCode.OK);
    }
}
