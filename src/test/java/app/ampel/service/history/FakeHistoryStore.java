package app.ampel.service.history;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A history in memory, on a disk that does what the test says. */
public final class FakeHistoryStore implements HistoryStore {

    public final List<Change> kept = new CopyOnWriteArrayList<>();
    public final List<Instant> pruned = new CopyOnWriteArrayList<>();
    public volatile List<Span> spans = List.of();
    public volatile Optional<Instant> lastKept = Optional.empty();
    public volatile Optional<String> setAside = Optional.empty();
    /** What was not erased cannot be, nor can anything be kept. */
    public volatile boolean fails;

    public volatile boolean erased;
    public volatile int reads;

    @Override
    public void keep(List<Change> changes) throws ProblemException {
        work();
        kept.addAll(changes);
    }

    private void work() throws ProblemException {
        if (fails) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE));
        }
    }

    @Override
    public List<Span> read(String account) {
        reads++;
        return spans;
    }

    @Override
    public void prune(Instant oldest) throws ProblemException {
        work();
        pruned.add(oldest);
    }

    @Override
    public boolean isThere() {
        return !spans.isEmpty();
    }

    @Override
    public Optional<Instant> lastKept() {
        return lastKept;
    }

    @Override
    public void erase() throws ProblemException {
        work();
        erased = true;
        spans = List.of();
    }

    @Override
    public Optional<String> setAside() {
        return setAside;
    }
}
