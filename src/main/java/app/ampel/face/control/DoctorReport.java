package app.ampel.face.control;

import app.ampel.service.doctor.Actor;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.DiagnosticReport;
import app.ampel.service.doctor.Finding;
import app.ampel.service.doctor.MessageRenderer;
import app.ampel.service.doctor.Severity;
import app.ampel.service.doctor.Step;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis for people, for programs, and for whoever helps. Pure. */
public final class DoctorReport {

    /** As wide as the widest word and its mark. */
    private static final String LINE = "%s %-8s %s";

    private static final String BELOW =
            " ".repeat(String.format(LINE, "", "", "").length() + 1);

    private DoctorReport() {}

    /** An answer with the members {@code doctor}, {@code report}, {@code text} and the exit code. */
    public static ObjectNode of(Diagnosis diagnosis, Messages words) {
        ObjectNode answer = LineStarts.ok();
        ObjectNode doctor =
                answer.putObject("doctor").put("worst", diagnosis.worst().word());
        ArrayNode findings = doctor.putArray("findings");
        ArrayNode text = answer.putArray("text");
        MessageRenderer saying = new MessageRenderer(words, false);
        for (Finding finding : diagnosis.findings()) {
            String sentence = saying.of(finding.what());
            ObjectNode one = findings.addObject()
                    .put("check", finding.check().word())
                    .put("severity", finding.severity().word())
                    .put("text", sentence)
                    .put("who", finding.who().word());
            finding.next().ifPresent(step -> one.put("next", step.kind().word()));
            lines(finding, sentence, words).forEach(text::add);
        }
        text.add(summary(diagnosis, words));
        answer.put("report", DiagnosticReport.of(diagnosis));
        return answer.put("exit", diagnosis.worst() == Severity.FAULT ? ExitCode.FAILED : ExitCode.OK);
    }

    private static List<String> lines(Finding finding, String sentence, Messages words) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                LINE,
                mark(finding.severity()),
                words.say("doctor.severity." + finding.severity().word()),
                sentence));
        String command = finding.next()
                .map(Step::command)
                .filter(typed -> !sentence.contains(typed))
                .orElse("");
        if (finding.who() != Actor.NOBODY && finding.isTodo()) {
            String who = words.say("doctor.who." + finding.who().word());
            lines.add(BELOW + (command.isEmpty() ? who : words.say("doctor.who.with-command", who, command)));
        } else if (!command.isEmpty()) {
            lines.add(BELOW + command);
        }
        return lines;
    }

    /** Seen without colours and in every alphabet. */
    private static String mark(Severity severity) {
        return switch (severity) {
            case OK -> "+";
            case NOTE -> "-";
            case WARNING -> "!";
            case FAULT -> "X";
        };
    }

    public static String summary(Diagnosis diagnosis, Messages words) {
        int todo = diagnosis.todo().size();
        return words.say(todo == 0 ? "doctor.well" : "doctor.needs", todo);
    }
}
