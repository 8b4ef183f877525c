package app.ampel.adapter.os.programs;

import app.ampel.adapter.os.OperatingSystem;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Opens a page in the user's browser, where there is one. Loads no toolkit. Any thread. */
public final class Browser {

    private static final String OPENER = "xdg-open";
    private static final Set<String> OPENED = Set.of("https", "http", "mailto");

    private final OperatingSystem system;
    private final Map<String, String> env;
    private final Programs programs;

    Browser(OperatingSystem system, Map<String, String> env, Programs programs) {
        this.system = system;
        this.env = Map.copyOf(env);
        this.programs = programs;
    }

    public static Browser ofThisComputer() {
        return new Browser(OperatingSystem.current(), System.getenv(), Programs.real());
    }

    /** Whether somebody sits before a screen of this computer. */
    public boolean hasDisplay() {
        return switch (system) {
            case LINUX -> isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
            // A browser that opens on the remote computer's own screen helps nobody.
            case MACOS, WINDOWS -> !isSet("SSH_CONNECTION");
        };
    }

    /** Whether it is worth trying: there is a display, and on Linux the program that opens pages. */
    public boolean canOpen() {
        return hasDisplay() && (system != OperatingSystem.LINUX || isOnPath(OPENER));
    }

    private boolean isOnPath(String program) {
        return Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> !folder.isBlank() && new File(folder, program).canExecute());
    }

    /**
     * Opens {@code page}, or the mail program with a letter begun; does not wait for it.
     *
     * @return false when there is no display, nothing to open it with, or it is neither a web address nor {@code mailto:}
     */
    public boolean open(URI page) {
        return OPENED.contains(String.valueOf(page.getScheme()))
                && hasDisplay()
                && programs.start(command(page.toASCIIString()), "", false);
    }

    /** Shows {@code folder} in the desktop's file manager; false where there is neither. */
    public boolean openFolder(Path folder) {
        List<String> command = system == OperatingSystem.WINDOWS
                ? List.of("explorer.exe", folder.toString())
                : command(folder.toString());
        return Files.isDirectory(folder) && hasDisplay() && programs.start(command, "", false);
    }

    private List<String> command(String page) {
        return switch (system) {
            case LINUX -> List.of(OPENER, page);
            case MACOS -> List.of("open", page);
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", page);
        };
    }

    private boolean isSet(String name) {
        return !env.getOrDefault(name, "").isBlank();
    }
}
