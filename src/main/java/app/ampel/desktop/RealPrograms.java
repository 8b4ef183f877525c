package app.ampel.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

final class RealPrograms {

    private static final int LONGEST = 4096;

    private RealPrograms() {}

    static boolean start(List<String> command, String input, boolean wait) {
        try {
            // Whoever goes into the background keeps our streams open: give it none.
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(Charset.defaultCharset()));
            }
            return !wait || ended(process);
        } catch (IOException e) {
            return false;
        }
    }

    /** What it prints, at most 4 KiB of it; empty when it is not there, fails, or takes longer than two seconds. */
    static Optional<String> output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            // Its output fits into the pipe, so it can end before it is read.
            boolean well = ended(process);
            try (InputStream out = process.getInputStream()) {
                return well
                        ? Optional.of(new String(out.readNBytes(LONGEST), Charset.defaultCharset()))
                        : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        return false;
    }
}
