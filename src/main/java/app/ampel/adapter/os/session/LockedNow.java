package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import app.ampel.adapter.os.programs.RealPrograms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether the screen is locked at this moment, on systems whose desktop only tells of changes. Empty where that cannot be
 * known. Any thread; may take some hundredths of a second.
 */
public final class LockedNow implements Supplier<Optional<Boolean>> {

    /** What the window server tells of one user's session, in the registry of devices. */
    private static final Pattern SESSION = Pattern.compile("\\{[^{}]*\\}");

    private final OperatingSystem system;
    private final String user;
    private final Function<List<String>, Optional<String>> ask;

    /** @param ask runs a program and gives back what it prints, empty when it is not there or fails */
    LockedNow(OperatingSystem system, String user, Function<List<String>, Optional<String>> ask) {
        this.system = system;
        this.user = user;
        this.ask = ask;
    }

    public static LockedNow ofThisComputer() {
        return new LockedNow(OperatingSystem.current(), System.getProperty("user.name", ""), RealPrograms::output);
    }

    @Override
    public Optional<Boolean> get() {
        return switch (system) {
            // Linux' desktops are asked by LinuxSession.
            case LINUX -> Optional.empty();
            case MACOS ->
                ask.apply(List.of("ioreg", "-n", "Root", "-d1", "-w0")).flatMap(this::ofMac);
            case WINDOWS -> WindowsSystem.locked();
        };
    }

    private Optional<Boolean> ofMac(String registry) {
        return SESSION.matcher(registry)
                .results()
                .map(MatchResult::group)
                .filter(session -> session.contains("\"kCGSSessionUserNameKey\"=\"" + user + "\""))
                .findFirst()
                .map(session -> session.contains("\"CGSSessionScreenIsLocked\"=Yes"));
    }
}
