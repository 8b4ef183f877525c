package app.ampel.service.history;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where spans are kept, a history for each account. Holds nothing between two calls: no file is open, no thread runs.
 * One thread at a time; every call may wait for a disk. What fails says so with {@code CANNOT_SAVE}, and has changed
 * nothing.
 */
public interface HistoryStore {

    /** Does all of {@code changes} in order, or none. */
    void keep(List<Change> changes) throws ProblemException;

    /** All that is kept of an account, in order. */
    List<Span> read(String account) throws ProblemException;

    /** Forgets of all accounts what ended before {@code oldest}, and cuts what began before it. */
    void prune(Instant oldest) throws ProblemException;

    /** Whether there is anything at all; for this nothing is opened. */
    boolean isThere();

    /** When something was kept last, empty when there is nothing; for this nothing is opened. */
    Optional<Instant> lastKept() throws ProblemException;

    /** Deletes everything of all accounts from the disk, with what has been set aside. */
    void erase() throws ProblemException;

    /** The name under which a file that could not be read has been set aside since the start, if that has happened. */
    Optional<String> setAside();
}
