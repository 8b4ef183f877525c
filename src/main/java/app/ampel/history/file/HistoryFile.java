package app.ampel.history.file;

import app.ampel.desktop.OwnerOnly;
import app.ampel.history.Change;
import app.ampel.history.HistoryStore;
import app.ampel.history.Span;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.settings.BrokenFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MVStore with a map for each account, from the second in which a span begins to the rest of it. It grows with every
 * write and is made small again when it is pruned. One that cannot be read is set aside, and a new one is begun.
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
                changes.forEach(change -> keep(store, change));
                return null;
            });
        }
    }

    private static void keep(MVStore store, Change change) {
        MVMap<Long, String> spans = spans(store, change.account());
        cut(spans, change.from());
        change.span().ifPresent(span -> put(spans, span));
    }

    @Override
    public List<Span> read(String account) throws ProblemException {
        return isThere()
                ? use(Access.READ, store -> store.hasMap(account) ? all(spans(store, account)) : List.of())
                : List.of();
    }

    @Override
    public void prune(Instant oldest) throws ProblemException {
        if (isThere()) {
            use(Access.TIDY, store -> {
                for (String account : List.copyOf(store.getMapNames())) {
                    prune(spans(store, account), oldest);
                }
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
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    @Override
    public Optional<String> setAside() {
        return Optional.ofNullable(setAside);
    }

    /** Types of our own choosing: the library's usual ones would make any object that a file asks for. */
    private static MVMap<Long, String> spans(MVStore store, String account) {
        return store.openMap(
                account,
                new MVMap.Builder<Long, String>().keyType(LongDataType.INSTANCE).valueType(StringDataType.INSTANCE));
    }

    private static void put(MVMap<Long, String> spans, Span span) {
        spans.put(span.from().getEpochSecond(), SpanText.of(span));
    }

    private static void cut(MVMap<Long, String> spans, Instant end) {
        long second = end.getEpochSecond();
        for (Long from = spans.ceilingKey(second); from != null; from = spans.ceilingKey(second)) {
            spans.remove(from);
        }
        Long last = spans.lowerKey(second);
        if (last != null) {
            SpanText.read(last, spans.get(last))
                    .filter(span -> span.to().isAfter(end))
                    .flatMap(span -> span.within(Instant.MIN, end))
                    .ifPresent(span -> put(spans, span));
        }
    }

    private static void prune(MVMap<Long, String> spans, Instant oldest) {
        long second = oldest.getEpochSecond();
        for (Long from = spans.firstKey(); from != null && from < second; from = spans.firstKey()) {
            Optional<Span> rest =
                    SpanText.read(from, spans.get(from)).flatMap(span -> span.within(oldest, Instant.MAX));
            spans.remove(from);
            rest.ifPresent(span -> put(spans, span));
        }
    }

    private static List<Span> all(MVMap<Long, String> spans) {
        List<Span> all = new ArrayList<>();
        var cursor = spans.cursor(null);
        while (cursor.hasNext()) {
            Long from = cursor.next();
            SpanText.read(from, cursor.getValue()).ifPresent(all::add);
        }
        return all;
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

    /** Whether it is the file's own fault, and not the disk's. */
    private static boolean isBroken(RuntimeException e) {
        return !(e instanceof MVStoreException told)
                || switch (told.getErrorCode()) {
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
