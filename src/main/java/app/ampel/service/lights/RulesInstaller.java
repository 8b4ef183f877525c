package app.ampel.service.lights;

import app.ampel.domain.light.UdevOutcome;
import java.nio.file.Path;

/** Puts a file of udev rules in place and has udev read it, for which the system asks for a password. Any thread. */
@FunctionalInterface
public interface RulesInstaller {

    /** Blocks until the administrator's password was given or refused. */
    UdevOutcome install(Path file, String rules);
}
