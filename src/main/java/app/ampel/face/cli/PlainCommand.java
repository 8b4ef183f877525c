package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command without arguments that the running program carries out: {@code clear}, {@code stop}. */
@Command
final class PlainCommand implements Callable<Integer> {

    private final AmpelCommand ampel;
    private final String request;

    PlainCommand(AmpelCommand ampel, String request) {
        this.ampel = ampel;
        this.request = request;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        session.print(session.ask(LineStarts.ask(request), Session.MINUTES), false, "status");
        return ExitCode.OK;
    }
}
