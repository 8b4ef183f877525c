package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph refuses: the real SDK against a real server on loopback. */
class GraphRefusalTest extends GraphFixture {

    @Nested
    class WhenTheTokenIsRefused {

        @Test
        void anotherOneIsFetchedAndTheRequestRepeatedOnce() throws ProblemException {
            graph.next(READ, error(401, "InvalidAuthenticationToken"));
            graph.always(READ, request -> StandIn.Reply.json(200, BUSY));

            assertThat(presence().read().availability()).isEqualTo(Availability.BUSY);

            assertThat(graph.seen)
                    .extracting(request -> request.headers().get("authorization"))
                    .containsExactly("Bearer t1", "Bearer t2");
        }

        @Test
        void andAgainAfterThatItIsGraphThatHasTrouble() {
            graph.always(READ, request -> error(401, "InvalidAuthenticationToken"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.SERVICE_FAILING, "HTTP 401 InvalidAuthenticationToken"));
            assertThat(graph.seen).hasSize(2);
        }

        @Test
        void andAgainAfterThatSettingIsRefusedForNow() {
            graph.always(SET, request -> error(401, "Unauthorized"));

            assertThat(setting().kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
            assertThat(graph.seen).hasSize(2);
        }

        @Test
        void aWrongClockIsNamed() {
            now = Instant.now().minus(Duration.ofDays(2));
            graph.always(READ, request -> error(401, "InvalidAuthenticationToken"));

            assertThat(reading().kind()).isEqualTo(Kind.CLOCK_WRONG);
        }

        @Test
        void aClaimsChallengeIsHandedOnAsJsonAndTheRequestRepeatedOnce() throws ProblemException {
            // base64 of {"access_token":{"nbf":{"essential":true,"value":"1"}}}
            String challenge = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxIn19fQ==";
            graph.next(SET, error(401, "InvalidAuthenticationToken").with("WWW-Authenticate", bearer(challenge)));
            graph.always(SET, request -> StandIn.Reply.of(200, null, ""));

            set(presence());

            assertThat(tokens.asked)
                    .containsExactly("", "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}!");
            assertThat(graph.seen)
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.body()).contains("InACall"));
        }

        @Test
        void aClaimsChallengeThatNothingCuresEndsAfterTwoRequests() {
            graph.always(
                    READ, request -> error(401, "InvalidAuthenticationToken").with("WWW-Authenticate", bearer("e30=")));

            assertThat(reading().kind()).isEqualTo(Kind.SERVICE_FAILING);
            assertThat(graph.seen).hasSize(2);
        }

        private String bearer(String claims) {
            return "Bearer realm=\"\", authorization_uri=\"https://login.example/authorize\", "
                    + "error=\"insufficient_claims\", claims=\"" + claims + "\"";
        }

        @Test
        void aProblemOfTheAccountComesThroughAsItIs() {
            tokens.problem = Optional.of(Problem.of(Kind.BLOCKED_BY_POLICY, "AADSTS53003"));

            assertThat(reading()).isEqualTo(tokens.problem.get());
            assertThat(graph.seen).isEmpty();
        }
    }

    @Nested
    class WhenGraphRefuses {

        @Test
        void readingWithThePermissionMeansThatThereIsNoPresence() {
            graph.always(READ, request -> error(403, "Forbidden"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.NO_PRESENCE, "HTTP 403 Forbidden"));
        }

        @Test
        void settingWithoutThePermissionNeedsConsent() {
            tokens.granted.remove(Scope.PRESENCE_READ_WRITE);
            graph.always(SET, request -> error(403, "Forbidden"));

            assertThat(setting().kind()).isEqualTo(Kind.CONSENT_NEEDED);
        }

        @ParameterizedTest
        @CsvSource({
            "400, SERVICE_FAILING", "401, SERVICE_FAILING", "402, NO_PRESENCE", "403, NO_PRESENCE",
            "404, NO_PRESENCE", "405, SERVICE_FAILING", "408, SERVICE_FAILING", "409, SERVICE_FAILING",
            "410, NO_PRESENCE", "412, SERVICE_FAILING", "423, SERVICE_FAILING", "429, THROTTLED",
            "451, SERVICE_FAILING", "500, SERVICE_FAILING", "503, SERVICE_FAILING", "509, THROTTLED"
        })
        void noStatusOfAReadingEndsTheSignIn(int status, Kind kind) {
            graph.always(READ, request -> error(status, "Whatever"));

            Problem problem = reading();

            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.kind().endsTheSignIn()).isFalse();
        }

        @Test
        void readingNeedsConsent() {
            tokens.granted.remove(Scope.PRESENCE_READ);
            graph.always(READ, request -> error(403, "Forbidden"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.CONSENT_NEEDED, "HTTP 403 Forbidden"));
        }

        @Test
        void settingIsNotAllowed() {
            graph.always(SET, request -> error(403, "Forbidden"));

            assertThat(setting()).isEqualTo(Problem.of(Kind.REFUSED_BY_GRAPH, "HTTP 403 Forbidden"));
        }

        @Test
        void nothingOfItsMessageReachesTheLog() {
            tokens.granted.clear();
            graph.always(READ, request -> error(403, "Forbidden"));

            assertThat(catchThrowableOfType(ProblemException.class, presence()::read))
                    .hasStackTraceContaining("consent-needed")
                    .satisfies(problem -> assertThat(problem.getCause()).isNull());
        }

        @Test
        void nothingOfItsMessageIsShown() {
            graph.always(SET, request -> error(403, "Anna Muster has no licence"));

            assertThat(setting().code()).isEqualTo("HTTP 403");
        }

        @Test
        void anAccountWithoutPresenceIsNamed() {
            graph.always(READ, request -> error(404, "NotFound"));

            assertThat(reading().kind()).isEqualTo(Kind.NO_PRESENCE);
        }

        @Test
        void aBadPairIsRefusedForNow() {
            graph.always(SET, request -> error(400, "InvalidArgument"));

            assertThat(setting()).isEqualTo(Problem.of(Kind.REFUSED_FOR_NOW, "HTTP 400 InvalidArgument"));
        }
    }

    @Nested
    class WhenGraphAsksToWait {

        @Test
        void secondsAreHonouredAndNothingIsRepeated() {
            graph.always(READ, request -> error(429, "TooManyRequests").with("Retry-After", "17"));

            assertThat(reading()).isEqualTo(new Problem(Kind.THROTTLED, "HTTP 429", Optional.of(now.plusSeconds(17))));
            assertThat(graph.seen).hasSize(1);
        }

        @Test
        void aDateIsHonoured() {
            now = Instant.parse("2026-11-20T10:00:00Z");
            graph.always(
                    READ,
                    request -> error(429, "TooManyRequests").with("Retry-After", "Fri, 20 Nov 2026 10:00:40 GMT"));

            assertThat(reading().until()).contains(Instant.parse("2026-11-20T10:00:40Z"));
        }

        @Test
        void withoutATimeThereIsNone() {
            graph.always(READ, request -> error(429, "TooManyRequests"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.THROTTLED, "HTTP 429"));
        }

        @Test
        void aWebPageWithTheStatusIsStillThrottling() {
            graph.always(
                    READ,
                    request ->
                            StandIn.Reply.of(429, "text/html", "<h1>slow</h1>").with("Retry-After", "3"));

            assertThat(reading().until()).contains(now.plusSeconds(3));
        }
    }

    @Nested
    class WhenGraphFails {

        @ParameterizedTest
        @ValueSource(ints = {500, 502, 503, 504})
        void itIsSaidSoAtOnceWithoutRepeating(int status) {
            graph.always(READ, request -> error(status, "serviceNotAvailable"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.SERVICE_FAILING, "HTTP " + status));
            assertThat(graph.seen).hasSize(1);
        }

        @Test
        void theTimeItNamesIsKept() {
            graph.always(READ, request -> error(503, "serviceNotAvailable").with("Retry-After", "30"));

            assertThat(reading().until()).contains(now.plusSeconds(30));
        }

        @Test
        void aGatewaysWebPageIsTheServiceFailing() {
            graph.always(READ, request -> StandIn.Reply.of(502, "text/html", "<h1>Bad Gateway</h1>"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.SERVICE_FAILING, "HTTP 502"));
        }
    }
}
