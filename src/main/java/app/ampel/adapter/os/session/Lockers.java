package app.ampel.adapter.os.session;

import app.ampel.adapter.os.CurrentUser;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Programs that tell nobody that they lock the screen, but run only while they do: that they run is the sign. Looks at
 * the names of all processes, some milliseconds. Any thread.
 */
final class Lockers implements BooleanSupplier {

    /** Cut off after 15 characters, as the kernel does. */
    static final Set<String> NAMES = Set.of(
            "swaylock",
            "waylock",
            "gtklock",
            "hyprlock",
            "i3lock",
            "slock",
            "sxlock",
            "xlock",
            "xsecurelock",
            "xtrlock",
            "physlock");

    private static final int LONGEST = 16;

    private final Path proc;
    private final Set<String> names;

    Lockers(Path proc, Set<String> names) {
        this.proc = proc;
        this.names = Set.copyOf(names);
    }

    static Lockers ofThisComputer() {
        return new Lockers(Path.of("/proc"), NAMES);
    }

    /** Whether one of them runs that this user has started. */
    @Override
    public boolean getAsBoolean() {
        String[] all = proc.toFile().list((folder, name) -> Character.isDigit(name.charAt(0)));
        if (all == null) {
            return false;
        }
        byte[] buffer = new byte[LONGEST];
        for (String number : all) {
            File process = new File(proc.toFile(), number);
            if (names.contains(first(new File(process, "comm"), buffer)) && isOurs(process.toPath())) {
                return true;
            }
        }
        return false;
    }

    /** A locker may have become somebody else, as slock does; who has logged in to start it never changes. */
    private boolean isOurs(Path process) {
        if (CurrentUser.owns(process)) {
            return true;
        }
        String ours = first(proc.resolve("self").resolve("loginuid").toFile(), new byte[LONGEST]);
        return !ours.isEmpty()
                && !ours.equals("4294967295")
                && ours.equals(first(process.resolve("loginuid").toFile(), new byte[LONGEST]))
                && Files.exists(process);
    }

    /** Empty when it has ended meanwhile. */
    private static String first(File file, byte[] buffer) {
        try (InputStream in = new FileInputStream(file)) {
            int count = in.read(buffer);
            return count <= 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
