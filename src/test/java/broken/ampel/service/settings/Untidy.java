package broken.ampel.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows where settings are kept. */
public final class Untidy {

    private Untidy() {}

    public static String all(Path file) throws IOException {
        return Files.readString(file);
    }
}
