package app.ampel.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.account.Cloud;
import app.ampel.account.Registration;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import app.ampel.problem.Problem;
import app.ampel.problem.Problem.Kind;
import app.ampel.problem.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real SDK against a real server on loopback. */
class GraphPresenceTest {

    private static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    private static final String READ = "/me/presence";
    private static final String SET = "/me/presence/setPresence";
    private static final String CLEAR = "/me/presence/clearPresence";

    /** As in Microsoft's documentation of the resource. */
    private static final String BUSY = """
            {"id":"fa8bf3dc-eca7-46b7-bad1-db199b62afc3","availability":"Busy","activity":"InAMeeting",
            "outOfOfficeSettings":{"isOutOfOffice":true,"message":"away"},"sequenceNumber":"A0637473877",
            "statusMessage":{"message":{"content":"In Basel","contentType":"text"}},
            "workLocation":{"workLocationType":"remote","source":"manual"}}""";

    private final StandIn graph = new StandIn();
    private final HttpStack http = Stacks.trusting(Certificates.GOOD);
    private final Tokens tokens = new Tokens();
    private Instant now = Instant.now();

    @AfterEach
    void close() {
        http.close();
        graph.close();
    }

    private GraphPresence presence() {
        return presence(Cloud.GLOBAL, graph.at("/v1.0"));
    }

    private GraphPresence presence(Cloud cloud, URI address) {
        Registration registration =
                new Registration(CLIENT, "organizations", cloud, Optional.empty(), Optional.of(address));
        return new GraphPresence(registration, tokens, http, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Problem reading() {
        return problem(presence()::read);
    }

    private Problem setting() {
        return problem(() -> set(presence()));
    }

    private static void set(GraphPresence presence) throws ProblemException {
        presence.setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofHours(1));
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private static StandIn.Reply error(int status, String code) {
        return StandIn.Reply.json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"secret words\"}}");
    }

    /** Hands out t1, t2, … and remembers what it was asked for. */
    private static final class Tokens implements AccessTokens {

        private final List<String> asked = new ArrayList<>();
        private int count = 1;
        private Optional<Problem> problem = Optional.empty();

        @Override
        public synchronized String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException {
            if (problem.isPresent()) {
                throw new ProblemException(problem.get());
            }
            asked.add(claims.orElse("") + (forceRefresh ? "!" : ""));
            count += forceRefresh ? 1 : 0;
            return "t" + count;
        }
    }

    @Nested
    class WhenGraphAnswers {

        @Test
        void everythingItSaysAboutThePresenceIsKept() throws ProblemException {
            graph.always(READ, request -> StandIn.Reply.json(200, BUSY));

            Presence read = presence().read();

            assertThat(read)
                    .isEqualTo(new Presence(
                            Availability.BUSY,
                            Activity.IN_A_MEETING,
                            true,
                            Optional.of("In Basel"),
                            Optional.of("remote"),
                            "A0637473877"));
            assertThat(graph.seen).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.path()).isEqualTo("/v1.0/me/presence");
                assertThat(request.headers()).containsEntry("authorization", "Bearer t1");
            });
        }

        @Test
        void unknownWordsAreKeptAsTheyAre() throws ProblemException {
            graph.always(
                    READ,
                    request -> StandIn.Reply.json(
                            200, "{\"availability\":\"Levitating\",\"activity\":\"inAHammock\",\"new\":{\"a\":[1]}}"));

            Presence read = presence().read();

            assertThat(read.availability().word()).isEqualTo("Levitating");
            assertThat(read.activity().word()).isEqualTo("inAHammock");
        }

        @Test
        void anUnknownWorkLocationCostsNothingElse() throws ProblemException {
            graph.always(
                    READ,
                    request -> StandIn.Reply.json(
                            200,
                            "{\"availability\":\"Away\",\"activity\":\"Away\",\"workLocation\":{\"workLocationType\":\"moon\"}}"));

            assertThat(presence().read()).isEqualTo(Presence.of(Availability.AWAY, Activity.AWAY));
        }
    }

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
        void andAgainAfterThatTheUserHasToSignInToRead() {
            graph.always(READ, request -> error(401, "InvalidAuthenticationToken"));

            assertThat(reading()).isEqualTo(Problem.of(Kind.SIGN_IN_EXPIRED, "HTTP 401 InvalidAuthenticationToken"));
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

            assertThat(reading().kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
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
        void readingNeedsConsent() {
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
    class WhenSettingAStatus {

        @Test
        void theSessionOfThisAppIsSetForWholeMinutes() throws ProblemException {
            graph.always(SET, request -> StandIn.Reply.of(200, null, ""));

            presence().setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofSeconds(3630));

            StandIn.Seen request = graph.seen.get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1.0/me/presence/setPresence");
            assertThat(request.body())
                    .contains("\"sessionId\":\"" + CLIENT + "\"")
                    .contains("\"availability\":\"Busy\"")
                    .contains("\"activity\":\"InACall\"")
                    .contains("\"expirationDuration\":\"PT1H\"");
        }

        @Test
        void eachRenewalSendsTheWholeBodyAgain() throws ProblemException {
            graph.always(SET, request -> StandIn.Reply.of(204, null, ""));
            GraphPresence presence = presence();

            set(presence);
            set(presence);

            assertThat(graph.seen).extracting(StandIn.Seen::body).hasSize(2).allMatch(body -> body.contains(CLIENT));
            assertThat(graph.seen.get(1).body()).isEqualTo(graph.seen.get(0).body());
        }

        @Test
        void clearingNamesTheSession() throws ProblemException {
            graph.always(CLEAR, request -> StandIn.Reply.of(200, null, ""));

            presence().clearSession();

            assertThat(graph.seen.get(0).body()).isEqualTo("{\"sessionId\":\"" + CLIENT + "\"}");
        }

        @Test
        void clearingWhatIsGoneIsSuccess() throws ProblemException {
            graph.always(CLEAR, request -> error(404, "NotFound"));

            presence().clearSession();

            assertThat(graph.seen).hasSize(1);
        }

        @Test
        void clearingThatFailsIsSaid() {
            graph.always(CLEAR, request -> error(503, "serviceNotAvailable"));

            assertThat(problem(presence()::clearSession).kind()).isEqualTo(Kind.SERVICE_FAILING);
        }
    }

    @Nested
    class InACloudThatOffersLess {

        @Test
        void chinaHasNoPresence() {
            assertThat(problem(presence(Cloud.CHINA, graph.at("/v1.0"))::read).kind())
                    .isEqualTo(Kind.NO_PRESENCE_IN_CLOUD);
            assertThat(graph.seen).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"USGOV", "USGOV_DOD", "CHINA"})
        void settingIsNotOffered(Cloud cloud) {
            GraphPresence presence = presence(cloud, graph.at("/v1.0"));

            assertThat(problem(() -> set(presence)).kind()).isEqualTo(Kind.READ_ONLY_CLOUD);
            assertThat(problem(presence::clearSession).kind()).isEqualTo(Kind.READ_ONLY_CLOUD);
            assertThat(graph.seen).isEmpty();
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
