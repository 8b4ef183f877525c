package app.ampel.adapter.os.programs;

import app.ampel.adapter.os.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Copies a text with the operating system's own small programs. A program without a window cannot keep an X11
 * clipboard after its end; those programs stay behind and can. Any thread.
 */
public final class Clipboard {

    private final OperatingSystem system;
    private final Map<String, String> env;
    private final Programs programs;

    Clipboard(OperatingSystem system, Map<String, String> env, Programs programs) {
        this.system = system;
        this.env = Map.copyOf(env);
        this.programs = programs;
    }

    public static Clipboard ofThisComputer() {
        return new Clipboard(OperatingSystem.current(), System.getenv(), Programs.real());
    }

    /** Copies {@code text}; false when there is no display or no program that can. Takes two seconds at most each. */
    public boolean copy(String text) {
        return commands().stream().anyMatch(command -> programs.start(command, text, true));
    }

    private List<List<String>> commands() {
        return switch (system) {
            case LINUX -> linux();
            case MACOS -> List.of(List.of("pbcopy"));
            case WINDOWS -> List.of(List.of("clip"));
        };
    }

    private List<List<String>> linux() {
        List<List<String>> commands = new ArrayList<>();
        if (!env.getOrDefault("WAYLAND_DISPLAY", "").isBlank()) {
            commands.add(List.of("wl-copy"));
        }
        if (!env.getOrDefault("DISPLAY", "").isBlank()) {
            commands.add(List.of("xclip", "-selection", "clipboard"));
            commands.add(List.of("xsel", "--clipboard", "--input"));
        }
        return commands;
    }
}
