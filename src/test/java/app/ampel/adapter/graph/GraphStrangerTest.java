package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.RawServer;
import app.ampel.adapter.http.Stacks;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When it is not Graph that answers, or nobody: the real SDK against a real server on loopback. */
class GraphStrangerTest extends GraphFixture {

    @Nested
    class WhenSomebodyElseAnswers {

        @ParameterizedTest
        @ValueSource(ints = {200, 403, 404, 511})
        void aWebPageIsACaptivePortal(int status) {
            graph.always(READ, request -> StandIn.Reply.of(status, "text/html; charset=utf-8", "<p>Welcome</p>"));

            assertThat(reading().kind()).isEqualTo(Kind.CAPTIVE_PORTAL);
        }

        @Test
        void aRedirectIsACaptivePortalAndTheTokenDoesNotFollowIt() {
            graph.always("/elsewhere", request -> StandIn.Reply.json(200, BUSY));
            graph.always(
                    READ,
                    request -> StandIn.Reply.of(302, null, "")
                            .with("Location", graph.at("/elsewhere").toString()));

            assertThat(reading().kind()).isEqualTo(Kind.CAPTIVE_PORTAL);
            assertThat(graph.seenAt("/elsewhere")).isEmpty();
        }

        @Test
        void aRedirectOfASettingIsNoSuccess() {
            graph.always(SET, request -> StandIn.Reply.of(307, null, "").with("Location", "/elsewhere"));

            assertThat(setting().kind()).isEqualTo(Kind.CAPTIVE_PORTAL);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "application/json | not json at all",
                    "application/json | {\"availability\":",
                    "application/json | []",
                    "application/json | {}",
                    "application/json | 42",
                    "application/json | null",
                    "text/plain       | Busy",
                    "application/octet-stream | x"
                })
        void garbageIsUnreadable(String type, String body) {
            graph.always(READ, request -> StandIn.Reply.of(200, type, body));

            assertThat(reading().kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }

        @Test
        void nothingIsUnreadable() {
            graph.always(READ, request -> StandIn.Reply.of(204, null, ""));

            assertThat(reading().kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }

        @Test
        void depthIsUnreadable() {
            String deep = "{\"a\":".repeat(150_000);
            graph.always(READ, request -> StandIn.Reply.json(200, deep));

            assertThat(reading().kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }

        /** Many presences in one answer have more of it than one has. */
        @ParameterizedTest
        @CsvSource({"20, SERVICE_UNREADABLE", "4096, "})
        void howMuchStructureAnAnswerMayHaveIsALimitOfTheStack(long structure, Kind refused) throws ProblemException {
            graph.always(READ, request -> StandIn.Reply.json(200, BUSY));
            HttpStack.Limits few = new HttpStack.Limits(
                    Stacks.QUICK.connect(), Stacks.QUICK.read(), Stacks.QUICK.call(), Stacks.QUICK.body(), structure);
            try (HttpStack narrow = Stacks.trusting(Certificates.GOOD, AnswerGuard::new, few, Map.of())) {
                GraphPresence presence = presence(Cloud.GLOBAL, graph.at("/v1.0"), narrow);
                if (refused == null) {
                    assertThat(presence.read().availability()).isEqualTo(Availability.BUSY);
                } else {
                    assertThat(problem(presence::read)).isEqualTo(Problem.of(refused, "HTTP 200 too long"));
                }
            }
        }

        @Test
        void megabytesAreNotRead() {
            String spaces = " ".repeat(1 << 20);
            graph.always(READ, request -> StandIn.Reply.json(200, spaces + BUSY));

            assertThat(reading()).isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200 too long"));
        }

        @Test
        void aMegabyteOfErrorIsNotReadEither() {
            String spaces = " ".repeat(1 << 21);
            graph.always(READ, request -> StandIn.Reply.json(403, spaces));

            assertThat(reading().kind()).isEqualTo(Kind.SERVICE_UNREADABLE);
        }
    }

    @Nested
    class WhenTheLineIsBad {

        @Test
        void nobodyListening() {
            URI nowhere = graph.at("/v1.0");
            graph.close();

            assertThat(problem(presence(Cloud.GLOBAL, nowhere)::read).kind()).isEqualTo(Kind.NO_NETWORK);
        }

        @Test
        void anAddressThatDoesNotExist() {
            assertThat(problem(presence(Cloud.GLOBAL, URI.create("https://graph.invalid/v1.0"))::read)
                            .kind())
                    .isEqualTo(Kind.NO_NETWORK);
        }

        @Test
        void aReset() throws Exception {
            try (RawServer server = RawServer.resetting()) {
                assertThat(problem(presence(Cloud.GLOBAL, server.at("/v1.0"))::read)
                                .kind())
                        .isEqualTo(Kind.NO_NETWORK);
            }
        }

        @Test
        void aBodyCutShort() throws Exception {
            try (RawServer server = RawServer.saying(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"availability\":")) {
                assertThat(problem(presence(Cloud.GLOBAL, server.at("/v1.0"))::read))
                        .isEqualTo(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200 cut short"));
            }
        }

        @Test
        void aChunkedBodyCutShort() throws Exception {
            try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ava\r\n")) {
                assertThat(problem(presence(Cloud.GLOBAL, server.at("/v1.0"))::read)
                                .kind())
                        .isEqualTo(Kind.SERVICE_UNREADABLE);
            }
        }

        @Test
        void anAnswerThatIsNoHttp() throws Exception {
            try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH_9.2\r\n")) {
                assertThat(problem(presence(Cloud.GLOBAL, server.at("/v1.0"))::read)
                                .kind())
                        .isEqualTo(Kind.SERVICE_UNREADABLE);
            }
        }

        @Test
        void silence() throws Exception {
            try (RawServer server = RawServer.silent()) {
                assertThat(problem(presence(Cloud.GLOBAL, server.at("/v1.0"))::read)
                                .kind())
                        .isEqualTo(Kind.NO_NETWORK);
            }
        }
    }
}
