package app.ampel.adapter.files.history;

import app.ampel.adapter.files.BrokenFiles;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.history.HistoryStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MVStore with a {@link SpanMap} for each account. It grows with every write and is made small again when it is
 * pruned. One that cannot be read is set aside, and a new one is begun.
 */
public final class HistoryFile implements HistoryStore {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);

    /** In MB; the library's own is 16. */
    private static final int CACHE = 1;

    /** For {@link MVStore#close(int)}: as small as it gets, however long it takes. */
    private static final int COMPLETELY = -1;

    private static final int NOT_NOW = 0;

    private enum Access {
        READ,
        WRITE,
        /** And make the file small again. */
        TIDY
    }

    private final Path file;
    private final BrokenFiles broken;
    private String setAside;

    /** @param clock names what is set aside */
    public HistoryFile(Path file, Clock clock) {
        this.file = file;
        this.broken = new BrokenFiles(clock);
    }

    private interface Work<T> {
        T on(MVStore store);
    }

    @Override
    public void keep(List<Change> changes) throws ProblemException {
        boolean cutsOnly = changes.stream().allMatch(change -> change.span().isEmpty());
        if (isThere() || !cutsOnly) {
            use(Access.WRITE, store -> {
                changes.forEach(change -> SpanMap.keep(store, change));
                return null;
            });
        }
    }

    @Override
    public List<Span> read(String account) throws ProblemException {
        return isThere() ? use(Access.READ, store -> SpanMap.read(store, account)) : List.of();
    }

    @Override
    public void prune(Instant oldest) throws ProblemException {
        if (isThere()) {
            use(Access.TIDY, store -> {
                SpanMap.prune(store, oldest);
                return null;
            });
        }
    }

    @Override
    public boolean isThere() {
        // A full disk leaves a file without content.
        return file.toFile().length() > 0;
    }

    @Override
    public Optional<Instant> lastKept() throws ProblemException {
        try {
            return isThere() ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    @Override
    public void erase() throws ProblemException {
        try {
            Files.deleteIfExists(file);
            for (Path old : BrokenFiles.kept(file)) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    @Override
    public Optional<String> setAside() {
        return Optional.ofNullable(setAside);
    }

    private <T> T use(Access access, Work<T> work) throws ProblemException {
        try {
            return tryToUse(access, work);
        } catch (RuntimeException e) {
            if (!isBroken(e)) {
                throw trouble(e);
            }
            LOG.warn("The history could not be read and is set aside", e);
        } catch (IOException e) {
            throw trouble(e);
        }
        putAside();
        try {
            return tryToUse(Access.WRITE, work);
        } catch (RuntimeException | IOException e) {
            throw trouble(e);
        }
    }

    private <T> T tryToUse(Access access, Work<T> work) throws IOException {
        closeToOthers();
        MVStore store = open(access);
        try {
            T result = work.on(store);
            store.commit();
            store.close(access == Access.TIDY ? COMPLETELY : NOT_NOW);
            return result;
        } finally {
            // Where something failed, a usual close would try to write once more.
            store.closeImmediately();
        }
    }

    private MVStore open(Access access) {
        MVStore.Builder builder = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE);
        return (access == Access.READ ? builder.readOnly() : builder).open();
    }

    private void closeToOthers() throws IOException {
        if (Files.notExists(file)) {
            OwnerOnly.create(file, new byte[0]);
        }
        OwnerOnly.close(file);
    }

    /** Whether it is the file's own fault, by the store's own word: neither the disk's nor that of a mistake of ours. */
    private static boolean isBroken(RuntimeException e) {
        return e instanceof MVStoreException told
                && switch (told.getErrorCode()) {
                    case DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_FILE_LOCKED -> false;
                    case DataUtils.ERROR_READING_FAILED ->
                        !(e.getCause() instanceof IOException) || e.getCause() instanceof EOFException;
                    default -> true;
                };
    }

    private void putAside() throws ProblemException {
        try {
            setAside = broken.move(file).getFileName().toString();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private ProblemException trouble(Exception e) {
        return new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e);
    }
}
