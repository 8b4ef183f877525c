package app.ampel.adapter.os.programs;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * In which letters the operating system's small programs print. Java's own default is another thing: UTF-8 everywhere from
 * 18 on, and on Windows never what programs print in.
 */
public final class ProgramText {

    private static final int UTF_8 = 65001;

    private ProgramText() {}

    static Charset charset() {
        return OperatingSystem.current() == OperatingSystem.WINDOWS ? windows(WindowsSystem.kernel()) : unix();
    }

    /** The console's code page where there is a console, else the one that was DOS's. */
    public static Charset windows(Optional<WindowsSystem.Kernel32> kernel) {
        int page = kernel.map(WindowsSystem.Kernel32::GetConsoleOutputCP)
                .filter(it -> it != 0)
                .or(() -> kernel.map(WindowsSystem.Kernel32::GetOEMCP))
                .orElse(0);
        try {
            return page == UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("cp" + page);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** As the locale says; where that is plain ASCII, as in a minimal environment, UTF-8 is more than ASCII and never wrong. */
    private static Charset unix() {
        try {
            Charset locale = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
            return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
