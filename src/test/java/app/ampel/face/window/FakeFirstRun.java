package app.ampel.face.window;

import app.ampel.face.window.signin.FirstRunHost;
import app.ampel.service.settings.AccountSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program at whatever point of its first run. */
public final class FakeFirstRun implements FirstRunHost {

    public static final AccountSettings KNOWN = new AccountSettings(
            Optional.of("11111111-2222-3333-4444-555555555555"),
            Optional.of("example.org"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public final List<Optional<Boolean>> finished = new CopyOnWriteArrayList<>();
    public final List<CompletableFuture<Boolean>> demos = new CopyOnWriteArrayList<>();
    public volatile boolean first;
    public volatile boolean demo;
    public volatile boolean skipped;
    public volatile boolean canStart = true;
    public volatile boolean keepsStart = true;

    @Override
    public boolean isFirst() {
        return first;
    }

    @Override
    public boolean isDemo() {
        return demo;
    }

    @Override
    public boolean isSkipped() {
        return skipped;
    }

    @Override
    public void skip() {
        skipped = true;
    }

    @Override
    public CompletableFuture<Boolean> startDemo() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        demos.add(started);
        return started;
    }

    @Override
    public boolean canStartWithSession() {
        return canStart;
    }

    @Override
    public CompletableFuture<Boolean> finish(Optional<Boolean> startWithSession) {
        finished.add(startWithSession);
        return CompletableFuture.completedFuture(keepsStart);
    }
}
