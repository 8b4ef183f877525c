package app.ampel.face.window;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.colours.ColoursHost;
import app.ampel.service.settings.SchemeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lights that only note what is tried out on them, and real files. */
public final class FakeColours implements ColoursHost {

    public final List<Optional<LightCommand>> previews = new CopyOnWriteArrayList<>();

    public Optional<LightCommand> lastPreview() {
        return previews.isEmpty() ? Optional.empty() : previews.get(previews.size() - 1);
    }

    @Override
    public void preview(Optional<LightCommand> command) {
        previews.add(command);
    }

    @Override
    public CompletableFuture<SchemeFile.Loaded> read(Path file) {
        return CompletableFuture.completedFuture(SchemeFile.read(file));
    }

    @Override
    public CompletableFuture<Void> write(Path file, Scheme scheme) {
        try {
            SchemeFile.write(file, scheme);
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e));
        }
    }
}
