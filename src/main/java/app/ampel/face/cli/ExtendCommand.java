package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.RequestValues;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "extend")
final class ExtendCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Parameters(paramLabel = "TIME", arity = "0..1", defaultValue = "15m", descriptionKey = "ampel.extend.time")
    private String time;

    ExtendCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = LineStarts.ask("extend").put("by", time);
        new RequestValues(request, session.console().words()).by();
        session.print(session.ask(request, Session.AT_ONCE), false, "status");
        return ExitCode.OK;
    }
}
