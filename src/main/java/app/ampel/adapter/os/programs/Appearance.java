package app.ampel.adapter.os.programs;

import app.ampel.adapter.os.OperatingSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether the desktop is dark, and whether it likes to keep still, as far as it tells. The toolkit does not know, so the operating system's own small
 * programs are asked. Any thread; blocks for some hundredths of a second, for some seconds at the very worst.
 */
public final class Appearance {

    /** Where Windows keeps what moves and what does not. */
    private static final String MASK = "UserPreferencesMask";

    private final OperatingSystem system;
    private final Map<String, String> env;
    private final Function<List<String>, Optional<String>> ask;

    /** @param ask runs a program and gives back what it prints, empty when it is not there or fails */
    Appearance(OperatingSystem system, Map<String, String> env, Function<List<String>, Optional<String>> ask) {
        this.system = system;
        this.env = Map.copyOf(env);
        this.ask = ask;
    }

    public static Appearance ofThisComputer() {
        return new Appearance(OperatingSystem.current(), System.getenv(), RealPrograms::output);
    }

    /** False where nobody knows. */
    public boolean isDark() {
        return switch (system) {
            case LINUX -> linux();
            // Says nothing at all while it is light.
            case MACOS -> says("defaults", "read", "-g", "AppleInterfaceStyle").contains("dark");
            case WINDOWS ->
                says(
                                "reg",
                                "query",
                                "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                                "/v",
                                "AppsUseLightTheme")
                        .endsWith("0x0");
        };
    }

    /** Whether the desktop wants as little movement as can be. False where nobody knows. */
    public boolean isMotionReduced() {
        return switch (system) {
            case LINUX ->
                portal("reduced-motion").contains("uint32 1")
                        || gnomeSetting("enable-animations").equals("false");
            case MACOS ->
                says("defaults", "read", "com.apple.universalaccess", "reduceMotion")
                        .equals("1");
            case WINDOWS -> noAnimations(says("reg", "query", "HKCU\\Control Panel\\Desktop", "/v", MASK));
        };
    }

    /** The mask's second bit of the fifth byte is "animate controls and elements inside windows". */
    private static boolean noAnimations(String answer) {
        String hex = answer.substring(answer.lastIndexOf(' ') + 1);
        return hex.matches("[0-9a-f]{10,}") && (Integer.parseInt(hex.substring(8, 10), 16) & 0x02) == 0;
    }

    /** What the user's environment says first, then the desktop's portal, then GNOME's settings, then the theme's name. */
    private boolean linux() {
        return Stream.<Supplier<Optional<Boolean>>>of(
                        () -> theme(env.getOrDefault("GTK_THEME", "")),
                        this::portal,
                        this::gnome,
                        () -> theme(gnomeSetting("gtk-theme")))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(false);
    }

    /** {@code org.freedesktop.appearance color-scheme}: 1 dark, 2 light, 0 no preference. */
    private Optional<Boolean> portal() {
        String answer = portal("color-scheme");
        return answer.contains("uint32 1")
                ? Optional.of(true)
                : answer.contains("uint32 2") ? Optional.of(false) : Optional.empty();
    }

    private String portal(String setting) {
        return says(
                "gdbus",
                "call",
                "--session",
                "--timeout=1",
                "--dest=org.freedesktop.portal.Desktop",
                "--object-path=/org/freedesktop/portal/desktop",
                "--method=org.freedesktop.portal.Settings.Read",
                "org.freedesktop.appearance",
                setting);
    }

    private Optional<Boolean> gnome() {
        String scheme = gnomeSetting("color-scheme");
        return scheme.contains("prefer-dark")
                ? Optional.of(true)
                : scheme.contains("prefer-light") ? Optional.of(false) : Optional.empty();
    }

    /** {@code Adwaita-dark}, {@code Adwaita:dark}. */
    private static Optional<Boolean> theme(String name) {
        String plain = name.replace("'", "").toLowerCase(Locale.ROOT);
        return plain.isBlank() ? Optional.empty() : Optional.of(plain.endsWith("-dark") || plain.endsWith(":dark"));
    }

    private String gnomeSetting(String key) {
        return says("gsettings", "get", "org.gnome.desktop.interface", key);
    }

    private String says(String... command) {
        return ask.apply(List.of(command)).map(String::strip).orElse("").toLowerCase(Locale.ROOT);
    }
}
