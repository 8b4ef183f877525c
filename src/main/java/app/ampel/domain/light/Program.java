package app.ampel.domain.light;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a model makes of a {@link LightCommand}. One step without a hold: the light does the rest alone. One step with a
 * hold: a light that has to be told again. Several steps: an effect that the light does not know. Both are played by
 * Ampel over and over.
 */
public record Program(List<Step> steps) {

    /**
     * @param reports sent one after the other
     * @param hold how long until the next step; zero: for good
     */
    public record Step(List<Report> reports, Duration hold) {
        public Step {
            reports = List.copyOf(reports);
            Objects.requireNonNull(hold);
        }
    }

    public Program {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a program has a step");
        }
        if (steps.size() > 1 && steps.stream().anyMatch(step -> step.hold().isZero())) {
            throw new IllegalArgumentException("a step among several has a hold");
        }
    }

    /** Sent once; the light does the rest. */
    public static Program once(List<Report> reports) {
        return new Program(List.of(new Step(reports, Duration.ZERO)));
    }

    /** Sent once; the light does the rest. */
    public static Program once(Report... reports) {
        return once(List.of(reports));
    }

    /** Sent again and again, because the light would forget it. */
    public static Program again(Duration period, Report... reports) {
        return new Program(List.of(new Step(List.of(reports), period)));
    }

    /** Whether Ampel has to keep playing it. */
    public boolean isPlayed() {
        return !steps.get(0).hold().isZero();
    }

    /** Every report of it, in order; what {@code ampel lights frames} prints. */
    public List<Report> reports() {
        return steps.stream().flatMap(step -> step.reports().stream()).toList();
    }
}
