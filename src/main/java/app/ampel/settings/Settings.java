package app.ampel.settings;

import app.ampel.light.AddedLight;
import app.ampel.light.LightSettings;
import app.ampel.light.ScreenLight;
import app.ampel.manual.Habits;
import app.ampel.policy.Rules;
import app.ampel.presence.PollingLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * All settings.
 *
 * @param serialLights the serial lights that the user added, each id once
 * @param lights what the user wants of single lights
 * @param rules how presence becomes what lights show
 * @param habits how a status is set by hand, and when one works
 * @param signOutOnQuit whether the sign-in is forgotten when the program ends
 * @param detailedLog whether the log says more than usual
 */
public record Settings(
        AccountSettings account,
        PollingLimits polling,
        List<AddedLight> serialLights,
        ScreenLight screenLight,
        LightSettings lights,
        Rules rules,
        Habits habits,
        Looks looks,
        HistorySettings history,
        boolean signOutOnQuit,
        boolean detailedLog) {

    /** The version of the file that this program writes. */
    public static final int VERSION = 1;

    public static final Duration LONGEST_POLL = Duration.ofMinutes(10);

    public static final Settings DEFAULT = new Settings(
            AccountSettings.NONE,
            PollingLimits.DEFAULT,
            List.of(),
            ScreenLight.USUAL,
            LightSettings.NONE,
            Rules.USUAL,
            Habits.USUAL,
            Looks.USUAL,
            HistorySettings.OFF,
            false,
            false);

    public Settings {
        Objects.requireNonNull(account);
        Objects.requireNonNull(polling);
        serialLights = List.copyOf(serialLights);
        Objects.requireNonNull(screenLight);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(rules);
        Objects.requireNonNull(habits);
        Objects.requireNonNull(looks);
        Objects.requireNonNull(history);
    }

    public Settings withAccount(AccountSettings other) {
        return new Settings(
                other,
                polling,
                serialLights,
                screenLight,
                lights,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withPolling(PollingLimits other) {
        return new Settings(
                account,
                other,
                serialLights,
                screenLight,
                lights,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withSerialLights(List<AddedLight> other) {
        return new Settings(
                account,
                polling,
                other,
                screenLight,
                lights,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withScreenLight(ScreenLight other) {
        return new Settings(
                account,
                polling,
                serialLights,
                other,
                lights,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withLights(LightSettings other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                other,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withRules(Rules other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                lights,
                other,
                habits,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withHabits(Habits other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                lights,
                rules,
                other,
                looks,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withLooks(Looks other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                lights,
                rules,
                habits,
                other,
                history,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withHistory(HistorySettings other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                lights,
                rules,
                habits,
                looks,
                other,
                signOutOnQuit,
                detailedLog);
    }

    public Settings withSignOutOnQuit(boolean other) {
        return new Settings(
                account, polling, serialLights, screenLight, lights, rules, habits, looks, history, other, detailedLog);
    }

    public Settings withDetailedLog(boolean other) {
        return new Settings(
                account,
                polling,
                serialLights,
                screenLight,
                lights,
                rules,
                habits,
                looks,
                history,
                signOutOnQuit,
                other);
    }
}
