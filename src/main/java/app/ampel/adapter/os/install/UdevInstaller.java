package app.ampel.adapter.os.install;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.domain.light.UdevOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a file of udev rules in place and has udev read it, as the administrator, whose password polkit asks for. */
public final class UdevInstaller {

    /** The rules come in by the pipe, so that there is no file that somebody else could put in its place. */
    private static final String SCRIPT = """
            set -e
            umask 022
            mkdir -p "${1%/*}"
            cat > "$1.new"
            mv "$1.new" "$1"
            udevadm control --reload
            udevadm trigger --action=change --subsystem-match=hidraw --subsystem-match=tty
            """;

    /** What pkexec ends with when it was dismissed, and when nobody may or nobody could be asked. */
    private static final List<Integer> NOT_AUTHORISED = List.of(126, 127);

    private final Optional<List<String>> asAdministrator;

    UdevInstaller(Optional<List<String>> asAdministrator) {
        this.asAdministrator = asAdministrator;
    }

    public static UdevInstaller ofThisComputer() {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        return new UdevInstaller(linux ? Optional.of(List.of("pkexec")) : Optional.empty());
    }

    /** Blocks until the password was given or refused. */
    public UdevOutcome install(Path file, String rules) {
        if (asAdministrator.isEmpty()) {
            return UdevOutcome.NOT_NEEDED;
        }
        List<String> command = new ArrayList<>(asAdministrator.get());
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, "sh", file.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return UdevOutcome.NO_PKEXEC;
        }
        return outcome(process, rules);
    }

    private static UdevOutcome outcome(Process process, String rules) {
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(rules.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has ended before it had read them, and its exit code says why.
            }
            int code = process.waitFor();
            if (code == 0) {
                return UdevOutcome.DONE;
            }
            return NOT_AUTHORISED.contains(code) ? UdevOutcome.REFUSED : UdevOutcome.FAILED;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return UdevOutcome.FAILED;
        }
    }
}
