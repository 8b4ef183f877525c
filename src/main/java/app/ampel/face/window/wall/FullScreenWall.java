package app.ampel.face.window.wall;

import app.ampel.service.text.Messages;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallState;
import app.ampel.service.wall.WallTheme;
import app.ampel.service.wall.WallWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Screen;

/** The wall's window, opened on demand and gone when it is closed. The toolkit starts with the first window of any kind. Any thread. */
public final class FullScreenWall implements WallWindow {

    private static final long PATIENCE_SECONDS = 20;

    private final Executor toolkit;
    private final WallStage.Around around;
    private final BooleanSupplier dark;

    /** On the toolkit's thread. */
    private Optional<WallStage> open = Optional.empty();

    /**
     * @param toolkit runs tasks on JavaFX's thread, starting it first; refuses where there is none
     * @param now by the clock that what is known goes by
     * @param up how long the computer has been up
     * @param dark whether the rest of the program is; may take a second
     * @param still whether nothing shall move
     */
    public FullScreenWall(
            Executor toolkit,
            Messages words,
            Supplier<ZoneId> zone,
            Supplier<Instant> now,
            Supplier<Duration> up,
            BooleanSupplier dark,
            BooleanSupplier still) {
        this.toolkit = toolkit;
        this.around = new WallStage.Around(new WallWords(words, zone), now, up, still);
        this.dark = dark;
    }

    @Override
    public int monitors() {
        if (Platform.isFxApplicationThread()) {
            return Screen.getScreens().size();
        }
        try {
            return Dispatch.supply(toolkit, () -> Screen.getScreens().size()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public boolean open(WallRequest request, Commands commands) {
        WallTheme theme = request.theme().orElseGet(() -> dark.getAsBoolean() ? WallTheme.DARK : WallTheme.LIGHT);
        WallState nothing = new WallState(
                request.pool(), Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
        return Dispatch.run(toolkit, () -> {
            closeNow();
            open = Optional.of(new WallStage(request, theme, around, commands, nothing));
        });
    }

    @Override
    public void show(WallState state) {
        Dispatch.run(toolkit, () -> open.ifPresent(stage -> stage.show(state)));
    }

    @Override
    public void close() {
        Dispatch.run(toolkit, this::closeNow);
    }

    private void closeNow() {
        open.ifPresent(WallStage::close);
        open = Optional.empty();
    }
}
