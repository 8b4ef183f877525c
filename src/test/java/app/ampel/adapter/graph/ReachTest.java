package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.RawServer;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.Problem;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.Fact.Host.Stage;
import app.ampel.service.doctor.ProxyInForce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The doctor knocks at a real server, whatever stands there or in between. */
class ReachTest {

    private static final Instant NOW = Instant.parse("2026-11-20T13:05:03Z");

    private final StandIn microsoft = new StandIn();

    @AfterEach
    void end() {
        microsoft.close();
    }

    private Optional<Registration> registration() {
        return Optional.of(new Registration(
                "c", "t", Cloud.GLOBAL, Optional.of(microsoft.at("/t/")), Optional.of(microsoft.at("/v1.0"))));
    }

    private static Reach reach(HttpStack http) {
        return new Reach(http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Fact.Host graph(HttpStack http) {
        try (http) {
            return reach(http).graph(registration());
        }
    }

    /** The JDK's server says the time by itself; this one says what it is told. */
    private static Fact.Host dated(String date) throws IOException {
        String answer = "HTTP/1.1 401 Unauthorized\r\nDate: " + date
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        try (RawServer server = RawServer.saying(answer);
                HttpStack http = GuardedStacks.trusting(Certificates.GOOD)) {
            return reach(http)
                    .graph(Optional.of(new Registration(
                            "c", "t", Cloud.GLOBAL, Optional.empty(), Optional.of(server.at("/v1.0")))));
        }
    }

    @Nested
    class WhenMicrosoftAnswers {

        @Test
        void thatThereIsNoTokenIsNoTrouble() {
            microsoft.always("", request -> StandIn.Reply.json(401, "{}"));
            Fact.Host host = graph(GuardedStacks.trusting(Certificates.GOOD));
            assertThat(host.problem()).isEmpty();
            assertThat(host.stage()).isEqualTo(Stage.ANSWER);
            assertThat(host.name()).isEqualTo("localhost");
            assertThat(host.proxy()).isEmpty();
            assertThat(microsoft.seenAt("/v1.0/me"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.headers()).doesNotContainKeys("authorization"));
        }

        @Test
        void itsClockIsCompared() throws IOException {
            ZonedDateTime earlier = NOW.minus(Duration.ofMinutes(7)).atZone(ZoneOffset.UTC);
            assertThat(dated(DateTimeFormatter.RFC_1123_DATE_TIME.format(earlier))
                            .ahead())
                    .contains(Duration.ofMinutes(7));
        }

        @Test
        void aDateThatIsNoneIsNotCompared() throws IOException {
            assertThat(dated("yesterday").ahead()).isEmpty();
        }

        @Test
        void anOrganisationThatItDoesNotKnowIsFound() {
            microsoft.always(
                    "openid-configuration",
                    request -> StandIn.Reply.json(
                            400, "{\"error\":\"invalid_tenant\",\"error_description\":\"AADSTS90002: Tenant 't'\"}"));
            try (HttpStack http = GuardedStacks.trusting(Certificates.GOOD)) {
                assertThat(reach(http).login(registration()).problem())
                        .contains(Problem.of(Problem.Kind.WRONG_TENANT, "AADSTS90002"));
            }
            assertThat(microsoft.seenAt("/t/v2.0/.well-known/openid-configuration"))
                    .hasSize(1);
        }

        @Test
        void troubleOfItsOwnIsSaid() {
            microsoft.always("", request -> StandIn.Reply.json(503, "{}"));
            assertThat(graph(GuardedStacks.trusting(Certificates.GOOD)).problem())
                    .contains(Problem.of(Problem.Kind.SERVICE_FAILING, "HTTP 503"));
        }
    }

    @Nested
    class WhenSomethingStandsInBetween {

        @Test
        void aCertificateThatNobodyTrustsIsNamed() {
            Fact.Host host = graph(GuardedStacks.trusting(Certificates.issued("-1d", 30)));
            assertThat(host.problem()).map(Problem::kind).contains(Problem.Kind.UNTRUSTED_CERTIFICATE);
            assertThat(host.stage()).isEqualTo(Stage.SECURE);
        }

        @Test
        void aPageOfALogInIsNoMicrosoft() {
            microsoft.always("", request -> StandIn.Reply.of(200, "text/html", "<html>Welcome to our hotel</html>"));
            assertThat(graph(GuardedStacks.trusting(Certificates.GOOD)).problem())
                    .map(Problem::kind)
                    .contains(Problem.Kind.CAPTIVE_PORTAL);
        }

        @Test
        void aProxyThatIsNotThereIsNamedWithItsVariableAndWithoutItsPassword() throws IOException {
            int free;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = socket.getLocalPort();
            }
            Fact.Host host = graph(GuardedStacks.trusting(
                    Certificates.GOOD, Map.of("https_proxy", "http://kim:geheim@127.0.0.1:" + free)));
            assertThat(host.problem()).map(Problem::kind).contains(Problem.Kind.NO_NETWORK);
            assertThat(host.stage()).isEqualTo(Stage.CONNECT);
            assertThat(host.proxy())
                    .contains(new ProxyInForce(
                            ProxyInForce.Source.VARIABLE, "https_proxy", "http", "127.0.0.1:" + free, true));
            assertThat(microsoft.seen).isEmpty();
        }

        @Test
        void aVariableThatIsNoProxyIsNamed() {
            Reach reach = reach(GuardedStacks.trusting(Certificates.GOOD, Map.of("HTTPS_PROXY", "http://")));
            assertThat(reach.brokenProxy()).contains(new Fact.BrokenProxy("HTTPS_PROXY"));
            assertThat(reach(GuardedStacks.trusting(Certificates.GOOD)).brokenProxy())
                    .isEmpty();
        }

        @Test
        void aServerThatTakesTheQuestionAndHangsIsGivenUp() throws IOException {
            try (RawServer silent = RawServer.silent();
                    HttpStack http = GuardedStacks.trusting(Certificates.GOOD)) {
                URI there = URI.create("https://127.0.0.1:" + silent.port() + "/v1.0");
                Fact.Host host = reach(http)
                        .graph(Optional.of(
                                new Registration("c", "t", Cloud.GLOBAL, Optional.empty(), Optional.of(there))));
                assertThat(host.problem()).map(Problem::kind).contains(Problem.Kind.NO_NETWORK);
                assertThat(host.stage()).isEqualTo(Stage.SECURE);
            }
        }
    }
}
