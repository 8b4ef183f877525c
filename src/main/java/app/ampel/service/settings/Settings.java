package app.ampel.service.settings;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.ScreenLight;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.status.StatusDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

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
        StatusDefaults habits,
        Looks looks,
        HistorySettings history,
        PeopleSettings people,
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
            StatusDefaults.USUAL,
            Looks.USUAL,
            HistorySettings.OFF,
            PeopleSettings.USUAL,
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
        Objects.requireNonNull(people);
    }

    public Settings withAccount(AccountSettings other) {
        return with(copy -> copy.account = other);
    }

    public Settings withPolling(PollingLimits other) {
        return with(copy -> copy.polling = other);
    }

    public Settings withSerialLights(List<AddedLight> other) {
        return with(copy -> copy.serialLights = other);
    }

    public Settings withScreenLight(ScreenLight other) {
        return with(copy -> copy.screenLight = other);
    }

    public Settings withLights(LightSettings other) {
        return with(copy -> copy.lights = other);
    }

    public Settings withRules(Rules other) {
        return with(copy -> copy.rules = other);
    }

    public Settings withHabits(StatusDefaults other) {
        return with(copy -> copy.habits = other);
    }

    public Settings withLooks(Looks other) {
        return with(copy -> copy.looks = other);
    }

    public Settings withHistory(HistorySettings other) {
        return with(copy -> copy.history = other);
    }

    public Settings withPeople(PeopleSettings other) {
        return with(copy -> copy.people = other);
    }

    public Settings withSignOutOnQuit(boolean other) {
        return with(copy -> copy.signOutOnQuit = other);
    }

    public Settings withDetailedLog(boolean other) {
        return with(copy -> copy.detailedLog = other);
    }

    private Settings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    /** What becomes other settings, one part at a time. */
    private static final class Copy {

        private AccountSettings account;
        private PollingLimits polling;
        private List<AddedLight> serialLights;
        private ScreenLight screenLight;
        private LightSettings lights;
        private Rules rules;
        private StatusDefaults habits;
        private Looks looks;
        private HistorySettings history;
        private PeopleSettings people;
        private boolean signOutOnQuit;
        private boolean detailedLog;

        Copy(Settings of) {
            account = of.account;
            polling = of.polling;
            serialLights = of.serialLights;
            screenLight = of.screenLight;
            lights = of.lights;
            rules = of.rules;
            habits = of.habits;
            looks = of.looks;
            history = of.history;
            people = of.people;
            signOutOnQuit = of.signOutOnQuit;
            detailedLog = of.detailedLog;
        }

        Settings settings() {
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
                    people,
                    signOutOnQuit,
                    detailedLog);
        }
    }
}
