package app.ampel.side;

import app.ampel.face.window.colours.ColoursHost;
import app.ampel.light.Desk;
import app.ampel.light.LightCommand;
import app.ampel.policy.Scheme;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.settings.SchemeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** The running program as its page of colours sees it. */
public record ColoursSide(Desk desk, Executor files, BooleanSupplier calm) implements ColoursHost {

    @Override
    public void preview(Optional<LightCommand> command) {
        command.map(it -> calm.getAsBoolean() ? LightCommand.solid(it.colour()) : it)
                .ifPresentOrElse(desk::preview, desk::endPreview);
    }

    @Override
    public CompletableFuture<SchemeFile.Loaded> read(Path file) {
        return CompletableFuture.supplyAsync(() -> SchemeFile.read(file), files);
    }

    @Override
    public CompletableFuture<Void> write(Path file, Scheme scheme) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        files.execute(() -> {
            try {
                SchemeFile.write(file, scheme);
                written.complete(null);
            } catch (IOException e) {
                written.completeExceptionally(
                        new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e));
            } catch (RuntimeException e) {
                written.completeExceptionally(e);
            }
        });
        return written;
    }
}
