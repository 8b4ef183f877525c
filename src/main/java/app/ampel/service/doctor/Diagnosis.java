package app.ampel.service.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What follows from the evidence.
 *
 * @param findings the worst first, else in the order of the checks
 */
public record Diagnosis(Evidence evidence, List<Finding> findings) {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::check);

    public Diagnosis {
        Objects.requireNonNull(evidence);
        findings = findings.stream().sorted(WORST_FIRST).toList();
    }

    public static Diagnosis of(Evidence evidence) {
        return new Diagnosis(evidence, Checks.of(evidence));
    }

    /** {@link Severity#OK} when there is nothing to say. */
    public Severity worst() {
        return findings.stream().map(Finding::severity).findFirst().orElse(Severity.OK);
    }

    /** What somebody has to do something about. */
    public List<Finding> todo() {
        return findings.stream().filter(Finding::isTodo).toList();
    }

    public List<Finding> of(Severity severity) {
        return findings.stream().filter(it -> it.severity() == severity).toList();
    }
}
