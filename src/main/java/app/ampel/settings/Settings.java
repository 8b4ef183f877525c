package app.ampel.settings;

import app.ampel.light.AddedLight;
import app.ampel.light.LightSettings;
import app.ampel.manual.Habits;
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
 * @param habits how a status is set by hand
 */
public record Settings(
        AccountSettings account,
        PollingLimits polling,
        List<AddedLight> serialLights,
        boolean onScreenLight,
        LightSettings lights,
        Scheme scheme,
        Habits habits) {

    /** The version of the file that this program writes. */
    public static final int VERSION = 1;

    public static final Duration LONGEST_POLL = Duration.ofMinutes(10);

    public static final Settings DEFAULT = new Settings(
            AccountSettings.NONE,
            PollingLimits.DEFAULT,
            List.of(),
            false,
            LightSettings.NONE,
            Scheme.CLASSIC,
            Habits.USUAL);

    public Settings {
        Objects.requireNonNull(account);
        Objects.requireNonNull(polling);
        serialLights = List.copyOf(serialLights);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(habits);
    }

    public Settings withAccount(AccountSettings other) {
        return new Settings(other, polling, serialLights, onScreenLight, lights, scheme, habits);
    }

    public Settings withPolling(PollingLimits other) {
        return new Settings(account, other, serialLights, onScreenLight, lights, scheme, habits);
    }

    public Settings withSerialLights(List<AddedLight> other) {
        return new Settings(account, polling, other, onScreenLight, lights, scheme, habits);
    }

    public Settings withOnScreenLight(boolean other) {
        return new Settings(account, polling, serialLights, other, lights, scheme, habits);
    }

    public Settings withLights(LightSettings other) {
        return new Settings(account, polling, serialLights, onScreenLight, other, scheme, habits);
    }

    public Settings withScheme(Scheme other) {
        return new Settings(account, polling, serialLights, onScreenLight, lights, other, habits);
    }

    public Settings withHabits(Habits other) {
        return new Settings(account, polling, serialLights, onScreenLight, lights, scheme, other);
    }
}
