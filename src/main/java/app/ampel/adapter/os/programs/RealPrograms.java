package app.ampel.adapter.os.programs;

import app.ampel.adapter.os.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

public final class RealPrograms {

    private static final int LONGEST = 4096;

    private RealPrograms() {}

    static boolean start(List<String> command, String input, boolean wait) {
        try {
            // Whoever goes into the background keeps our streams open: give it none.
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
            if (OperatingSystem.current() == OperatingSystem.MACOS) {
                // Without a locale, as whatever the Finder starts, pbcopy takes its input for Mac OS Roman.
                builder.environment().putIfAbsent("LC_CTYPE", "UTF-8");
            }
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input(OperatingSystem.current(), input));
            }
            return !wait || ended(process);
        } catch (IOException e) {
            return false;
        }
    }

    /** Windows' {@code clip} knows Unicode by its mark; the programs elsewhere that keep a clipboard take UTF-8. */
    public static byte[] input(OperatingSystem system, String text) {
        return switch (system) {
            case LINUX, MACOS -> text.getBytes(StandardCharsets.UTF_8);
            case WINDOWS -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        };
    }

    /** What it prints, at most 4 KiB of it; empty when it is not there, fails, or takes longer than two seconds. */
    public static Optional<String> output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            // Its output fits into the pipe, so it can end before it is read.
            boolean well = ended(process);
            try (InputStream out = process.getInputStream()) {
                return well
                        ? Optional.of(new String(out.readNBytes(LONGEST), ProgramText.charset()))
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
