package broken.ampel.domain.presence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Logger;
import org.assertj.core.util.Strings;

/** Reads a file, asks the clock, uses a library that has no home, logs past slf4j, prints and sleeps. */
public final class Impure {

    private Impure() {}

    public static String read() throws InterruptedException {
        try {
            Thread.sleep(1);
            System.out.println(Instant.now());
            return Strings.concat(Files.readString(Path.of("presence")));
        } catch (IOException e) {
            e.printStackTrace();
            Logger.getLogger("presence").warning("unreadable");
            return "";
        }
    }
}
