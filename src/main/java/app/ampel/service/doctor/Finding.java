package app.ampel.service.doctor;

import app.ampel.domain.problem.Problem;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a check has found.
 *
 * @param who has to do something about it
 * @param next what that may begin with
 */
public record Finding(Check check, Severity severity, Message what, Actor who, Optional<Step> next) {

    /** Nothing is wrong, and nothing can be done. */
    private static final Set<Problem.Kind> PASSING = EnumSet.of(Problem.Kind.THROTTLED, Problem.Kind.READ_ONLY_CLOUD);

    public Finding {
        Objects.requireNonNull(check);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(what);
        Objects.requireNonNull(who);
        Objects.requireNonNull(next);
    }

    static Finding ok(Check check, String key, Object... arguments) {
        return new Finding(check, Severity.OK, Message.of(key, arguments), Actor.NOBODY, Optional.empty());
    }

    static Finding note(Check check, String key, Object... arguments) {
        return new Finding(check, Severity.NOTE, Message.of(key, arguments), Actor.NOBODY, Optional.empty());
    }

    static Finding warning(Check check, Actor who, String key, Object... arguments) {
        return new Finding(check, Severity.WARNING, Message.of(key, arguments), who, Optional.empty());
    }

    static Finding fault(Check check, Actor who, String key, Object... arguments) {
        return new Finding(check, Severity.FAULT, Message.of(key, arguments), who, Optional.empty());
    }

    /** A problem that something else has reported already, in its own sentence. */
    static Finding of(Check check, Problem problem) {
        return of(check, problem, Message.of(problem));
    }

    static Finding of(Check check, Problem problem, Message what) {
        return new Finding(check, severity(problem.kind()), what, Actor.of(problem.kind()), step(problem.kind()));
    }

    Finding next(Step step) {
        return new Finding(check, severity, what, who, Optional.of(step));
    }

    Finding next(Step.Kind kind) {
        return next(Step.of(kind));
    }

    /** Whether somebody has to do something. */
    public boolean isTodo() {
        return severity == Severity.WARNING || severity == Severity.FAULT;
    }

    private static Severity severity(Problem.Kind kind) {
        if (PASSING.contains(kind)) {
            return Severity.NOTE;
        }
        return Actor.of(kind) == Actor.MICROSOFT ? Severity.WARNING : Severity.FAULT;
    }

    private static Optional<Step> step(Problem.Kind kind) {
        return switch (Actor.of(kind)) {
            case ADMINISTRATOR -> Optional.of(Step.askAdministrator(kind));
            case YOU ->
                kind.remedy() == Problem.Remedy.SIGN_IN || kind == Problem.Kind.WRONG_TENANT
                        ? Optional.of(Step.of(Step.Kind.SIGN_IN))
                        : Optional.empty();
            case NOBODY, MICROSOFT -> Optional.empty();
        };
    }
}
