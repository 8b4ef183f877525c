package app.ampel;

import app.ampel.account.Registration;
import app.ampel.cli.Console;
import app.ampel.desktop.Folders;
import app.ampel.desktop.InstanceLock;
import app.ampel.graph.Microsoft;
import app.ampel.settings.SettingsStore;
import java.time.Clock;
import java.util.Optional;
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
 * @param onScreenLight whether a light is shown on the screen, where there is a display
 */
record World(
        Console console,
        Folders folders,
        InstanceLock lock,
        SettingsStore settings,
        Clock clock,
        double speed,
        Supplier<Optional<Registration>> registration,
        Microsoft microsoft,
        boolean display,
        boolean onScreenLight) {}
