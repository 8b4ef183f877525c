package app.ampel.face.cli;

import app.ampel.face.control.PeopleOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people wait}: until one of several is available. */
@Command(name = "wait")
final class WaitCommand implements Callable<Integer> {

    private final AmpelCommand ampel;
    private boolean said;

    @Parameters(paramLabel = "WHO", arity = "1..*", descriptionKey = "ampel.people.wait.who")
    private List<String> who;

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "ampel.people.wait.for")
    private String span;

    @Option(names = "--json", descriptionKey = "ampel.people.json")
    private boolean json;

    WaitCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = PeopleTalk.request(PeopleOperations.WAIT);
        who.forEach(request.withArray("people")::add);
        if (span != null) {
            request.put("for", span);
        }
        return new PeopleTalk(session, json).ask(request, () -> waiting(session));
    }

    /** Whoever sits there should know that it works. */
    private void waiting(Session session) {
        if (!said && session.program().isErrorTerminal()) {
            session.console().complain(session.console().say("people.waiting"));
        }
        said = true;
    }
}
