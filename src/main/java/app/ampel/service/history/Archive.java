package app.ampel.service.history;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link HistoryStore} on the thread for files. What could not be kept stays in memory, is read with the rest and is
 * tried again with the next, in order. Any thread.
 */
public final class Archive {

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    /** Of changes that could not be kept; a day has some hundred. */
    private static final int MOST = 5000;

    private final HistoryStore store;
    private final Executor files;

    // On the thread for files.
    private final Deque<Change> pending = new ArrayDeque<>();
    private Optional<Problem> problem = Optional.empty();

    /**
     * What is kept of one account.
     *
     * @param problem why it could not be kept on the disk, as far as it could not
     * @param setAside see {@link HistoryStore#setAside}
     */
    public record Content(List<Span> spans, Optional<Problem> problem, Optional<String> setAside) {
        public Content {
            spans = List.copyOf(spans);
        }
    }

    /** @param files runs one task at a time */
    public Archive(HistoryStore store, Executor files) {
        this.store = store;
        this.files = files;
    }

    void keep(List<Change> changes) {
        if (!changes.isEmpty()) {
            Dispatch.run(files, () -> {
                changes.forEach(this::add);
                write();
            });
        }
    }

    private void add(Change change) {
        while (!pending.isEmpty() && change.supersedes(pending.getLast())) {
            pending.removeLast();
        }
        pending.add(change);
        if (pending.size() > MOST) {
            pending.removeFirst();
        }
    }

    private void write() {
        try {
            if (!pending.isEmpty()) {
                store.keep(List.copyOf(pending));
                pending.clear();
            }
            problem = Optional.empty();
        } catch (ProblemException e) {
            if (problem.isEmpty()) {
                LOG.warn("The history could not be written; it is tried again", e);
            }
            problem = Optional.of(e.problem());
        }
    }

    /** Forgets what is older. */
    void prune(Instant oldest) {
        Dispatch.run(files, () -> {
            try {
                store.prune(oldest);
            } catch (ProblemException e) {
                LOG.warn("What is old could not be taken out of the history; it is tried again", e);
            }
        });
    }

    /**
     * Reads what is kept, and what is still to be.
     *
     * @param unkept see {@link Recorder#unkept}
     * @return fails with a {@link ProblemException}
     */
    public CompletableFuture<Content> read(String account, List<Change> unkept) {
        return Dispatch.supply(files, () -> {
            List<Span> spans = store.read(account);
            for (Change change : (Iterable<Change>) Stream.concat(pending.stream(), unkept.stream())::iterator) {
                spans = change.account().equals(account) ? change.applyTo(spans) : spans;
            }
            return new Content(spans, problem, store.setAside());
        });
    }

    /** Deletes everything of all accounts; fails with a {@link ProblemException}. */
    public CompletableFuture<Void> erase() {
        return Dispatch.supply(files, () -> {
            pending.clear();
            store.erase();
            problem = Optional.empty();
            return null;
        });
    }

    /** For as long as nothing is recorded: deletes everything once nothing has been added since {@code oldest}. */
    public void expire(Instant oldest) {
        Dispatch.run(files, () -> {
            try {
                if (store.lastKept().filter(last -> last.isBefore(oldest)).isPresent()) {
                    store.erase();
                }
            } catch (ProblemException e) {
                LOG.warn("A history that is too old could not be deleted", e);
            }
        });
    }

    /** Whether there is anything at all. Asks the disk, but opens nothing. */
    public boolean isThere() {
        return store.isThere();
    }
}
