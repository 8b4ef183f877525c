package app.ampel.face.window.diagnostics;

import app.ampel.service.doctor.LogLine;
import app.ampel.service.doctor.Severity;
import app.ampel.service.doctor.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the diagnostics page shows.
 *
 * @param headline all in one sentence
 * @param worst what the headline is about
 * @param progress from 0 to 1 while it is examined; empty else
 * @param todo what somebody has to do, the worst first
 * @param notes what is good to know
 * @param fine sentences about what is as it should be
 * @param fineTitle how many these are
 * @param report exactly what "Copy report" copies; empty while there is none
 * @param notice what came of the last click
 */
public record DiagnosticsViewState(
        String headline,
        Severity worst,
        Optional<Double> progress,
        List<Card> todo,
        List<Card> notes,
        List<String> fine,
        String fineTitle,
        String report,
        String notice,
        Log log) {

    /**
     * One finding.
     *
     * @param mark the severity in a word
     * @param who has to act; may be empty
     * @param next the button that does the next thing
     */
    public record Card(Severity severity, String mark, String sentence, String who, Optional<Next> next) {}

    /** A button and what it does. */
    public record Next(Step step, String text) {}

    /**
     * The log.
     *
     * @param rows what the filter leaves of it, the newest last
     * @param least what a row has to be at least
     */
    public record Log(List<Row> rows, LogLine.Level least, boolean detailed) {
        public Log {
            rows = List.copyOf(rows);
            Objects.requireNonNull(least);
        }
    }

    /** One line of the log. */
    public record Row(LogLine.Level level, String text) {}

    public DiagnosticsViewState {
        Objects.requireNonNull(headline);
        Objects.requireNonNull(worst);
        Objects.requireNonNull(progress);
        todo = List.copyOf(todo);
        notes = List.copyOf(notes);
        fine = List.copyOf(fine);
        Objects.requireNonNull(fineTitle);
        Objects.requireNonNull(report);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(log);
    }
}
