package app.ampel.settings;

import app.ampel.light.AddedLight;
import app.ampel.light.LightSettings;
import app.ampel.policy.Scheme;
import app.ampel.presence.PollingLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * All settings.
 *
 * @param serialLights the serial lights that the user added, each id once
 * @param onScreenLight whether a light is shown on the screen
 * @param lights what the user wants of single lights
 * @param manualDuration how long a status set by hand lasts when nothing is said; 1 min to 24 h
 */
public record Settings(
        AccountSettings account,
        PollingLimits polling,
        List<AddedLight> serialLights,
        boolean onScreenLight,
        LightSettings lights,
        Scheme scheme,
        Duration manualDuration) {

    /** The version of the file that this program writes. */
    public static final int VERSION = 1;

    public static final Duration SHORTEST_MANUAL = Duration.ofMinutes(1);
    public static final Duration LONGEST_MANUAL = Duration.ofHours(24);
    public static final Duration LONGEST_POLL = Duration.ofMinutes(10);

    public static final Settings DEFAULT = new Settings(
            AccountSettings.NONE,
            PollingLimits.DEFAULT,
            List.of(),
            false,
            LightSettings.NONE,
            Scheme.CLASSIC,
            Duration.ofMinutes(60));

    public Settings {
        Objects.requireNonNull(account);
        Objects.requireNonNull(polling);
        serialLights = List.copyOf(serialLights);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(scheme);
        if (manualDuration.compareTo(SHORTEST_MANUAL) < 0 || manualDuration.compareTo(LONGEST_MANUAL) > 0) {
            throw new IllegalArgumentException("a manual status lasts 1 min to 24 h");
        }
    }

    public Settings withAccount(AccountSettings other) {
        return new Settings(other, polling, serialLights, onScreenLight, lights, scheme, manualDuration);
    }

    public Settings withPolling(PollingLimits other) {
        return new Settings(account, other, serialLights, onScreenLight, lights, scheme, manualDuration);
    }

    public Settings withSerialLights(List<AddedLight> other) {
        return new Settings(account, polling, other, onScreenLight, lights, scheme, manualDuration);
    }

    public Settings withOnScreenLight(boolean other) {
        return new Settings(account, polling, serialLights, other, lights, scheme, manualDuration);
    }

    public Settings withLights(LightSettings other) {
        return new Settings(account, polling, serialLights, onScreenLight, other, scheme, manualDuration);
    }

    public Settings withScheme(Scheme other) {
        return new Settings(account, polling, serialLights, onScreenLight, lights, other, manualDuration);
    }

    public Settings withManualDuration(Duration other) {
        return new Settings(account, polling, serialLights, onScreenLight, lights, scheme, other);
    }
}
