package app.ampel.service.settings;

import app.ampel.domain.policy.Scheme;
import java.io.IOException;
import java.nio.file.Path;

/** Colour schemes in files of their own, to be given to others. Any thread; blocks, wherever the file lies. */
public interface SchemeFiles {

    /** Never fails: what is wrong with the file is said in the answer. */
    LoadedScheme read(Path file);

    /**
     * Replaces {@code file}.
     *
     * @throws IOException when it cannot be written
     */
    void write(Path file, Scheme scheme) throws IOException;
}
