package app.ampel.adapter.graph.people;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.demo.people.DemoDirectory;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** The demo's tenant as Ampel reaches it: MSAL4J and the Graph SDK as they always run, and no network. */
abstract class DirectoryFixture {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Scope[] SMALL = {Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL, Scope.PEOPLE_READ};
    static final Scope[] WITH_GROUPS = {
        Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL, Scope.PEOPLE_READ, Scope.GROUP_MEMBER_READ_ALL
    };
    static final Scope[] ALL = Scope.values();

    /** Ten in the morning on a Wednesday. */
    final Tenant tenant = tenant(Clock.fixed(Instant.parse("2026-12-02T09:00:00Z"), BERLIN));

    private final Interceptor answerer = new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/"));
    final Microsoft microsoft = new Microsoft(
            () -> Optional.of(DemoUser.KIM.registration()),
            Microsoft.http(Optional.of(this::answer)),
            new MemoryTokens(),
            address -> false,
            Messages.in(Locale.UK),
            Clock.systemUTC());
    final GraphDirectory directory = new GraphDirectory(microsoft);
    final GraphPeoplePresence presence = new GraphPeoplePresence(microsoft);

    /** What Graph was asked. */
    final List<Request> asked = new CopyOnWriteArrayList<>();

    static Tenant tenant(Clock day) {
        SignIn signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
        return new Tenant(day, new DemoDay(BERLIN), DemoUser.KIM, signIn);
    }

    private Response answer(Interceptor.Chain chain) throws IOException {
        if (chain.request().url().host().startsWith("graph")) {
            asked.add(chain.request());
            arrived(chain.request());
            Optional<String> strange = instead(chain.request());
            if (strange.isPresent()) {
                return json(chain.request(), status(chain.request()), strange.get());
            }
        }
        return answerer.intercept(chain);
    }

    /** On the thread of the request, before it is answered. */
    void arrived(Request request) throws IOException {}

    /** What is answered in the tenant's place. */
    Optional<String> instead(Request request) {
        return Optional.empty();
    }

    int status(Request request) {
        return 200;
    }

    private static Response json(Request request, int status, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("OK")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    /** Signs Kim in, who has been granted these beside what Ampel needs at least. */
    void signIn(Scope... granted) throws ProblemException {
        for (Scope scope : granted) {
            tenant.signIn().grantForEverybody(scope);
        }
        microsoft.signIn(
                SignInWay.DEVICE_CODE,
                prompt -> tenant.signIn().approve(prompt.code().orElseThrow()));
    }

    Colleague colleague(String name) {
        return tenant.directory().named(name).orElseThrow();
    }

    String group(String name) {
        return tenant.directory().groupNamed(name).map(ColleagueGroup::id).orElseThrow();
    }

    void change(UnaryOperator<DemoDirectory> change) {
        tenant.changeDirectory(change);
    }

    static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    /** A group of so many people of whom nobody has been heard before. */
    ColleagueGroup largeGroup(int size) {
        change(before -> before.larger(size));
        List<String> ids = new ArrayList<>();
        tenant.directory().people().stream()
                .skip(tenant.directory().people().size() - size)
                .forEach(who -> ids.add(who.id()));
        ColleagueGroup group = ColleagueGroup.of("Everybody", ids, List.of());
        change(before -> before.with(group));
        return group;
    }
}
