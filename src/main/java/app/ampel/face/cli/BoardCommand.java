package app.ampel.face.cli;

import app.ampel.face.control.PeopleOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code people board}: who is there now. */
@Command(name = "board")
final class BoardCommand implements Callable<Integer> {

    private final AmpelCommand ampel;

    @Mixin
    private PoolOptions pool;

    @Option(names = "--everybody", descriptionKey = "ampel.people.board.everybody")
    private boolean everybody;

    @Option(names = "--json", descriptionKey = "ampel.people.json")
    private boolean json;

    BoardCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        ObjectNode request = PeopleTalk.request(PeopleOperations.BOARD);
        pool.put(request);
        if (everybody) {
            request.put("everybody", true);
        }
        return new PeopleTalk(ampel.session(), json).ask(request, () -> {});
    }
}
