package app.ampel.face.control;

import app.ampel.domain.problem.Problem;

/** What a command ends with; promised to scripts. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int NOT_RUNNING = 3;
    public static final int SIGN_IN_NEEDED = 4;
    /** By Microsoft or the administrator. */
    public static final int REFUSED = 5;
    /** Of those who were asked for. */
    public static final int NOBODY = 6;

    private ExitCode() {}

    public static int of(Problem problem) {
        return switch (problem.kind().remedy()) {
            case SIGN_IN -> SIGN_IN_NEEDED;
            case REFUSED -> REFUSED;
            case USAGE -> USAGE;
            case RETRY -> FAILED;
        };
    }
}
