package app.ampel.cli;

import app.ampel.problem.ProblemException;
import app.ampel.settings.LockedSettingException;
import app.ampel.words.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lights} and what stands under it, but for {@code frames}. */
final class LightsCommands {

    private LightsCommands() {}

    @Command(name = "lights")
    static final class Show implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--json", descriptionKey = "ampel.lights.json")
        private boolean json;

        Show(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            session.print(session.ask(Messages.ask("lights"), Session.AT_ONCE), json, "lights");
            return ExitCode.OK;
        }
    }

    @Command(name = "identify")
    static final class Identify implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Parameters(paramLabel = "ID", descriptionKey = "ampel.lights.id")
        private String id;

        Identify(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            session.print(session.ask(Messages.ask("identify").put("id", id), Session.AT_ONCE), false, "text");
            return ExitCode.OK;
        }
    }

    @Command(name = "ports")
    static final class Ports implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--json", descriptionKey = "ampel.lights.ports.json")
        private boolean json;

        Ports(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            askOrDo(ampel.session(), Messages.ask("ports"), json, PortReport::list);
            return ExitCode.OK;
        }
    }

    @Command(name = "add")
    static final class Add implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Parameters(paramLabel = "PORT", descriptionKey = "ampel.lights.add.port")
        private String port;

        Add(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            ObjectNode request = Messages.ask("add").put("port", port);
            askOrDo(ampel.session(), request, false, (report, lights) -> report.add(lights, port));
            return ExitCode.OK;
        }
    }

    @Command(name = "forget")
    static final class Forget implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Parameters(paramLabel = "ID", descriptionKey = "ampel.lights.id")
        private String id;

        Forget(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            ObjectNode request = Messages.ask("forget").put("id", id);
            askOrDo(ampel.session(), request, false, (report, lights) -> report.forget(lights, id));
            return ExitCode.OK;
        }
    }

    @FunctionalInterface
    private interface Work {
        ObjectNode with(PortReport report, SerialLights lights)
                throws Failure, ProblemException, LockedSettingException;
    }

    private static void askOrDo(Session session, ObjectNode request, boolean json, Work work)
            throws Failure, ProblemException, LockedSettingException {
        Words words = session.console().words();
        ObjectNode answer = session.askIfRunning(request, Session.AT_ONCE).orElse(null);
        if (answer == null) {
            Program program = session.program();
            answer = session.directly(settings -> work.with(
                    new PortReport(words),
                    new SerialLights(
                            () -> program.serialPorts(session.folders()), settings, (List<String> ids) -> {})));
        }
        session.print(answer, json, "ports");
    }
}
