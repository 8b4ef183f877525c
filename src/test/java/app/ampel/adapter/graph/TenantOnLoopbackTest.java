package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.demo.Teams;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.models.User;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of the real SDK's, whatever they are for, on their way to the simulated tenant. */
class TenantOnLoopbackTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final HttpStack http = GuardedStacks.trusting(Certificates.GOOD);
    private TenantOnLoopback tenant;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tenant = new TenantOnLoopback(Clock.systemUTC(), new NothingEver(), folder);
    }

    @AfterEach
    void end() {
        tenant.close();
        http.close();
    }

    private User me(String... select) throws ProblemException {
        Registration there = new Registration("c", "t", Cloud.GLOBAL, Optional.empty(), Optional.of(tenant.graph()));
        return new GraphCalls(there, new ItsToken(), http, Clock.fixed(NOW, ZoneOffset.UTC))
                .call(
                        GraphErrors.Purpose.READ,
                        Scope.USER_READ,
                        graph -> graph.me().get(asked -> asked.queryParameters.select = select));
    }

    @Test
    void aRequestReachesTheTenantWithItsQuery() throws ProblemException {
        User me = me("id", "jobTitle");

        assertThat(me.getId()).isNotEmpty();
        assertThat(me.getJobTitle()).isNotEmpty();
        assertThat(me.getDisplayName()).as("not asked for").isNull();
    }

    @Test
    void whatTheTenantRefusesInAQueryIsRefused() {
        assertThat(GraphFixture.problem(() -> me("shoeSize")))
                .isEqualTo(Problem.of(Problem.Kind.SERVICE_FAILING, "HTTP 400 BadRequest"));
    }

    @Test
    void whatTheTenantSaysInAHeaderArrives() {
        tenant.tenant().throttle(1, Optional.of(Duration.ofSeconds(7)));

        assertThat(GraphFixture.problem(() -> me("id")))
                .isEqualTo(new Problem(Problem.Kind.THROTTLED, "HTTP 429", Optional.of(NOW.plusSeconds(7))));
    }

    private final class ItsToken implements AccessTokens {

        @Override
        public String accessToken(Optional<String> claims, boolean forceRefresh) {
            return tenant.token();
        }

        @Override
        public boolean grants(Scope scope) {
            return true;
        }
    }

    private static final class NothingEver implements Teams {

        @Override
        public Moment at(Instant now) {
            return new Moment(Optional.empty(), now, false, WorkLocation.OFFICE);
        }

        @Override
        public Optional<Instant> changeAfter(Instant now) {
            return Optional.empty();
        }
    }
}
