package app.ampel.face.control;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.people.GraphDirectory;
import app.ampel.adapter.graph.people.GraphPeoplePresence;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeoplePorts;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleStore;
import app.ampel.service.people.SharedBudget;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Kim's colleagues in the demo's tenant, through the real MSAL4J and the real Graph SDK, at ten in the morning. */
public final class TenantPeople implements AutoCloseable, PeopleStore {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TEN = Instant.parse("2026-12-01T09:00:00Z");

    public final Tenant tenant = new Tenant(
            Clock.fixed(TEN, BERLIN),
            new DemoDay(BERLIN),
            DemoUser.KIM,
            new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE));
    public final Map<PeopleFeature, PeopleFeature.Access> access = new EnumMap<>(PeopleFeature.class);

    /** Whether Kim says no. */
    public volatile boolean declines;

    /** Requests to Graph wait for it. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    /** Down when one of them does. */
    public final CountDownLatch held = new CountDownLatch(1);

    /** Down when a request that waited was given up. */
    public final CountDownLatch givenUp = new CountDownLatch(1);

    private final Map<String, SavedPeople> disk = new ConcurrentHashMap<>();
    private final Interceptor answerer = new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/"));
    private final Microsoft microsoft = new Microsoft(
            () -> Optional.of(DemoUser.KIM.registration()),
            Microsoft.http(Optional.of(this::answer)),
            new MemoryTokens(),
            address -> false,
            Messages.in(Locale.UK),
            Clock.systemUTC());
    private final ScheduledThreadPoolExecutor owner = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService others = Executors.newCachedThreadPool();

    public TenantPeople() {
        for (PeopleFeature feature : PeopleFeature.values()) {
            access.put(feature, PeopleFeature.Access.ON);
        }
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        if (chain.request().url().host().startsWith("graph")) {
            hold(chain);
        }
        return answerer.intercept(chain);
    }

    private void hold(Interceptor.Chain chain) throws IOException {
        try {
            while (!gate.await(10, TimeUnit.MILLISECONDS)) {
                held.countDown();
                if (chain.call().isCanceled()) {
                    givenUp.countDown();
                    throw new IOException("given up");
                }
            }
        } catch (InterruptedException e) {
            givenUp.countDown();
            throw new IOException("interrupted", e);
        }
    }

    /** Kim is signed in, and the organisation has granted these. */
    public PeopleService started(Scope... granted) throws ProblemException {
        for (Scope scope : granted) {
            tenant.signIn().grantForEverybody(scope);
        }
        microsoft.signIn(SignInWay.DEVICE_CODE, this::approve);
        return again();
    }

    /** As after another start of the program. */
    public PeopleService again() throws ProblemException {
        PeopleService people = new PeopleService(
                new PeoplePorts(
                        new GraphDirectory(microsoft),
                        new GraphPeoplePresence(microsoft),
                        this,
                        step -> microsoft
                                .grant(
                                        new ConsentRequest(step.scopes(), step.reason()),
                                        SignInWay.DEVICE_CODE,
                                        this::decide)
                                .scopes(),
                        new SharedBudget(Clock.systemUTC()::instant),
                        ClockTimeline.steady(Clock.systemUTC(), 1, owner),
                        owner,
                        others,
                        others,
                        new Random(1)),
                new PeoplePreferences(
                        access, Optional.empty(), List.of(), Duration.ZERO, WorkingDay.USUAL, () -> BERLIN));
        people.follow(microsoft.profile().orElseThrow());
        people.oneLook().kept().answer().handle((kept, thrown) -> kept).join();
        return people;
    }

    private void approve(SignInPrompt prompt) {
        tenant.signIn().approve(prompt.code().orElseThrow());
    }

    private void decide(SignInPrompt prompt) {
        if (declines) {
            tenant.signIn().decline(prompt.code().orElseThrow());
        } else {
            approve(prompt);
        }
    }

    /** So many more people, all of them in the group Everybody. */
    public void grow(int more) {
        tenant.changeDirectory(before -> before.larger(more));
        List<String> ids = new ArrayList<>();
        tenant.directory().people().forEach(who -> ids.add(who.id()));
        tenant.changeDirectory(before -> before.with(ColleagueGroup.of("Everybody", ids, List.of())));
    }

    public String id(String name) {
        return tenant.directory().named(name).map(Colleague::id).orElseThrow();
    }

    @Override
    public Optional<SavedPeople> load(String account) {
        return Optional.ofNullable(disk.get(account));
    }

    @Override
    public void keep(SavedPeople saved, Consumer<Boolean> then) {
        disk.put(saved.owner(), saved);
        then.accept(true);
    }

    @Override
    public String place() {
        return "people.json";
    }

    @Override
    public void forget() {
        disk.clear();
    }

    @Override
    public void close() {
        owner.shutdownNow();
        others.shutdownNow();
        microsoft.close();
    }
}
