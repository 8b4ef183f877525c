package app.ampel.face.cli;

import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.DoctorReport;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import app.ampel.service.doctor.Fact.Program.Talk;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: asks the running program, and does without one that is not there or does not answer. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

    /** Longer than the slowest of its questions. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AmpelCommand ampel;

    @Option(names = "--json", descriptionKey = "ampel.doctor.json")
    private boolean json;

    @Option(names = "--report", descriptionKey = "ampel.doctor.report")
    private boolean report;

    DoctorCommand(AmpelCommand ampel) {
        this.ampel = ampel;
    }

    @Override
    public Integer call() throws Exception {
        Session session = ampel.session();
        ObjectNode answer = examine(session);
        if (report && !json) {
            session.console().print(answer.path("report").asText().stripTrailing());
        } else if (report) {
            session.console()
                    .print(Json.line(((ObjectNode) answer.path("doctor"))
                            .put("report", answer.path("report").asText())));
        } else {
            session.print(answer, json, "doctor");
        }
        return answer.path("exit").asInt(ExitCode.FAILED);
    }

    private static ObjectNode examine(Session session) {
        try {
            Optional<ObjectNode> answer = session.askIfRunning(LineStarts.ask("doctor"), PATIENCE);
            return answer.isPresent() ? answer.get() : alone(session, Talk.NOT_RUNNING);
        } catch (Failure e) {
            return alone(session, Talk.SILENT);
        }
    }

    /** Where the home cannot be used, that is what there is to say; it is no reason to say nothing. */
    private static ObjectNode alone(Session session, Talk talk) {
        Optional<InstanceLock> lock = Optional.empty();
        try {
            lock = session.lock();
            session.log();
        } catch (ProblemException e) {
            // The doctor looks at the folder itself.
        }
        try {
            return DoctorReport.of(
                    session.program().doctor(session.folders(), talk),
                    session.console().words());
        } finally {
            lock.ifPresent(InstanceLock::close);
        }
    }
}
