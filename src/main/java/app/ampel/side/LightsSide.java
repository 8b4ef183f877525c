package app.ampel.side;

import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.face.window.lights.LightsHost;
import app.ampel.service.lights.FirstLight;
import app.ampel.service.lights.Lights;
import app.ampel.side.light.LightSide;
import app.ampel.side.light.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lights of a running Ampel as their page sees them. */
public final class LightsSide implements LightsHost {

    private static final Logger LOG = LoggerFactory.getLogger(LightsSide.class);
    private static final Duration DARK_WITHIN = Duration.ofSeconds(5);
    private static final LightCommand WHITE = LightCommand.solid(Colour.WHITE);

    private final Folders folders;
    private final LightSide lights;

    /** One after the other: a trial ends before the next begins, and before its port is looked at. */
    private final ExecutorService beside = beside();

    /** Begun by that thread; ended by it, or by the end of the program. */
    private volatile Optional<Lights> trial = Optional.empty();

    private volatile boolean closed;

    public LightsSide(Folders folders, LightSide lights) {
        this.folders = folders;
        this.lights = lights;
    }

    private static ExecutorService beside() {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "ampel-light-trial");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Override
    public boolean identify(String lightId) {
        return lights.desk().identify(lightId);
    }

    @Override
    public Optional<String> model(String kind) {
        return lights.model(kind);
    }

    @Override
    public void tryOut(LightSettings settings) {
        lights.desk().apply(settings);
    }

    @Override
    public void showWhite(boolean isWanted) {
        if (isWanted) {
            lights.desk().preview(WHITE);
        } else {
            lights.desk().endPreview();
        }
    }

    @Override
    public String rules() {
        return lights.udev().rules();
    }

    @Override
    public CompletableFuture<String> installRules() {
        return lights.udev().installBeside().thenApply(outcome -> "ui.lights.rules." + outcome.word());
    }

    @Override
    public CompletableFuture<List<SerialPort>> ports() {
        return on(() -> lights.serialPorts().stream()
                .map(port -> new SerialPort(port.name(), port.description(), port.id(), port.board(), port.hint()))
                .toList());
    }

    @Override
    public CompletableFuture<Optional<LightState>> tryRed(AddedLight light) {
        return on(() -> {
            end();
            Lights desk = Trial.of(folders, light);
            trial = Optional.of(desk);
            if (closed) {
                end();
            }
            return FirstLight.red(desk);
        });
    }

    @Override
    public void endTrial() {
        try {
            beside.execute(this::end);
        } catch (RejectedExecutionException e) {
            LOG.debug("The trials have ended already", e);
        }
    }

    /** Waits until the light that is being tried is dark, or cannot be made so; no other trial begins. */
    public void close() {
        closed = true;
        beside.shutdown();
        end();
    }

    private void end() {
        trial.ifPresent(desk -> desk.close(DARK_WITHIN));
        trial = Optional.empty();
    }

    private <T> CompletableFuture<T> on(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, beside);
    }
}
