package app.ampel.bench;

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
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Questions about others through the Graph SDK, in a small organisation and in a large one. What the tenant takes for an
 * answer is in it; the network is not.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "-Xmx1g") // The tenant lives in the same process.
public class DirectoryBenchmark {

    @Param({"0", "100000"})
    private int more;

    private Microsoft microsoft;
    private GraphDirectory directory;
    private GraphPeoplePresence presence;
    private List<String> ids;

    @Setup
    public void signIn() throws ProblemException {
        Clock day = Clock.fixed(Instant.parse("2026-12-02T09:00:00Z"), ZoneOffset.UTC);
        SignIn signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
        Tenant tenant = new Tenant(day, new DemoDay(ZoneOffset.UTC), DemoUser.KIM, signIn);
        // At least as many as one request asks for.
        tenant.changeDirectory(before -> before.larger(Math.max(more, GraphPeoplePresence.MOST)));
        ids = tenant.directory().people().stream()
                .map(Colleague::id)
                .limit(GraphPeoplePresence.MOST)
                .toList();
        for (app.ampel.domain.account.Scope scope : app.ampel.domain.account.Scope.values()) {
            signIn.grantForEverybody(scope);
        }
        microsoft = new Microsoft(
                () -> Optional.of(DemoUser.KIM.registration()),
                Microsoft.http(Optional.of(new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/")))),
                new MemoryTokens(),
                address -> false,
                Messages.in(Locale.UK),
                Clock.systemUTC());
        microsoft.signIn(
                SignInWay.DEVICE_CODE, prompt -> signIn.approve(prompt.code().orElseThrow()));
        directory = new GraphDirectory(microsoft);
        presence = new GraphPeoplePresence(microsoft);
    }

    @TearDown
    public void close() {
        microsoft.close();
    }

    /** For comparison: one object, whatever the size of the organisation. */
    @Benchmark
    public Object person() throws ProblemException {
        return directory.person(DemoUser.KIM.username());
    }

    /** Typed ahead. */
    @Benchmark
    public Object search() throws ProblemException {
        return directory.search("emily car");
    }

    /** Of as many as one request takes. */
    @Benchmark
    public Object presences() throws ProblemException {
        return presence.presences(ids);
    }
}
