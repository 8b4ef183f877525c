package app.ampel.face.cli;

import app.ampel.face.control.PeopleOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people}, and what under it is about one person. */
final class PeopleCommands {

    private PeopleCommands() {}

    /** All of them, put together. */
    static CommandLine all(AmpelCommand ampel) {
        return new CommandLine(new WatchListCommand(ampel))
                .addSubcommand(One.of(ampel, PeopleOperations.SHOW))
                .addSubcommand(new Search(ampel))
                .addSubcommand(One.of(ampel, PeopleOperations.ADD))
                .addSubcommand(One.of(ampel, PeopleOperations.REMOVE))
                .addSubcommand(new FindCommand(ampel))
                .addSubcommand(new WaitCommand(ampel))
                .addSubcommand(new BoardCommand(ampel))
                .addSubcommand(PeopleKept.lists(ampel))
                .addSubcommand(new PeopleKept.Save(ampel));
    }

    @Command(name = "people")
    static final class WatchListCommand implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        WatchListCommand(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            return new PeopleTalk(ampel.session(), json).askOrDo(PeopleTalk.request(PeopleOperations.LIST));
        }
    }

    /** {@code show}, {@code add} and {@code remove}. */
    @Command
    static final class One implements Callable<Integer> {

        private final AmpelCommand ampel;
        private final String what;

        @Parameters(paramLabel = "WHO", descriptionKey = "ampel.people.who")
        private String who;

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        private One(AmpelCommand ampel, String what) {
            this.ampel = ampel;
            this.what = what;
        }

        static CommandLine of(AmpelCommand ampel, String what) {
            return new CommandLine(
                    CommandSpec.forAnnotatedObject(new One(ampel, what)).name(what));
        }

        @Override
        public Integer call() throws Exception {
            ObjectNode request = PeopleTalk.request(what).put("who", who);
            return new PeopleTalk(ampel.session(), json).askOrDo(request);
        }
    }

    @Command(name = "search")
    static final class Search implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Parameters(paramLabel = "TEXT", arity = "1..*", descriptionKey = "ampel.people.search.text")
        private List<String> text;

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        Search(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            ObjectNode request = PeopleTalk.request(PeopleOperations.SEARCH).put("text", String.join(" ", text));
            return new PeopleTalk(ampel.session(), json).askOrDo(request);
        }
    }
}
