package app.ampel.face.window.colours;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Scheme;
import app.ampel.service.settings.LoadedScheme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the page of colours needs of the running program. Called on the toolkit's thread, which nothing here blocks. */
public interface ColoursHost {

    /** Shows that on all real lights for twenty seconds, whatever they should show; empty: ends it. */
    void preview(Optional<LightCommand> command);

    /** Reads somebody's scheme. */
    CompletableFuture<LoadedScheme> read(Path file);

    /** Writes a scheme for somebody; fails with a {@link app.ampel.domain.problem.ProblemException}. */
    CompletableFuture<Void> write(Path file, Scheme scheme);
}
