package app.ampel.peopletest;

import app.ampel.adapter.files.PeopleFile;
import app.ampel.adapter.graph.GraphCalls;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.people.GraphDirectory;
import app.ampel.adapter.graph.people.GraphPeoplePresence;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.adapter.graph.signin.MsalAccount;
import app.ampel.adapter.http.HttpStack;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueDay;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.Question;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.RequestBudget;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.engine.Cranked;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleNotice;
import app.ampel.service.people.PeoplePorts;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.SharedBudget;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's tenant, MSAL4J, the Graph SDK and the service of people as they always run, without a network; time and threads are
 * cranked by hand. What colleagues do at which minute is the tenant's own: a scenario looks for a minute that it can begin at.
 */
abstract class PeopleScenario {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Question MAY_I = Question.of("May I carry over ten days?");

    private static final Instant SEVEN = Instant.parse("2026-12-02T06:00:00Z");
    private static final Duration WORK = Duration.ofHours(10);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** One request to Graph. */
    record Asked(Instant at, String path, int ids, int status) {}

    final Cranked time = new Cranked(SEVEN);
    private final Clock day = new CrankedClock(time);
    final SignIn signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
    final Tenant tenant = new Tenant(day, new DemoDay(BERLIN), DemoUser.KIM, signIn);
    final List<Asked> asked = new ArrayList<>();
    final List<PeopleNotice> notices = new ArrayList<>();
    final List<Integer> progress = new ArrayList<>();
    final KnownEngine engine = new KnownEngine(time::now);

    @TempDir
    Path folder;

    PeopleFile disk;

    /** What Kim does when asked for consent; empty: approves. */
    Optional<Predicate<SignInPrompt>> declines = Optional.empty();

    /** What was asked for in a consent of its own, and not silently. */
    final List<Set<Scope>> consents = new ArrayList<>();

    Optional<String> excludedGroup = Optional.empty();
    Runnable everyRequest = () -> {};
    private final Random random = new Random(7);
    private final TenantInterceptor tenantsAnswer = new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/"));
    private final HttpStack http = Microsoft.http(Optional.of(this::answer));
    private final MsalAccount account = new MsalAccount(
            DemoUser.KIM.registration(),
            http,
            new MemoryTokens(),
            address -> false,
            Messages.in(Locale.UK),
            Clock.systemUTC());
    private final GraphCalls calls = GraphCalls.ofPages(DemoUser.KIM.registration(), account, http, day);
    PeopleService people;

    private Response answer(Interceptor.Chain chain) throws IOException {
        String host = chain.request().url().host();
        if (!host.startsWith("graph")) {
            return tenantsAnswer.intercept(chain);
        }
        everyRequest.run();
        Response response = tenantsAnswer.intercept(chain);
        Buffer body = new Buffer();
        if (chain.request().body() != null) {
            chain.request().body().writeTo(body);
        }
        int ids = (int) ID.matcher(body.readUtf8()).results().count();
        asked.add(new Asked(time.now(), chain.request().url().encodedPath(), ids, response.code()));
        return response;
    }

    @AfterEach
    void close() {
        http.close();
    }

    /** Signs Kim in, whose organisation has granted these for everybody, and starts. */
    void signedIn(Scope... granted) throws ProblemException {
        for (Scope scope : granted) {
            signIn.grantForEverybody(scope);
        }
        account.signIn(
                SignInWay.DEVICE_CODE, prompt -> signIn.approve(prompt.code().orElseThrow()));
        start();
        consents.clear();
    }

    /** As after a start of the program: nothing is known but what is on disk and in the key store. */
    void start() throws ProblemException {
        disk = new PeopleFile(folder.resolve("people.json"), day, time);
        people = new PeopleService(
                new PeoplePorts(
                        new GraphDirectory(() -> calls),
                        new GraphPeoplePresence(() -> calls),
                        disk,
                        this::obtain,
                        new SharedBudget(time::now),
                        time,
                        time,
                        time,
                        time,
                        random),
                preferences(PeopleFeature.Access.ON));
        people.notices(notices::add);
        people.follow(engine);
        engine.signedIn(account.profile().orElseThrow());
        time.settle();
    }

    PeoplePreferences preferences(PeopleFeature.Access access) {
        Map<PeopleFeature, PeopleFeature.Access> all = new EnumMap<>(PeopleFeature.class);
        EnumSet.allOf(PeopleFeature.class).forEach(feature -> all.put(feature, access));
        return new PeoplePreferences(all, excludedGroup, List.of(), Duration.ZERO, WorkingDay.USUAL, () -> BERLIN);
    }

    private Set<Scope> obtain(ConsentStep step) throws ProblemException {
        ConsentRequest wanted = new ConsentRequest(step.scopes(), step.reason());
        return account.grant(wanted, SignInWay.DEVICE_CODE, prompt -> {
                    consents.add(step.scopes());
                    String code = prompt.code().orElseThrow();
                    if (declines.filter(it -> it.test(prompt)).isPresent()) {
                        signIn.decline(code);
                    } else {
                        signIn.approve(code);
                    }
                })
                .scopes();
    }

    void signOut() throws ProblemException {
        account.signOut();
        engine.signedOut();
        time.settle();
    }

    Colleague colleague(String name) {
        return tenant.directory().named(name).orElseThrow();
    }

    ColleagueGroup group(String name) {
        return tenant.directory().groupNamed(name).orElseThrow();
    }

    static ContactPool membersOf(ColleagueGroup group) {
        return new ContactPool.OfGroup(group.id(), group.name(), Part.MEMBERS);
    }

    ColleagueDay.Moment moment(String name, Instant at) {
        return ColleagueDay.at(colleague(name), at.atZone(BERLIN));
    }

    /** Available, at the keyboard, not out of office. */
    boolean isFree(String name, Instant at) {
        ColleagueDay.Moment moment = moment(name, at);
        return moment.availability().equals(Availability.AVAILABLE)
                && moment.outOfOffice().isEmpty();
    }

    /** Available in no way. */
    boolean isTaken(String name, Instant at) {
        return !moment(name, at).availability().word().startsWith("Available");
    }

    /** Lets time pass until the first minute of the day at which it is so, and stays so for two more. */
    Instant until(Predicate<Instant> so) {
        Instant end = SEVEN.plus(WORK);
        for (Instant at = time.now(); at.isBefore(end); at = at.plusSeconds(60)) {
            if (so.test(at) && so.test(at.plusSeconds(60)) && so.test(at.plusSeconds(120))) {
                time.pass(Duration.between(time.now(), at));
                return at;
            }
        }
        throw new AssertionError("that never comes");
    }

    /** Now, or when there is room for it in the budget. */
    <T> T answer(Pending<T> pending) {
        finish(pending);
        return pending.answer().join();
    }

    private void finish(Pending<?> pending) {
        time.settle();
        if (!pending.answer().isDone()) {
            time.pass(RequestBudget.WINDOW.multipliedBy(2));
        }
        if (!pending.answer().isDone()) {
            throw new AssertionError("no answer");
        }
    }

    Problem problem(Pending<?> pending) {
        finish(pending);
        return pending.answer()
                .handle((value, thrown) -> (ProblemException) thrown)
                .join()
                .problem();
    }

    static FindWords words(String primary, FindWords.Pool pool) {
        return new FindWords(Optional.ofNullable(primary), List.of(), Optional.ofNullable(pool), List.of(), MAY_I);
    }

    static FindWords.Pool owners(String group) {
        return new FindWords.Pool.Group(group, Part.OWNERS);
    }

    static FindWords.Pool members(String group) {
        return new FindWords.Pool.Group(group, Part.MEMBERS);
    }

    FindResult find(FindWords words) {
        return answer(people.find(words, progress::add));
    }

    static String name(FindResult result) {
        return result.answer().found().orElseThrow().person().name();
    }

    PeopleSnapshot snapshot() {
        return people.snapshot();
    }

    PeopleSnapshot.Row row(String name) {
        String id = colleague(name).id();
        return snapshot().watchList().stream()
                .filter(row -> row.contact().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Asked> presences() {
        return asked.stream()
                .filter(each -> each.path().endsWith("getPresencesByUserId"))
                .toList();
    }
}
