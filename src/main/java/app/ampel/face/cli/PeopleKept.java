package app.ampel.face.cli;

import app.ampel.face.control.Failure;
import app.ampel.face.control.PeopleOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people list} and {@code people save}: what users keep to find somebody with. */
final class PeopleKept {

    private PeopleKept() {}

    static CommandLine lists(AmpelCommand ampel) {
        return new CommandLine(new Lists(ampel))
                .addSubcommand(Change.of(ampel, "add", PeopleOperations.LIST_ADD))
                .addSubcommand(Change.of(ampel, "remove", PeopleOperations.LIST_REMOVE));
    }

    @Command(name = "list")
    static final class Lists implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        Lists(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            return new PeopleTalk(ampel.session(), json).askOrDo(PeopleTalk.request(PeopleOperations.LISTS));
        }
    }

    /** {@code list add} and {@code list remove}. */
    @Command
    static final class Change implements Callable<Integer> {

        private final AmpelCommand ampel;
        private final String what;

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "ampel.people.list.name")
        private String name;

        @Parameters(index = "1..*", paramLabel = "WHO", descriptionKey = "ampel.people.list.who")
        private List<String> who = new ArrayList<>();

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        private Change(AmpelCommand ampel, String what) {
            this.ampel = ampel;
            this.what = what;
        }

        static CommandLine of(AmpelCommand ampel, String name, String what) {
            return new CommandLine(
                    CommandSpec.forAnnotatedObject(new Change(ampel, what)).name(name));
        }

        @Override
        public Integer call() throws Exception {
            ObjectNode request = PeopleTalk.request(what).put("name", name);
            who.forEach(request.withArray("people")::add);
            return new PeopleTalk(ampel.session(), json).askOrDo(request);
        }
    }

    @Command(name = "save")
    static final class Save implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "ampel.people.save.name")
        private String name;

        @Mixin
        private FindOptions whom;

        @Option(names = "--forget", descriptionKey = "ampel.people.save.forget")
        private boolean forget;

        @Option(names = "--json", descriptionKey = "ampel.people.json")
        private boolean json;

        Save(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            return new PeopleTalk(session, json).askOrDo(request(session.console()));
        }

        private ObjectNode request(Console console) throws Failure {
            if (name == null && whom.isEmpty() && !forget) {
                return PeopleTalk.request(PeopleOperations.SEARCHES);
            }
            if (name == null) {
                throw Failure.usage(console.say("cli.missing", "NAME", "ampel people save"));
            }
            if (forget && !whom.isEmpty()) {
                throw Failure.usage(console.say("people.forget-alone"));
            }
            ObjectNode request = PeopleTalk.request(forget ? PeopleOperations.FORGET : PeopleOperations.SAVE)
                    .put("name", name);
            whom.put(request, console.words());
            return request;
        }
    }
}
