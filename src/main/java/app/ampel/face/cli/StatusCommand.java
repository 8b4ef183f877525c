package app.ampel.face.cli;

import app.ampel.face.control.ExitCode;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.Plain;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Option(names = "--json", descriptionKey = "ampel.status.json")
    private boolean json;

    @Option(names = "--watch", descriptionKey = "ampel.status.watch")
    private boolean watch;

    private String last = "";

    StatusCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        if (watch) {
            session.follow(LineStarts.ask("watch"), event -> show(event, session.console()));
        } else {
            session.print(session.ask(LineStarts.ask("status"), Session.AT_ONCE), json, "status");
        }
        return ExitCode.OK;
    }

    /** The whole state in JSON each time, the sentence only when it says something new. False: nobody reads on. */
    private boolean show(ObjectNode event, Console console) {
        String line = json
                ? Json.line(event.path("status"))
                : Plain.line(event.path("text").path(0).asText());
        if (!line.equals(last)) {
            console.print(line);
            last = line;
        }
        return !console.out().checkError();
    }
}
