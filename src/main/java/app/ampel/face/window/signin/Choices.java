package app.ampel.face.window.signin;

import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Schemes;
import java.util.Objects;
import java.util.Optional;

/**
 * What is chosen at the end of a first run.
 *
 * @param startWithSession empty where that is not possible
 * @param redOnlyInCall whether lights are red in a call only
 */
record Choices(Optional<Boolean> startWithSession, boolean redOnlyInCall) {

    private static final String CALL = Schemes.ONLY_IN_A_CALL.name();

    Choices {
        Objects.requireNonNull(startWithSession);
    }

    /** What holds until somebody chooses otherwise. */
    static Choices usual(Rules rules, boolean canStart) {
        return new Choices(
                Optional.of(true).filter(yes -> canStart), rules.usual().equals(CALL));
    }

    /** A scheme of the user's own stays unless another is wanted. */
    Rules over(Rules rules) {
        if (redOnlyInCall) {
            return rules.using(CALL);
        }
        return rules.usual().equals(CALL) ? rules.using(Schemes.CLASSIC.name()) : rules;
    }

    Choices starting(boolean start) {
        return new Choices(startWithSession.map(was -> start), redOnlyInCall);
    }

    Choices redOnlyInCall(boolean only) {
        return new Choices(startWithSession, only);
    }
}
