package app.ampel.face.window.settings;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Key;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.Lens;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that can be set on the page.
 *
 * @param id of its control
 * @param key the setting, of which it may be a part
 * @param lens to its value
 * @param choices all of its values, where they are few
 * @param word each one's word
 */
record Setting<T>(String id, Key<Settings, ?> key, Lens<Settings, T> lens, List<T> choices, Function<T, String> word) {

    private static final List<Setting<?>> LINES = new ArrayList<>();

    static final Setting<Optional<Looks.Language>> LANGUAGE = line("language", Keys.LANGUAGE);
    static final Setting<Looks.Theme> THEME = line("theme", Keys.THEME);
    static final Setting<Looks.Icons> ICONS = line("icons", Keys.ICONS);
    static final Setting<Looks.Motion> MOTION = line("motion", Keys.MOTION);

    static final Setting<Duration> USUAL = line("usual", Keys.DURATION);
    static final Setting<List<Duration>> OFFERED = line("offered", Keys.OFFERED);
    static final Setting<Boolean> LEAVE_ON_QUIT = line("on-quit", Keys.ON_QUIT);
    static final Setting<Duration> LEASE = line("lease", Keys.LEASE);
    static final Setting<Set<DayOfWeek>> DAYS = part("days", Keys.WORKING_DAY, WorkingDay::days, WorkingDay::withDays);
    static final Setting<LocalTime> START = part("start", Keys.WORKING_DAY, WorkingDay::start, WorkingDay::withStart);
    static final Setting<LocalTime> END = part("end", Keys.WORKING_DAY, WorkingDay::end, WorkingDay::withEnd);

    static final Setting<IdleBehaviour> WHEN_LOCKED = line("when-locked", Keys.WHEN_LOCKED);
    static final Setting<IdleBehaviour> OUT_OF_HOURS = line("out-of-hours", Keys.OUT_OF_HOURS);

    static final Setting<Optional<Boolean>> COLLEAGUES = line("colleagues", Keys.COLLEAGUES);
    static final Setting<Optional<Boolean>> WALL = line("wall", Keys.WALL);
    static final Setting<Optional<Boolean>> TELL_ME_WHEN = line("tell-me-when", Keys.TELL_ME_WHEN);

    static final Setting<Duration> POLL_USUAL = line("poll-usual", Keys.POLL_USUAL);
    static final Setting<Duration> POLL_FASTEST = line("poll-fastest", Keys.POLL_FASTEST);
    static final Setting<Duration> POLL_SLOWEST = line("poll-slowest", Keys.POLL_SLOWEST);

    static final Setting<SignInWay> SIGN_IN_WAY = part(
            "sign-in-way",
            Keys.SIGN_IN,
            way -> way.orElse(AccountSettings.NONE.way()),
            (before, way) -> Optional.of(way));
    static final Setting<Boolean> SIGN_OUT_ON_QUIT = line("sign-out-on-quit", Keys.SIGN_OUT_ON_QUIT);

    private static <T> Setting<T> line(String id, Key<Settings, T> key) {
        return line(new Setting<>(
                id,
                key,
                key.lens(),
                key.codec().choices(),
                value -> key.word(value).orElse("system")));
    }

    private static <T, V> Setting<V> part(
            String id, Key<Settings, T> key, Function<T, V> of, BiFunction<T, V, T> with) {
        return line(new Setting<>(id, key, key.lens().then(of, with), List.of(), String::valueOf));
    }

    private static <T> Setting<T> line(Setting<T> setting) {
        LINES.add(setting);
        return setting;
    }

    /** How long that status lasts; empty: as usual. */
    static Setting<Optional<Duration>> lasting(Choice choice) {
        Lens<Settings, Optional<Duration>> lens = Keys.DURATIONS
                .lens()
                .then(times -> Optional.ofNullable(times.get(choice)), (times, time) -> with(times, choice, time));
        return new Setting<>("lasting-" + choice.word(), Keys.DURATIONS, lens, List.of(), String::valueOf);
    }

    private static Map<Choice, Duration> with(Map<Choice, Duration> times, Choice choice, Optional<Duration> time) {
        Map<Choice, Duration> other = new HashMap<>(times);
        time.ifPresentOrElse(it -> other.put(choice, it), () -> other.remove(choice));
        return other;
    }

    /** All of the page. */
    static Stream<Setting<?>> all() {
        return Stream.concat(LINES.stream(), Stream.of(Choice.values()).map(Setting::lasting));
    }

    /** Its value in all settings. */
    Function<Settings, T> of() {
        return lens.get();
    }

    /** The settings with another value. */
    BiFunction<Settings, T, Settings> with() {
        return lens.set();
    }
}
