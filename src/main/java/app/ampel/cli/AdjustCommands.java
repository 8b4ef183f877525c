package app.ampel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What stands under {@code lights} and changes the settings of one light. */
final class AdjustCommands {

    private AdjustCommands() {}

    private abstract static class Adjust implements Callable<Integer> {

        private final AmpelCommand ampel;
        private final String what;

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "ampel.lights.id")
        private String id;

        Adjust(AmpelCommand ampel, String what) {
            this.ampel = ampel;
            this.what = what;
        }

        abstract List<String> values();

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            ObjectNode request = Messages.ask("adjust").put("id", id).put("what", what);
            ArrayNode list = request.putArray("values");
            values().forEach(list::add);
            ObjectNode answer = session.askIfRunning(request, Session.AT_ONCE).orElse(null);
            if (answer == null) {
                session.log();
                answer = session.directly(settings -> new LightReport(
                                session.console().words())
                        .adjust(
                                new SingleLights(() -> session.program().lights(session.folders()), settings),
                                id,
                                what,
                                values()));
            }
            session.print(answer, false, "text");
            return ExitCode.OK;
        }
    }

    @Command(name = Wish.BRIGHTNESS)
    static final class Brightness extends Adjust {

        @Parameters(index = "1", paramLabel = "PERCENT", descriptionKey = "ampel.lights.brightness.percent")
        private String percent;

        Brightness(AmpelCommand ampel) {
            super(ampel, Wish.BRIGHTNESS);
        }

        @Override
        List<String> values() {
            return List.of(percent);
        }
    }

    @Command(name = Wish.CORRECT)
    static final class Correct extends Adjust {

        @Parameters(index = "1", paramLabel = "RED", descriptionKey = "ampel.lights.correct.red")
        private String red;

        @Parameters(index = "2", paramLabel = "GREEN", descriptionKey = "ampel.lights.correct.green")
        private String green;

        @Parameters(index = "3", paramLabel = "BLUE", descriptionKey = "ampel.lights.correct.blue")
        private String blue;

        Correct(AmpelCommand ampel) {
            super(ampel, Wish.CORRECT);
        }

        @Override
        List<String> values() {
            return List.of(red, green, blue);
        }
    }

    @Command(name = Wish.NAME)
    static final class Name extends Adjust {

        @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "ampel.lights.name.name")
        private String name;

        Name(AmpelCommand ampel) {
            super(ampel, Wish.NAME);
        }

        @Override
        List<String> values() {
            return List.of(name);
        }
    }

    @Command(name = Wish.BUTTON)
    static final class ButtonPress extends Adjust {

        @Parameters(index = "1", paramLabel = "USE", descriptionKey = "ampel.lights.button.use")
        private String use;

        ButtonPress(AmpelCommand ampel) {
            super(ampel, Wish.BUTTON);
        }

        @Override
        List<String> values() {
            return List.of(use);
        }
    }

    @Command(name = Wish.OFF)
    static final class Off extends Adjust {

        Off(AmpelCommand ampel) {
            super(ampel, Wish.OFF);
        }

        @Override
        List<String> values() {
            return List.of();
        }
    }

    @Command(name = Wish.ON)
    static final class On extends Adjust {

        On(AmpelCommand ampel) {
            super(ampel, Wish.ON);
        }

        @Override
        List<String> values() {
            return List.of();
        }
    }
}
