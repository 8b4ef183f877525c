package app.ampel.face.window;

import app.ampel.face.window.settings.SettingsHost;
import app.ampel.service.settings.SettingsNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A program whose settings page is told what the test says. */
public final class FakeSettingsHost implements SettingsHost {

    public volatile Startup startup = new Startup(false, true);
    public volatile Optional<Throwable> fails = Optional.empty();
    public volatile Optional<Duration> shortest = Optional.empty();
    public volatile List<SettingsNote> notes = List.of();
    public volatile Optional<Reset> last = Optional.empty();
    public volatile boolean opens = true;

    private <T> CompletableFuture<T> answer(T value) {
        return fails.<CompletableFuture<T>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(value));
    }

    @Override
    public CompletableFuture<Startup> startup() {
        return CompletableFuture.completedFuture(startup);
    }

    @Override
    public CompletableFuture<Startup> startWithSession(boolean on) {
        startup = fails.isEmpty() ? new Startup(on, startup.possible()) : startup;
        return answer(startup);
    }

    @Override
    public Optional<Duration> shortestPoll() {
        return shortest;
    }

    @Override
    public List<SettingsNote> notes() {
        return notes;
    }

    @Override
    public void understood() {
        notes = List.of();
    }

    @Override
    public Path file() {
        return Path.of("ampel", "settings.json");
    }

    @Override
    public CompletableFuture<Boolean> openFolder() {
        return answer(opens);
    }

    @Override
    public CompletableFuture<Void> reset() {
        last = fails.isEmpty() ? Optional.of(new Reset(Optional.of(Path.of("settings.json.before-1")))) : last;
        return answer(null);
    }

    @Override
    public Optional<Reset> lastReset() {
        return last;
    }

    @Override
    public CompletableFuture<Void> undoReset() {
        last = fails.isEmpty() ? Optional.empty() : last;
        return answer(null);
    }
}
