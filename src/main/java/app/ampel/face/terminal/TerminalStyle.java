package app.ampel.face.terminal;

import java.util.Map;

/** What the terminal can show. */
public enum TerminalStyle {
    TRUE_COLOUR,
    /** The 256 colours of xterm. */
    PALETTE,
    /** No colours wanted or possible. */
    WORDS;

    /** By the environment variables that terminals and people set; {@code terminal}: the output is one, not a file. */
    public static TerminalStyle of(Map<String, String> environment, boolean terminal) {
        String term = environment.getOrDefault("TERM", "");
        boolean windowsTerminal = environment.containsKey("WT_SESSION");
        if (!terminal || !environment.getOrDefault("NO_COLOR", "").isEmpty() || term.equals("dumb")) {
            return WORDS;
        }
        String depth = environment.getOrDefault("COLORTERM", "");
        if (depth.equals("truecolor")
                || depth.equals("24bit")
                || windowsTerminal
                || term.matches(".*(-direct|-truecolor|kitty|alacritty|wezterm|ghostty).*|foot.*")) {
            return TRUE_COLOUR;
        }
        return term.contains("256color") || term.matches("(xterm|screen|tmux|rxvt).*") ? PALETTE : WORDS;
    }
}
