package app.ampel.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a small file, whatever lies there under its name. */
final class BoundedFile {

    static final int LARGEST = 1 << 20;

    private BoundedFile() {}

    /** Empty when it is larger than 1 MiB. A device or a pipe under that name is an error, not a wait for ever. */
    static Optional<byte[]> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            return content.length > LARGEST ? Optional.empty() : Optional.of(content);
        }
    }
}
