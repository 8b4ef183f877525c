package app.ampel.face.window.diagnostics;

import app.ampel.service.doctor.Examination;
import app.ampel.service.doctor.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * What the diagnostics page needs of the running program. Called on the toolkit's thread; everything that takes time goes on
 * beside it, and what comes of it comes on another thread.
 */
public interface DiagnosticsHost {

    /** How many questions an examination has. */
    int questions();

    /** Begins one. Microsoft's hosts are asked, so only when somebody wants it. */
    Examination.Run examine(IntConsumer answered);

    /** Installs the rules for USB lights, for which the system asks for a password; what came of it. */
    CompletableFuture<Message> installRules();

    /**
     * The end of the log.
     *
     * @param stamp of what is known already; then only something newer counts
     */
    CompletableFuture<Optional<LogEnd>> log(long stamp);

    /** Shows Ampel's folder, with the settings in it; false where nothing can show folders. */
    CompletableFuture<Boolean> openHome();

    /** Shows the folder of the log. */
    CompletableFuture<Boolean> openLog();

    /**
     * The end of the log.
     *
     * @param stamp changes with every new line
     * @param lines the newest last
     */
    record LogEnd(long stamp, List<String> lines) {
        public LogEnd {
            lines = List.copyOf(lines);
        }
    }
}
