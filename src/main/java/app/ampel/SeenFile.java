package app.ampel;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.face.window.frame.SeenFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers in an empty file that something has been said; asked and told by one thread. */
final class SeenFile implements SeenFlag {

    private static final Logger LOG = LoggerFactory.getLogger(SeenFile.class);

    private final Path file;
    private boolean said;

    SeenFile(Path file) {
        this.file = file;
    }

    @Override
    public boolean said() {
        return said || Files.exists(file);
    }

    @Override
    public void say() {
        said = true;
        try {
            OwnerOnly.write(file, new byte[0]);
        } catch (IOException e) {
            LOG.warn("What was said once will be said again", e);
        }
    }
}
