package app.ampel.side;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.adapter.os.log.LogTail;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.face.window.diagnostics.DiagnosticsHost;
import app.ampel.service.doctor.Examination;
import app.ampel.service.doctor.Message;
import app.ampel.side.light.UdevSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** The running program as its diagnostics page sees it. */
public record DiagnosticsSide(Folders folders, Examination examination, UdevSide udev) implements DiagnosticsHost {

    @Override
    public int questions() {
        return examination.size();
    }

    @Override
    public Examination.Run examine(IntConsumer answered) {
        return examination.begin(answered);
    }

    @Override
    public CompletableFuture<Message> installRules() {
        return udev.installBeside()
                .thenApply(outcome -> Message.of("cli.udev." + outcome.word(), UdevInstaller.BY_HAND));
    }

    @Override
    public CompletableFuture<Optional<LogEnd>> log(long stamp) {
        return beside(() -> {
            LogTail tail = new LogTail(folders, DoctorSide.LOG_LINES);
            long now = tail.stamp();
            return now == stamp ? Optional.empty() : Optional.of(new LogEnd(now, lines(tail)));
        });
    }

    private static List<String> lines(LogTail tail) {
        try {
            return tail.lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<Boolean> openHome() {
        return beside(() -> Browser.ofThisComputer().openFolder(folders.home()));
    }

    @Override
    public CompletableFuture<Boolean> openLog() {
        return beside(() -> Browser.ofThisComputer().openFolder(folders.log()));
    }

    /** What may take long, or a password, on a thread that ends with it. */
    private static <T> CompletableFuture<T> beside(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, work -> {
            Thread thread = new Thread(work, "ampel-diagnostics");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
