package app.ampel.side;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.session.AwakeTime;
import app.ampel.adapter.os.session.Uptime;
import app.ampel.domain.account.Registration;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.settings.ManualFile;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What a running Ampel finds around it: the real thing, or the demo's.
 *
 * @param console where it says what happens
 * @param lock of the home, held; closed at the end
 * @param clock what the core lives by
 * @param speed seconds of {@code clock} in a real second
 * @param registration what to sign in with; empty: nothing yet
 * @param microsoft closed at the end
 * @param display whether there may be a window
 */
public record World(
        Console console,
        Folders folders,
        InstanceLock lock,
        SettingsStore settings,
        Clock clock,
        double speed,
        Supplier<Optional<Registration>> registration,
        Microsoft microsoft,
        boolean display) {

    /** What tray, window and notifications say: in the language of the settings, which may change at any time. */
    public Messages words() {
        return Messages.following(() -> {
            Locale system = console.words().locale();
            return settings.settings()
                    .looks()
                    .language()
                    .map(it -> it.in(system))
                    .orElse(system);
        });
    }

    /** Time for the core. Nobody puts the demo's clock right, and its computer does not sleep. */
    public ClockTimeline timeline(ScheduledExecutorService thread) {
        AwakeTime awake = AwakeTime.ofThisComputer();
        return isReal()
                ? new ClockTimeline(
                        clock, speed, thread, Uptime.ofThisComputer(), () -> Duration.ofNanos(awake.getAsLong()))
                : ClockTimeline.steady(clock, speed, thread);
    }

    /** Where the status set by hand is kept. */
    public ManualFile manuals(Executor files) {
        Uptime uptime = Uptime.ofThisComputer();
        return new ManualFile(
                folders.manual(), clock, uptime, () -> isReal() ? uptime.boot() : Optional.empty(), files);
    }

    /** Whether it is no demo. */
    public boolean isReal() {
        return clock.equals(Clock.systemUTC());
    }
}
