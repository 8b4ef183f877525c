package app.ampel.service.history;

import java.io.IOException;
import java.nio.file.Path;

/** Writes what the user takes along. */
public interface HistoryExport {

    /** Replaces {@code file}, readable by its owner only. May block on a drive that hangs. */
    void write(Path file, byte[] content) throws IOException;
}
