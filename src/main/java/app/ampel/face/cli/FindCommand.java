package app.ampel.face.cli;

import app.ampel.face.control.PeopleOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code people find}: somebody who is available. */
@Command(name = "find")
final class FindCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Mixin
    private FindOptions whom;

    @Option(names = "--search", paramLabel = "NAME", descriptionKey = "ampel.people.find.search")
    private String search;

    @Option(names = "--question", paramLabel = "TEXT", descriptionKey = "ampel.people.find.question")
    private String question;

    @Option(names = "--topic", paramLabel = "TEXT", descriptionKey = "ampel.people.find.topic")
    private String topic;

    @Option(names = "--json", descriptionKey = "ampel.people.json")
    private boolean json;

    FindCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode request = PeopleTalk.request(PeopleOperations.FIND);
        whom.put(request, session.console().words());
        if (search != null) {
            request.put("search", search);
        }
        if (question != null) {
            request.put("question", question);
        }
        if (topic != null) {
            request.put("topic", topic);
        }
        return new PeopleTalk(session, json).askOrDo(request);
    }
}
