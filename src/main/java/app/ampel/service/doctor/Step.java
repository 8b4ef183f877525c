package app.ampel.service.doctor;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import java.util.Objects;

/**
 * The next thing to do about a finding.
 *
 * @param argument what it is done with; empty where nothing is needed
 */
public record Step(Kind kind, String argument) {

    /** What it is. The words are under {@code doctor.step.*}. */
    public enum Kind implements WireName {
        SIGN_IN,
        INSTALL_RULES,
        /** Somebody with more rights has to act. Argument: the kind of problem. */
        ASK_ADMINISTRATOR,
        /** Argument: the command. */
        COPY_COMMAND,
        /** Argument: the address. */
        OPEN_PAGE,
        /** Ampel's own folder, with the settings in it. */
        OPEN_FOLDER,
        START
    }

    public Step {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(argument);
    }

    static Step of(Kind kind) {
        return new Step(kind, "");
    }

    static Step askAdministrator(Problem.Kind about) {
        return new Step(Kind.ASK_ADMINISTRATOR, about.name());
    }

    /** What to type for it in a terminal; empty where nothing typed helps. */
    public String command() {
        return switch (kind) {
            case SIGN_IN -> "ampel sign-in";
            case INSTALL_RULES -> "ampel lights udev --install";
            case START -> "ampel run";
            case COPY_COMMAND, OPEN_PAGE -> argument;
            case ASK_ADMINISTRATOR, OPEN_FOLDER -> "";
        };
    }
}
