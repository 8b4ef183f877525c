package app.ampel.service.engine;

import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.Optional;

/** One attempt to get something from the user; can be cancelled before, while and after it runs. */
final class Turn {

    private final Optional<ConsentReason> reason;
    private Thread runner;
    private boolean cancelled;
    private boolean abandoned;
    private boolean over;

    /** @param reason what more is to be granted for; empty for a plain sign-in */
    Turn(Optional<ConsentReason> reason) {
        this.reason = reason;
    }

    boolean isFor(ConsentReason other) {
        return reason.equals(Optional.of(other));
    }

    static Turn over() {
        Turn turn = new Turn(Optional.empty());
        turn.over = true;
        return turn;
    }

    synchronized void begin() throws ProblemException {
        if (cancelled) {
            throw new ProblemException(Problem.of(Problem.Kind.SIGN_IN_CANCELLED));
        }
        runner = Thread.currentThread();
    }

    /** After it, the thread can be used for something else. */
    synchronized void end() {
        over = true;
        if (runner != null) {
            runner = null;
            Thread.interrupted();
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /** Whoever asked has signed out. */
    synchronized void abandon() {
        abandoned = true;
        cancel();
    }

    /** It ends now; whether it was abandoned before. */
    synchronized boolean endsAbandoned() {
        end();
        return abandoned;
    }

    synchronized boolean isOver() {
        return over;
    }
}
