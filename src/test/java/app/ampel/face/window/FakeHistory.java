package app.ampel.face.window;

import app.ampel.domain.history.Span;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.history.HistoryHost;
import app.ampel.service.history.Archive;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A history that is what the test says. */
public final class FakeHistory implements HistoryHost {

    public final List<Path> exported = new CopyOnWriteArrayList<>();
    public volatile List<Span> spans = List.of();
    public volatile Optional<Problem> problem = Optional.empty();
    public volatile Optional<String> setAside = Optional.empty();
    public volatile boolean fails;
    public volatile boolean broken;
    public volatile boolean locked;
    public volatile boolean erased;
    public volatile int reads;
    /** Done when the disk has answered whether there is anything. */
    public volatile CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Archive.Content> read() {
        reads++;
        return answer(new Archive.Content(spans, problem, setAside));
    }

    @Override
    public CompletableFuture<Void> erase() {
        erased = !fails;
        spans = fails ? spans : List.of();
        return answer(null);
    }

    @Override
    public CompletableFuture<Void> export(Path file) {
        exported.add(file);
        return answer(null);
    }

    private <T> CompletableFuture<T> answer(T with) {
        return fails
                ? CompletableFuture.failedFuture(new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE)))
                : CompletableFuture.completedFuture(with);
    }

    @Override
    public CompletableFuture<Boolean> isThere() {
        if (broken) {
            throw new IllegalStateException("no history");
        }
        return disk.thenApply(answered -> !spans.isEmpty());
    }

    @Override
    public boolean isLocked() {
        return locked;
    }

    @Override
    public Path place() {
        return Path.of("/home/ada/.local/share/ampel/history.db");
    }
}
