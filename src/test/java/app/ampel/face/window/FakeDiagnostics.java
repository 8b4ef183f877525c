package app.ampel.face.window;

import app.ampel.face.window.diagnostics.DiagnosticsHost;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Examination;
import app.ampel.service.doctor.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** A program whose examinations end when the test says so. */
public final class FakeDiagnostics implements DiagnosticsHost {

    public final List<CompletableFuture<Evidence>> examinations = new CopyOnWriteArrayList<>();
    public final List<String> opened = new CopyOnWriteArrayList<>();
    public final CompletableFuture<Message> installed = new CompletableFuture<>();
    public volatile IntConsumer answered;
    public volatile LogEnd log = new LogEnd(0, List.of());
    public volatile boolean folders = true;

    public CompletableFuture<Evidence> last() {
        return examinations.get(examinations.size() - 1);
    }

    @Override
    public int questions() {
        return 4;
    }

    @Override
    public Examination.Run examine(IntConsumer told) {
        answered = told;
        CompletableFuture<Evidence> result = new CompletableFuture<>();
        examinations.add(result);
        return new Examination.Run(result, () -> result.cancel(false));
    }

    @Override
    public CompletableFuture<Message> installRules() {
        return installed;
    }

    @Override
    public CompletableFuture<Optional<LogEnd>> log(long stamp) {
        return CompletableFuture.completedFuture(log.stamp() == stamp ? Optional.empty() : Optional.of(log));
    }

    @Override
    public CompletableFuture<Boolean> openHome() {
        opened.add("home");
        return CompletableFuture.completedFuture(folders);
    }

    @Override
    public CompletableFuture<Boolean> openLog() {
        opened.add("log");
        return CompletableFuture.completedFuture(folders);
    }
}
