package app.ampel.service.settings;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.ScreenLight;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.WorkingDay;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All settings, a line for each. File, administrator's file, notes, the manual's table, JSON Schema and the rows of the
 * page come from these lines.
 */
public final class Keys {

    /** Each line puts itself here, in the order of the file. */
    private static final List<Key<Settings, ?>> LINES = new ArrayList<>();

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Lens<Settings, AccountSettings> ACCOUNT = new Lens<>(Settings::account, Settings::withAccount);
    private static final Lens<Settings, ScreenLight> SCREEN =
            new Lens<>(Settings::screenLight, Settings::withScreenLight);
    private static final Lens<Settings, StatusDefaults> HABITS = new Lens<>(Settings::habits, Settings::withHabits);
    private static final Lens<Settings, Rules> RULES = new Lens<>(Settings::rules, Settings::withRules);
    private static final Lens<Settings, Looks> LOOKS = new Lens<>(Settings::looks, Settings::withLooks);
    private static final Lens<Settings, HistorySettings> HISTORY = new Lens<>(Settings::history, Settings::withHistory);
    private static final Lens<Settings, PeopleSettings> PEOPLE = new Lens<>(Settings::people, Settings::withPeople);
    private static final Lens<Settings, PollingLimits> POLLING = new Lens<>(Settings::polling, Settings::withPolling);

    private static final Codec<Duration> POLL = Codecs.duration(SECOND, Settings.LONGEST_POLL);
    private static final Codec<Duration> STATUS = Codecs.duration(StatusDefaults.SHORTEST, StatusDefaults.LONGEST);
    private static final List<String> SCHEMES = Stream.concat(
                    Schemes.READY_MADE.stream().map(Scheme::name), Stream.of(Rules.OWN))
            .toList();

    private static final Codec<Set<DayOfWeek>> DAYS = Codecs.list(
                    Codecs.words(List.of(DayOfWeek.values()), day -> day.name().toLowerCase(Locale.ROOT)),
                    "[\"monday\"]")
            .mapped(Set::copyOf, days -> days.stream().sorted().toList());

    private static final Codec<WorkingDay> HOURS = new PartKeys<>(
                    WorkingDay.USUAL,
                    List.of(
                            new Key<>(
                                    "/days",
                                    DAYS,
                                    new Lens<>(WorkingDay::days, WorkingDay::withDays),
                                    "on which one works"),
                            new Key<>(
                                    "/start",
                                    Codecs.timeOfDay(),
                                    new Lens<>(WorkingDay::start, WorkingDay::withStart),
                                    "when work begins"),
                            new Key<>(
                                    "/end",
                                    Codecs.timeOfDay(),
                                    new Lens<>(WorkingDay::end, WorkingDay::withEnd),
                                    "when it ends")))
            .codec();

    public static final Key<Settings, Optional<String>> CLIENT_ID = line(new Key<>(
                    "/account/clientId",
                    AccountValues.OF_CLIENT_ID,
                    ACCOUNT.then(AccountSettings::clientId, AccountSettings::withClientId),
                    "your organisation's registration of Ampel")
            .lockable());
    public static final Key<Settings, Optional<String>> TENANT = line(new Key<>(
                    "/account/tenant",
                    AccountValues.OF_TENANT,
                    ACCOUNT.then(AccountSettings::tenant, AccountSettings::withTenant),
                    "your organisation; left out: `organizations`")
            .lockable());
    public static final Key<Settings, Optional<Cloud>> CLOUD = line(new Key<>(
                    "/account/cloud",
                    Codecs.optional(Codecs.word(Cloud.class)),
                    ACCOUNT.then(AccountSettings::cloud, AccountSettings::withCloud),
                    "Microsoft's cloud; left out: `global`. `usgov` and `usgov-dod` allow reading only, and in `china` there is no presence")
            .lockable());
    public static final Key<Settings, Optional<URI>> AUTHORITY = line(new Key<>(
                    "/account/authority",
                    AccountValues.OF_URL,
                    ACCOUNT.then(AccountSettings::authority, AccountSettings::withAuthority),
                    "where to sign in instead of Microsoft's server, for private set-ups")
            .lockedWith(CLIENT_ID, TENANT, CLOUD));
    public static final Key<Settings, Optional<URI>> GRAPH = line(new Key<>(
                    "/account/graph",
                    AccountValues.OF_URL,
                    ACCOUNT.then(AccountSettings::graph, AccountSettings::withGraph),
                    "which Graph to ask instead of Microsoft's, for private set-ups")
            .lockedWith(CLIENT_ID, TENANT, CLOUD));
    public static final Key<Settings, Optional<SignInWay>> SIGN_IN = line(new Key<>(
                    "/account/signIn",
                    Codecs.optional(Codecs.word(SignInWay.class)),
                    ACCOUNT.then(AccountSettings::signIn, AccountSettings::withSignIn),
                    "how to sign in; left out: `device-code`")
            .lockable());
    public static final Key<Settings, Duration> POLL_USUAL = line(
            "/polling/usual",
            POLL,
            POLLING.then(PollingLimits::usual, PollingLimits::withUsual),
            "how often to ask while nothing special happens");
    public static final Key<Settings, Duration> POLL_FASTEST = line(
            "/polling/fastest",
            POLL,
            POLLING.then(PollingLimits::fastest, PollingLimits::withFastest),
            "for a minute after you did something; not above `usual`");
    public static final Key<Settings, Duration> POLL_SLOWEST = line(
            "/polling/slowest",
            POLL,
            POLLING.then(PollingLimits::slowest, PollingLimits::withSlowest),
            "while locked, when nothing has changed for long, when Microsoft asks to slow down; not below `usual`");
    public static final Key<Settings, List<AddedLight>> SERIAL_LIGHTS = line(
            "/lights/serial",
            SerialLightJson.ALL,
            new Lens<>(Settings::serialLights, Settings::withSerialLights),
            "the serial lights you added");
    public static final Key<Settings, Boolean> SCREEN_SHOWN = line(
            "/onScreen/shown",
            Codecs.flag(),
            SCREEN.then(ScreenLight::shown, ScreenLight::withShown),
            "whether a small light stands on your screen, above all windows");
    public static final Key<Settings, ScreenLight.Size> SCREEN_SIZE = line(
            "/onScreen/size",
            Codecs.word(ScreenLight.Size.class),
            SCREEN.then(ScreenLight::size, ScreenLight::with),
            "how large it is");
    public static final Key<Settings, ScreenLight.Corner> SCREEN_CORNER = line(
            "/onScreen/corner",
            Codecs.word(ScreenLight.Corner.class),
            SCREEN.then(ScreenLight::corner, ScreenLight::with),
            "where it stands until you drag it");
    public static final Key<Settings, Boolean> SCREEN_WHILE_PRESENTING = line(
            "/onScreen/whilePresenting",
            Codecs.flag(),
            SCREEN.then(ScreenLight::whilePresenting, ScreenLight::withWhilePresenting),
            "whether it stays where others can see it while you present");
    public static final Key<Settings, LightSettings> LIGHTS = line(
            "/lights/each",
            LightsCodec.CODEC,
            new Lens<>(Settings::lights, Settings::withLights),
            "what you want of [single lights](lights.md#single-lights)");
    public static final Key<Settings, Duration> DURATION = line(
            "/manual/duration",
            STATUS,
            HABITS.then(StatusDefaults::usual, StatusDefaults::withUsual),
            "how long a status lasts when you do not say");
    public static final Key<Settings, Map<Choice, Duration>> DURATIONS = line(
            "/manual/durations",
            Codecs.map(List.of(Choice.values()), Choice::word, STATUS),
            HABITS.then(StatusDefaults::byChoice, StatusDefaults::withByChoice),
            "the same for single ones, such as `\"presenting\": \"PT45M\"`");
    public static final Key<Settings, List<Duration>> OFFERED = line(
            "/manual/offered",
            Codecs.list(STATUS, "[\"PT45M\"]"),
            HABITS.then(StatusDefaults::offered, StatusDefaults::withOffered),
            "what the menus offer");
    public static final Key<Settings, WorkingDay> WORKING_DAY = line(
            "/manual/workingDay",
            HOURS,
            HABITS.then(StatusDefaults::workingDay, StatusDefaults::with),
            "on which `days` you work, from `start` to `end`; an end before the start is on the next day");
    public static final Key<Settings, Duration> LEASE = line(
            "/manual/lease",
            Codecs.duration(Leases.SHORTEST, Leases.LONGEST),
            HABITS.then(StatusDefaults::lease, StatusDefaults::withLease),
            "for how long Microsoft keeps your status if Ampel falls silent; longer helps where the network is poor");

    public static final Key<Settings, Boolean> ON_QUIT = line(
            new Key<>(
                    "/manual/onQuit",
                    Codecs.either("clear", "leave"),
                    HABITS.then(StatusDefaults::leaveOnQuit, StatusDefaults::withLeaveOnQuit),
                    "what becomes of a running status when you quit Ampel: with `leave` it goes on to its end, for four hours at most"));
    public static final Key<Settings, String> SCHEME = line(
            new Key<>(
                    "/scheme",
                    Codecs.words(SCHEMES, name -> name),
                    RULES.then(Rules::usual, Rules::using),
                    "the colours: `classic` (red when busy), `only-in-a-call` (red in calls only, amber when busy otherwise), `colour-blind` (blue when available, yellow when away), or those of `ownScheme`"));
    public static final Key<Settings, Optional<Scheme>> OWN_SCHEME = line(
            "/ownScheme",
            Codecs.optional(SchemeCodec.CODEC),
            RULES.then(Rules::own, Rules::withOwn),
            "colours of your own");
    public static final Key<Settings, IdleBehaviour> WHEN_LOCKED = line(
            new Key<>(
                    "/lights/whenLocked",
                    Codecs.word(IdleBehaviour.class),
                    RULES.then(Rules::whenLocked, Rules::withWhenLocked),
                    "what lights do while the screen is locked; they never show Available then. `ampel doctor` says whether your desktop tells of the lock"));
    public static final Key<Settings, IdleBehaviour> OUT_OF_HOURS = line(
            "/lights/outOfHours",
            Codecs.word(IdleBehaviour.class),
            RULES.then(Rules::outOfHours, Rules::withOutOfHours),
            "what they do outside `manual.workingDay`; what you set by hand shows all the same");
    public static final Key<Settings, Optional<Looks.Language>> LANGUAGE = line(
            "/looks/language",
            Codecs.optional(Codecs.word(Looks.Language.class)),
            LOOKS.then(Looks::language, Looks::withLanguage),
            "the language of window, tray and notices; left out: the system's, as for commands always");
    public static final Key<Settings, Looks.Theme> THEME = line(
            "/looks/theme",
            Codecs.word(Looks.Theme.class),
            LOOKS.then(Looks::theme, Looks::with),
            "light or dark windows");
    public static final Key<Settings, Looks.Icons> ICONS = line(
            "/looks/icons",
            Codecs.word(Looks.Icons.class),
            LOOKS.then(Looks::icons, Looks::with),
            "the tray's icon, in colour or told apart by its shape alone");
    public static final Key<Settings, Looks.Motion> MOTION = line(
            "/looks/motion",
            Codecs.word(Looks.Motion.class),
            LOOKS.then(Looks::motion, Looks::with),
            "whether anything moves on the screen or blinks on a light");
    public static final Key<Settings, Boolean> HISTORY_ON = line(new Key<>(
                    "/history/on",
                    Codecs.flag(),
                    HISTORY.then(HistorySettings::on, HistorySettings::withOn),
                    "whether your own presence of past days is kept on this computer")
            .lockable(Codecs.flag().only(false), false));
    public static final Key<Settings, Integer> HISTORY_DAYS = line(
            "/history/days",
            Codecs.number(HistorySettings.FEWEST, HistorySettings.MOST),
            HISTORY.then(HistorySettings::days, HistorySettings::withDays),
            "for how long");
    public static final Key<Settings, Optional<Boolean>> COLLEAGUES = line(new Key<>(
                    "/people/colleagues",
                    Codecs.optional(Codecs.flag()),
                    PEOPLE.then(PeopleSettings::colleagues, PeopleSettings::withColleagues),
                    "whether you want to see when others are available; left out: `true`, but `false` where there is an administrator's file")
            .closed(Optional.of(false)));
    public static final Key<Settings, Optional<Boolean>> WALL = line(new Key<>(
                    "/people/wall",
                    Codecs.optional(Codecs.flag()),
                    PEOPLE.then(PeopleSettings::wall, PeopleSettings::withWall),
                    "the same for the wall")
            .closed(Optional.of(false)));
    public static final Key<Settings, Optional<Boolean>> TELL_ME_WHEN = line(new Key<>(
                    "/people/tellMeWhen",
                    Codecs.optional(Codecs.flag()),
                    PEOPLE.then(PeopleSettings::tellMeWhen, PeopleSettings::withTellMeWhen),
                    "the same for being told when somebody is available")
            .closed(Optional.of(false)));
    public static final Key<Settings, Optional<String>> EXCLUDED_GROUP = line(new Key<>(
                    "/people/excludedGroup",
                    Codecs.optional(Codecs.text(
                            "\"…\"",
                            "a name or an object id",
                            "\\S",
                            text -> Optional.of(text.strip()).filter(it -> !it.isEmpty()))),
                    PEOPLE.then(PeopleSettings::excludedGroup, PeopleSettings::withExcludedGroup),
                    "whose members never appear on a wall, are never found and never waited for")
            .lockable());
    public static final Key<Settings, List<SavedSearch>> SEARCHES = line(new Key<>(
                    "/people/searches",
                    SearchCodec.ALL,
                    PEOPLE.then(PeopleSettings::searches, PeopleSettings::withSearches),
                    "searches that are ready beside those you save yourself")
            .lockable());
    public static final Key<Settings, Boolean> SIGN_OUT_ON_QUIT = line(
            "/account/signOutOnQuit",
            Codecs.flag(),
            new Lens<>(Settings::signOutOnQuit, Settings::withSignOutOnQuit),
            "whether your sign-in is forgotten when Ampel ends; what you set is cleared then, too");
    public static final Key<Settings, Boolean> LOG = line(
            "/log",
            Codecs.either("usual", "detailed"),
            new Lens<>(Settings::detailedLog, Settings::withDetailedLog),
            "how much `ampel.log` says");

    /** The administrator's word: no two polls closer than this. It is in nobody's own file. */
    static final Key<Settings, Duration> SHORTEST_POLL = new Key<>(
                    "/polling/shortest",
                    POLL,
                    POLLING.then(PollingLimits::fastest, PollingLimits::atLeast),
                    "no two requests for the presence closer than this")
            .lockable(POLL, PollingLimits.DEFAULT.usual());

    public static final SettingsTable ALL = new SettingsTable(LINES, List.of(SHORTEST_POLL));

    private Keys() {}

    private static <T> Key<Settings, T> line(String path, Codec<T> codec, Lens<Settings, T> lens, String meaning) {
        return line(new Key<>(path, codec, lens, meaning));
    }

    private static <T> Key<Settings, T> line(Key<Settings, T> key) {
        LINES.add(key);
        return key;
    }
}
