package app.ampel.face.cli;

import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.PortReport;
import app.ampel.service.lights.LightsService;
import app.ampel.service.settings.LockedSettingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lights} and what stands under it, but for {@code add} and {@code frames}. */
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
            session.print(session.ask(LineStarts.ask("lights"), Session.AT_ONCE), json, "lights");
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
            session.print(session.ask(LineStarts.ask("identify").put("id", id), Session.AT_ONCE), false, "text");
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
            Session session = ampel.session();
            session.print(askOrDo(session, LineStarts.ask("ports"), PortReport::list), json, "ports");
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
            Session session = ampel.session();
            session.print(forget(session, id), false, "text");
            return ExitCode.OK;
        }
    }

    @FunctionalInterface
    interface Work {
        ObjectNode with(PortReport report, LightsService lights)
                throws Failure, ProblemException, LockedSettingException;
    }

    static ObjectNode forget(Session session, String id) throws Failure, ProblemException, LockedSettingException {
        ObjectNode request = LineStarts.ask("forget").put("id", id);
        return askOrDo(session, request, (report, lights) -> report.forget(lights, id));
    }

    /** Asks the running program, or does the work on the settings where none is running. */
    static ObjectNode askOrDo(Session session, ObjectNode request, Work work)
            throws Failure, ProblemException, LockedSettingException {
        Optional<ObjectNode> answer = session.askIfRunning(request, Session.AT_ONCE);
        if (answer.isPresent()) {
            return answer.get();
        }
        PortReport report = new PortReport(session.console().words());
        return session.directly(settings -> work.with(report, session.program().lights(session.folders(), settings)));
    }
}
