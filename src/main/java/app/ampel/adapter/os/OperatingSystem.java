package app.ampel.adapter.os;

import java.util.Locale;

/** What differs between operating systems, by name. */
public enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS;

    /** From the system property {@code os.name}; whatever is neither Windows nor macOS is treated like Linux. */
    public static OperatingSystem named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }

    public static OperatingSystem current() {
        return named(System.getProperty("os.name", ""));
    }
}
