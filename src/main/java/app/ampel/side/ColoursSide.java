package app.ampel.side;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.colours.ColoursHost;
import app.ampel.service.lights.LightManager;
import app.ampel.service.settings.SchemeFile;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The running program as its page of colours sees it.
 *
 * @param beside reads and writes files that may lie anywhere, on a drive that hangs, too
 */
public record ColoursSide(LightManager desk, Executor beside, BooleanSupplier calm) implements ColoursHost {

    @Override
    public void preview(Optional<LightCommand> command) {
        command.map(it -> calm.getAsBoolean() ? LightCommand.solid(it.colour()) : it)
                .ifPresentOrElse(desk::preview, desk::endPreview);
    }

    @Override
    public CompletableFuture<SchemeFile.Loaded> read(Path file) {
        return Dispatch.supply(beside, () -> SchemeFile.read(file));
    }

    @Override
    public CompletableFuture<Void> write(Path file, Scheme scheme) {
        return Dispatch.supply(beside, () -> {
            try {
                SchemeFile.write(file, scheme);
                return null;
            } catch (IOException e) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e);
            }
        });
    }
}
