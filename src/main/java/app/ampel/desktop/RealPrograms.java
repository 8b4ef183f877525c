package app.ampel.desktop;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;

final class RealPrograms {

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
