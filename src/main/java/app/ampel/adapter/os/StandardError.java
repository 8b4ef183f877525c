package app.ampel.adapter.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process's standard error leads. Any thread. */
public final class StandardError {

    private static final int DESCRIPTOR = 2;

    private StandardError() {}

    /**
     * Whether it is a terminal, where the system says so (Linux); else whether the other two streams are one. Loads nothing.
     */
    public static boolean isTerminal() {
        try {
            String where = Files.readSymbolicLink(Path.of("/proc/self/fd/" + DESCRIPTOR))
                    .toString();
            return where.startsWith("/dev/pts/") || where.startsWith("/dev/tty") || where.equals("/dev/console");
        } catch (IOException | RuntimeException e) {
            return System.console() != null;
        }
    }
}
