package app.ampel.face.window.settings;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that can be set on the page.
 *
 * @param id of its control
 * @param of reads it from all settings
 * @param with the settings with another value
 */
record Setting<T>(String id, Function<Settings, T> of, BiFunction<Settings, T, Settings> with) {

    static final Setting<Optional<Looks.Language>> LANGUAGE = looks("language", Looks::language, Looks::withLanguage);
    static final Setting<Looks.Theme> THEME = looks("theme", Looks::theme, Looks::with);
    static final Setting<Looks.Icons> ICONS = looks("icons", Looks::icons, Looks::with);
    static final Setting<Looks.Motion> MOTION = looks("motion", Looks::motion, Looks::with);

    static final Setting<Duration> USUAL = new Setting<>(
            "usual",
            settings -> settings.habits().usual(),
            (settings, time) -> settings.withHabits(settings.habits().withUsual(time)));
    static final Setting<List<Duration>> OFFERED = new Setting<>(
            "offered",
            settings -> settings.habits().offered(),
            (settings, times) -> settings.withHabits(settings.habits().withOffered(times)));
    static final Setting<Boolean> LEAVE_ON_QUIT = new Setting<>(
            "on-quit",
            settings -> settings.habits().leaveOnQuit(),
            (settings, leave) -> settings.withHabits(settings.habits().withLeaveOnQuit(leave)));
    static final Setting<Duration> LEASE = new Setting<>(
            "lease",
            settings -> settings.habits().lease(),
            (settings, time) -> settings.withHabits(settings.habits().withLease(time)));
    static final Setting<Set<DayOfWeek>> DAYS = workingDay("days", WorkingDay::days, WorkingDay::withDays);
    static final Setting<LocalTime> START = workingDay("start", WorkingDay::start, WorkingDay::withStart);
    static final Setting<LocalTime> END = workingDay("end", WorkingDay::end, WorkingDay::withEnd);

    static final Setting<IdleBehaviour> WHEN_LOCKED = new Setting<>(
            "when-locked",
            settings -> settings.rules().whenLocked(),
            (settings, rest) -> settings.withRules(settings.rules().withWhenLocked(rest)));
    static final Setting<IdleBehaviour> OUT_OF_HOURS = new Setting<>(
            "out-of-hours",
            settings -> settings.rules().outOfHours(),
            (settings, rest) -> settings.withRules(settings.rules().withOutOfHours(rest)));

    static final Setting<Duration> POLL_USUAL = new Setting<>(
            "poll-usual",
            settings -> settings.polling().usual(),
            (settings, time) -> settings.withPolling(settings.polling().withUsual(time)));
    static final Setting<Duration> POLL_FASTEST = new Setting<>(
            "poll-fastest",
            settings -> settings.polling().fastest(),
            (settings, time) -> settings.withPolling(settings.polling().withFastest(time)));
    static final Setting<Duration> POLL_SLOWEST = new Setting<>(
            "poll-slowest",
            settings -> settings.polling().slowest(),
            (settings, time) -> settings.withPolling(settings.polling().withSlowest(time)));

    static final Setting<SignInWay> SIGN_IN_WAY = new Setting<>(
            "sign-in-way",
            settings -> settings.account().way(),
            (settings, way) -> settings.withAccount(settings.account().withSignIn(way)));
    static final Setting<Boolean> SIGN_OUT_ON_QUIT =
            new Setting<>("sign-out-on-quit", Settings::signOutOnQuit, Settings::withSignOutOnQuit);

    /** How long that status lasts; empty: as usual. */
    static Setting<Optional<Duration>> lasting(Choice choice) {
        return new Setting<>(
                "lasting-" + choice.word(),
                settings -> Optional.ofNullable(settings.habits().byChoice().get(choice)),
                (settings, time) -> settings.withHabits(settings.habits().with(choice, time)));
    }

    private static <T> Setting<T> looks(String id, Function<Looks, T> of, BiFunction<Looks, T, Looks> with) {
        return new Setting<>(
                id,
                settings -> of.apply(settings.looks()),
                (settings, value) -> settings.withLooks(with.apply(settings.looks(), value)));
    }

    private static <T> Setting<T> workingDay(
            String id, Function<WorkingDay, T> of, BiFunction<WorkingDay, T, WorkingDay> with) {
        return new Setting<>(
                id,
                settings -> of.apply(settings.habits().workingDay()),
                (settings, value) -> settings.withHabits(
                        settings.habits().with(with.apply(settings.habits().workingDay(), value))));
    }
}
