package app.ampel.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.ampel.account.Account.TokenPlace;
import app.ampel.account.Cloud;
import app.ampel.account.Profile;
import app.ampel.account.Scope;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.problem.Problem;
import app.ampel.problem.Problem.Kind;
import app.ampel.problem.ProblemException;
import app.ampel.words.Words;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real MSAL4J against a real server on loopback. */
class MsalAccountTest {

    private static final String WHOLE_SET = "openid profile offline_access User.Read Presence.Read";

    private final StandIn server = new StandIn();
    private final SignInService service = new SignInService(server);
    private final HttpStack http = Stacks.trusting(Certificates.GOOD);
    private final MemoryTokens store = new MemoryTokens();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<SignInPrompt> prompts = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Browser browser = address -> false;
    private final MsalAccount account = account(Cloud.GLOBAL);

    private MsalAccount account(Cloud cloud) {
        return account(cloud, BrowserFlow.PATIENCE);
    }

    private MsalAccount account(Cloud cloud, Duration patience) {
        return new MsalAccount(
                service.registration(cloud),
                http,
                store,
                address -> browser.open(address),
                Words.in(Locale.UK),
                Clock.systemUTC(),
                pauses::add,
                patience);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        http.close();
        server.close();
    }

    private Profile signIn() throws ProblemException {
        return account.signIn(SignInWay.DEVICE_CODE, prompts::add);
    }

    private Profile grant() throws ProblemException {
        return account.grant(Scope.PRESENCE_READ_WRITE, SignInWay.DEVICE_CODE, prompts::add);
    }

    /** MSAL4J writes them in an order of its own when it renews. */
    private static Set<String> scopes(StandIn.Seen request) {
        return Set.of(request.form().get("scope").split(" "));
    }

    private static Set<String> set(String scopes) {
        return Set.of(scopes.split(" "));
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private String token() throws ProblemException {
        return account.accessToken(Optional.empty(), false);
    }

    private String freshToken() throws ProblemException {
        return account.accessToken(Optional.empty(), true);
    }

    @Nested
    class WhenSigningInByCode {

        @Test
        void theUserIsToldWhatToDoAndIsSignedInAfterIt() throws ProblemException {
            Profile profile = signIn();

            assertThat(prompts).singleElement().satisfies(prompt -> {
                assertThat(prompt.way()).isEqualTo(SignInWay.DEVICE_CODE);
                assertThat(prompt.address()).isEqualTo(URI.create("https://login.example/device"));
                assertThat(prompt.code()).contains("CODE1");
                assertThat(prompt.scope()).isEmpty();
            });
            assertThat(profile)
                    .isEqualTo(new Profile(
                            "Anna Muster",
                            "anna@contoso.com",
                            "contoso.com",
                            SignInService.TENANT,
                            "a1",
                            Set.of(Scope.USER_READ, Scope.PRESENCE_READ)));
            assertThat(account.profile()).contains(profile);
            assertThat(account.tokenPlace()).isEqualTo(TokenPlace.MEMORY);
        }

        @Test
        void onlyTheLeastIsAskedForAndNobodyButTheLoginHost() throws ProblemException {
            signIn();

            assertThat(server.seen)
                    .extracting(StandIn.Seen::path)
                    .containsExactly(
                            "/" + SignInService.TENANT + "/oauth2/v2.0/devicecode",
                            "/" + SignInService.TENANT + "/oauth2/v2.0/token");
            assertThat(server.seen.get(0).form()).containsEntry("scope", WHOLE_SET);
            assertThat(server.seen)
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("accept", "application/json"));
        }

        @Test
        void itWaitsUntilTheUserHasApproved() throws ProblemException {
            service.approved = Optional.empty();

            Profile profile = account.signIn(SignInWay.DEVICE_CODE, prompt -> {
                prompts.add(prompt);
                await().until(() -> !server.seenAt("/token").isEmpty());
                service.approved = Optional.of(SignInService.ANNA);
            });

            assertThat(profile.name()).isEqualTo("Anna Muster");
            assertThat(prompts).hasSize(1);
        }

        @Test
        void aCodeThatNobodyUsedIsRenewedOnce() {
            server.always("/token", request -> SignInService.error(400, "expired_token", 70020));

            assertThat(problem(MsalAccountTest.this::signIn).kind()).isEqualTo(Kind.SIGN_IN_UNFINISHED);
            assertThat(prompts)
                    .extracting(SignInPrompt::code)
                    .containsExactly(Optional.of("CODE1"), Optional.of("CODE2"));
        }

        @Test
        void aCodeThatRanOutByTheClockIsRenewedAndTheNewOneWorks() throws ProblemException {
            service.codeLife = 1;
            service.approved = Optional.empty();

            account.signIn(SignInWay.DEVICE_CODE, prompt -> {
                prompts.add(prompt);
                service.approved = Optional.of(SignInService.ANNA).filter(anna -> prompts.size() == 2);
            });

            assertThat(prompts).hasSize(2);
        }

        @Test
        void aPersonalAccountIsRefusedAndNotKept() throws ProblemException {
            service.approved = Optional.of(SignInService.PERSONAL);

            assertThat(problem(MsalAccountTest.this::signIn).kind()).isEqualTo(Kind.PERSONAL_ACCOUNT);
            assertThat(account.profile()).isEmpty();
            assertThat(store.read()).isEmpty();
        }

        @Test
        void anotherAccountTakesThePlaceOfTheFirst() throws ProblemException {
            signIn();
            service.approved = Optional.of(SignInService.BEN);

            signIn();

            assertThat(account.profile()).map(Profile::name).contains("Ben Beispiel");
            assertThat(store.read().orElseThrow()).doesNotContain("anna");
            assertThat(token()).startsWith("access-");
        }

        @ParameterizedTest
        @CsvSource({
            "authorization_declined, 70000, SIGN_IN_DECLINED",
            "invalid_client, 7000218, PUBLIC_CLIENT_NOT_ALLOWED",
            "invalid_grant, 50105, USER_NOT_ASSIGNED",
            "invalid_grant, 53003, BLOCKED_BY_POLICY",
            "interaction_required, 50097, DEVICE_NOT_REGISTERED",
            "invalid_grant, 65001, CONSENT_NEEDED"
        })
        void aRefusalAtTheEndEndsIt(String word, int number, Kind kind) {
            server.always("/token", request -> SignInService.error(400, word, number));

            assertThat(problem(MsalAccountTest.this::signIn)).isEqualTo(Problem.of(kind, "AADSTS" + number));
            assertThat(server.seenAt("/token")).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"unauthorized_client, 700016, UNKNOWN_CLIENT", "invalid_request, 90002, WRONG_TENANT"})
        void aRefusalAtTheBeginningEndsItWithoutACode(String word, int number, Kind kind) {
            server.always("/devicecode", request -> SignInService.error(400, word, number));

            assertThat(problem(MsalAccountTest.this::signIn)).isEqualTo(Problem.of(kind, "AADSTS" + number));
            assertThat(prompts).isEmpty();
        }

        @Test
        void aWebPageInsteadOfACodeIsACaptivePortal() {
            server.always("/devicecode", request -> StandIn.Reply.of(200, "text/html", "<p>Hotel</p>"));

            assertThat(problem(MsalAccountTest.this::signIn).kind()).isEqualTo(Kind.CAPTIVE_PORTAL);
        }

        @Test
        void withoutANetworkItIsSaidAtOnce() {
            server.close();

            assertThat(problem(MsalAccountTest.this::signIn).kind()).isEqualTo(Kind.NO_NETWORK);
            assertThat(pauses).isEmpty();
        }

        @Test
        void chinaIsRefusedBeforeAnythingIsAsked() {
            assertThat(problem(() -> account(Cloud.CHINA).signIn(SignInWay.DEVICE_CODE, prompts::add))
                            .kind())
                    .isEqualTo(Kind.NO_PRESENCE_IN_CLOUD);
            assertThat(server.seen).isEmpty();
        }
    }

    @Nested
    class WhenMicrosoftHasAHiccup {

        @ParameterizedTest
        @ValueSource(ints = {429, 500, 503})
        void theCodeIsNotWasted(int status) throws ProblemException {
            server.next("/token", StandIn.Reply.json(status, "{}").with("Retry-After", "7"));

            signIn();

            assertThat(prompts).hasSize(1);
            assertThat(pauses).anyMatch(pause -> pause.toMillis() > 6000 && pause.toMillis() <= 7000);
        }

        @Test
        void slowingDownIsObeyedFromThenOn() throws ProblemException {
            server.next("/token", SignInService.error(400, "slow_down", 70016));

            signIn();

            assertThat(prompts).hasSize(1);
            assertThat(pauses).last().isEqualTo(Duration.ofSeconds(5));
        }

        @Test
        void aWebPageInBetweenDoesNotWasteTheCode() throws ProblemException {
            server.next("/token", StandIn.Reply.of(200, "text/html", "<p>Welcome</p>"));

            signIn();

            assertThat(prompts).hasSize(1);
        }

        @Test
        void aServiceTooBusyForACodeIsAskedAgain() throws ProblemException {
            server.next("/devicecode", StandIn.Reply.json(503, "{}"));
            server.next("/devicecode", StandIn.Reply.json(429, "{}").with("Retry-After", "20"));

            signIn();

            assertThat(prompts).hasSize(1);
            assertThat(pauses).anyMatch(pause -> pause.toMillis() > 19000);
        }

        @Test
        void aServiceThatWantsAnHourIsNotWaitedFor() {
            server.always(
                    "/devicecode", request -> StandIn.Reply.json(429, "{}").with("Retry-After", "3000"));

            Problem problem = problem(MsalAccountTest.this::signIn);

            assertThat(problem.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(problem.until()).isPresent();
        }

        @Test
        void aFlowThatDiesIsBegunAgainAndInTheEndGivenUp() {
            // The poll pauses itself away here; MSAL4J's own second between two polls is real.
            server.always(
                    "/devicecode",
                    request -> StandIn.Reply.json(
                            200,
                            "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"https://x\",\"expires_in\":900,\"interval\":1}"));
            server.always("/token", request -> SignInService.error(400, "invalid_request", 90033));

            assertThat(problem(MsalAccountTest.this::signIn))
                    .isEqualTo(Problem.of(Kind.SIGN_IN_INTERRUPTED, "AADSTS90033"));
            assertThat(prompts).hasSize(3);
        }
    }

    @Nested
    class WhenTheUserGivesUp {

        @Test
        void nothingIsKeptAndNobodyPollsOn() throws Exception {
            service.approved = Optional.empty();
            Future<Problem> ended = threads.submit(() -> problem(MsalAccountTest.this::signIn));
            await().until(() -> !server.seenAt("/token").isEmpty());

            threads.shutdownNow();

            assertThat(ended.get().kind()).isEqualTo(Kind.SIGN_IN_CANCELLED);
            service.approved = Optional.of(SignInService.ANNA);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("ampel-sign-in")));
            assertThat(account.profile()).isEmpty();
        }
    }

    @Nested
    class WhenATokenIsNeeded {

        @Test
        void nobodySignedInIsSaid() {
            assertThat(problem(MsalAccountTest.this::token).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        }

        @Test
        void aGoodOneIsTakenFromTheCache() throws ProblemException {
            signIn();

            assertThat(token()).isEqualTo(token());
            assertThat(service.tokenRequests("refresh_token")).isEmpty();
        }

        @Test
        void aRunOutOneIsRenewedOnceForAllWhoAsk() throws Exception {
            service.life = 100;
            signIn();
            service.life = 3600;

            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(MsalAccountTest.this::token));
            }
            Set<String> given = new HashSet<>();
            for (Future<String> one : all) {
                given.add(one.get());
            }

            assertThat(given).hasSize(1);
            assertThat(service.tokenRequests("refresh_token"))
                    .singleElement()
                    .satisfies(request -> assertThat(scopes(request)).isEqualTo(set(WHOLE_SET)));
        }

        @Test
        void aRenewedOneIsKeptForTheNextRun() throws ProblemException {
            signIn();
            String renewed = freshToken();

            assertThat(account(Cloud.GLOBAL).accessToken(Optional.empty(), false))
                    .isEqualTo(renewed);
        }

        @Test
        void aClaimsChallengeReachesMicrosoft() throws ProblemException {
            signIn();

            account.accessToken(
                    Optional.of("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"7\"}}}"), false);

            assertThat(service.tokenRequests("refresh_token").get(0).form().get("claims"))
                    .contains("\"nbf\":{\"essential\":true,\"value\":\"7\"}")
                    .contains("\"xms_cc\":{\"values\":[\"cp1\"]}");
        }

        @Test
        void anEndedSignInIsSaidAndTheAccountStays() throws ProblemException {
            signIn();
            server.always("/token", request -> SignInService.error(400, "invalid_grant", 70043));

            assertThat(problem(MsalAccountTest.this::freshToken))
                    .isEqualTo(Problem.of(Kind.SIGN_IN_EXPIRED, "AADSTS70043"));
            assertThat(account.profile()).isPresent();
        }

        @Test
        void aMissingNetworkSignsNobodyOut() throws ProblemException {
            signIn();
            server.close();

            assertThat(problem(MsalAccountTest.this::freshToken).kind()).isEqualTo(Kind.NO_NETWORK);
            assertThat(account.profile()).isPresent();
            assertThat(token()).startsWith("access-");
        }

        @Test
        void aFailingServiceIsSaidAndThenLeftAloneForAWhile() throws ProblemException {
            signIn();
            server.always("/token", request -> StandIn.Reply.json(503, "{}").with("Retry-After", "60"));

            Problem first = problem(MsalAccountTest.this::freshToken);
            Problem second = problem(MsalAccountTest.this::freshToken);

            assertThat(first.kind()).isEqualTo(Kind.SERVICE_FAILING);
            assertThat(first.until()).isPresent();
            assertThat(second.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(second.until()).isPresent();
            assertThat(service.tokenRequests("refresh_token")).hasSize(1);
        }

        @Test
        void consentTakenBackDoesNotStopTheReading() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";
            signIn();
            grant();
            service.allowed = "User.Read Presence.Read";

            assertThat(freshToken()).startsWith("access-");
        }

        @Test
        void afterTheNextStartNothingIsAskedAgain() throws ProblemException {
            Profile before = signIn();
            String token = token();
            int asked = server.seen.size();
            MsalAccount next = account(Cloud.GLOBAL);

            assertThat(next.profile()).contains(before);
            assertThat(next.accessToken(Optional.empty(), false)).isEqualTo(token);
            assertThat(server.seen).hasSize(asked);
        }

        @Test
        void anotherClientIdMeansAnotherSignIn() throws ProblemException {
            signIn();
            MsalAccount other = new MsalAccount(
                    new SignInService(server).registration(),
                    http,
                    store,
                    browser,
                    Words.in(Locale.UK),
                    Clock.systemUTC());

            assertThat(other.profile()).isEmpty();
        }
    }

    @Nested
    class WhenOneMoreScopeIsNeeded {

        @Test
        void whatIsGrantedForAllIsTakenSilently() throws ProblemException {
            signIn();
            prompts.clear();
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";

            Profile profile = grant();

            assertThat(profile.scopes()).contains(Scope.PRESENCE_READ_WRITE);
            assertThat(prompts).isEmpty();
            assertThat(scopes(service.tokenRequests("refresh_token").get(0)))
                    .isEqualTo(set(WHOLE_SET + " Presence.ReadWrite"));
        }

        @Test
        void otherwiseTheUserIsAskedForTheWholeSet() throws ProblemException {
            signIn();
            prompts.clear();

            Profile profile = grant();

            assertThat(profile.scopes())
                    .containsExactlyInAnyOrder(Scope.USER_READ, Scope.PRESENCE_READ, Scope.PRESENCE_READ_WRITE);
            assertThat(prompts)
                    .singleElement()
                    .extracting(SignInPrompt::scope)
                    .isEqualTo(Optional.of(Scope.PRESENCE_READ_WRITE));
            assertThat(server.seenAt("/devicecode").get(1).form())
                    .containsEntry("scope", WHOLE_SET + " Presence.ReadWrite");
        }

        @Test
        void theSetOnlyGrowsAlsoAfterTheNextStart() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";
            signIn();
            grant();
            MsalAccount next = account(Cloud.GLOBAL);

            next.accessToken(Optional.empty(), true);
            next.signIn(SignInWay.DEVICE_CODE, prompts::add);

            assertThat(service.tokenRequests("refresh_token"))
                    .last()
                    .satisfies(
                            request -> assertThat(scopes(request)).isEqualTo(set(WHOLE_SET + " Presence.ReadWrite")));
            assertThat(server.seenAt("/devicecode"))
                    .last()
                    .satisfies(request ->
                            assertThat(request.form()).containsEntry("scope", WHOLE_SET + " Presence.ReadWrite"));
        }

        @Test
        void whatIsThereAlreadyIsNotAskedFor() throws ProblemException {
            signIn();
            grant();
            int asked = server.seen.size();

            grant();

            assertThat(server.seen).hasSize(asked);
        }

        @Test
        void anotherAccountsConsentIsRefusedAndTheFirstStays() throws ProblemException {
            Profile anna = signIn();
            service.approved = Optional.of(SignInService.BEN);

            assertThat(problem(MsalAccountTest.this::grant).kind()).isEqualTo(Kind.OTHER_ACCOUNT);
            assertThat(account.profile()).contains(anna);
            assertThat(account(Cloud.GLOBAL).profile()).contains(anna);
            assertThat(token()).startsWith("access-");
        }

        @Test
        void aRefusalLeavesTheUserSignedIn() throws ProblemException {
            Profile anna = signIn();
            server.always("/token", request -> SignInService.error(400, "invalid_grant", 65001));

            assertThat(problem(MsalAccountTest.this::grant).kind()).isEqualTo(Kind.CONSENT_NEEDED);
            assertThat(account.profile()).contains(anna);
        }

        @Test
        void aMissingNetworkIsNoReasonToAskTheUser() throws ProblemException {
            signIn();
            prompts.clear();
            server.close();

            assertThat(problem(MsalAccountTest.this::grant).kind()).isEqualTo(Kind.NO_NETWORK);
            assertThat(prompts).isEmpty();
        }

        @Test
        void aCloudThatOnlyReadsIsSaid() {
            MsalAccount usgov = account(Cloud.USGOV);

            assertThat(problem(() -> usgov.grant(Scope.PRESENCE_READ_WRITE, SignInWay.DEVICE_CODE, prompts::add))
                            .kind())
                    .isEqualTo(Kind.READ_ONLY_CLOUD);
        }

        @Test
        void somebodyHasToBeSignedIn() {
            assertThat(problem(MsalAccountTest.this::grant).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        }
    }

    @Nested
    class WhenSigningOut {

        @Test
        void nothingIsLeftHere() throws ProblemException {
            signIn();

            account.signOut();

            assertThat(account.profile()).isEmpty();
            assertThat(store.read()).isEmpty();
            assertThat(problem(MsalAccountTest.this::token).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        }
    }

    @Nested
    class WhenSigningInWithTheBrowser {

        private final HttpClient web = HttpClient.newHttpClient();
        private final List<URI> opened = new CopyOnWriteArrayList<>();
        private volatile HttpResponse<String> page;

        private Profile signInWith(Consumer<URI> whatTheBrowserDoes) throws ProblemException {
            browser = address -> {
                opened.add(address);
                threads.execute(() -> whatTheBrowserDoes.accept(address));
                return true;
            };
            return account.signIn(SignInWay.BROWSER, prompts::add);
        }

        private String parameter(URI address, String name) {
            return new StandIn.Seen("", "", Map.of(), address.getRawQuery())
                    .form()
                    .get(name);
        }

        private void comeBack(URI address, String answer) {
            post(address, "state=" + parameter(address, "state") + "&" + answer);
        }

        private void post(URI address, String form) {
            try {
                page = web.send(
                        HttpRequest.newBuilder(URI.create(parameter(address, "redirect_uri")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void theCodeIsProvedAndTheUserSignedIn() throws ProblemException {
            Profile profile = signInWith(address -> comeBack(address, "code=" + service.code(address)));

            assertThat(profile.name()).isEqualTo("Anna Muster");
            URI address = opened.get(0);
            assertThat(address.getPath()).isEqualTo("/" + SignInService.TENANT + "/oauth2/v2.0/authorize");
            assertThat(parameter(address, "redirect_uri")).matches("http://localhost:[0-9]+");
            assertThat(parameter(address, "code_challenge_method")).isEqualTo("S256");
            assertThat(parameter(address, "client_id")).isEqualTo(service.clientId);
            assertThat(parameter(address, "prompt")).isEqualTo("select_account");
            assertThat(List.of(parameter(address, "scope").split(" "))).containsExactlyInAnyOrder(WHOLE_SET.split(" "));
            assertThat(prompts).singleElement().satisfies(prompt -> {
                assertThat(prompt.way()).isEqualTo(SignInWay.BROWSER);
                assertThat(prompt.address()).isEqualTo(address);
                assertThat(prompt.code()).isEmpty();
            });
            await().until(() -> page != null);
            assertThat(page.body()).contains(Words.in(Locale.UK).say("sign-in-page.done"));
        }

        @Test
        void aServiceThatAnswersInTheAddressIsUnderstoodToo() throws ProblemException {
            Profile profile = signInWith(address -> {
                URI redirect = URI.create(parameter(address, "redirect_uri") + "/?code=" + service.code(address)
                        + "&state=" + parameter(address, "state"));
                web.sendAsync(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.discarding());
            });

            assertThat(profile.name()).isEqualTo("Anna Muster");
        }

        @Test
        void aDeclinedConsentIsSaidHereAndOnThePage() {
            Problem problem = problem(() -> signInWith(address -> comeBack(
                    address, "error=access_denied&error_description=AADSTS65004%3A+User+declined+to+consent")));

            assertThat(problem).isEqualTo(Problem.of(Kind.SIGN_IN_DECLINED, "AADSTS65004"));
            await().until(() -> page != null);
            assertThat(page.body()).contains(Words.in(Locale.UK).say("sign-in-page.failed"));
        }

        @Test
        void somebodyElsesAnswerIsTurnedAwayAndWaitingGoesOn() throws ProblemException {
            signInWith(address -> {
                post(address, "code=stolen&state=wrong");
                assertThat(page.statusCode()).isEqualTo(404);
                comeBack(address, "code=" + service.code(address));
            });

            assertThat(service.tokenRequests("authorization_code")).hasSize(1);
        }

        @Test
        void withoutABrowserItIsSaid() {
            assertThat(problem(() -> account.signIn(SignInWay.BROWSER, prompts::add))
                            .kind())
                    .isEqualTo(Kind.NO_BROWSER);
            assertThat(prompts).isEmpty();
        }

        @Test
        void whoNeverComesBackHasNotFinished() {
            browser = address -> true;

            assertThat(problem(() -> account(Cloud.GLOBAL, Duration.ofMillis(20))
                                    .signIn(SignInWay.BROWSER, prompts::add))
                            .kind())
                    .isEqualTo(Kind.SIGN_IN_UNFINISHED);
        }

        @Test
        void itCanBeCancelled() throws ExecutionException, InterruptedException {
            Future<Problem> ended = threads.submit(() -> problem(() -> signInWith(address -> {})));
            await().until(() -> !prompts.isEmpty());

            threads.shutdownNow();

            assertThat(ended.get().kind()).isEqualTo(Kind.SIGN_IN_CANCELLED);
        }

        @Test
        void aConsentNamesTheAccountThatIsMeant() throws ProblemException {
            signIn();
            browser = address -> {
                opened.add(address);
                threads.execute(() -> comeBack(address, "code=" + service.code(address)));
                return true;
            };

            account.grant(Scope.PRESENCE_READ_WRITE, SignInWay.BROWSER, prompts::add);

            assertThat(parameter(opened.get(0), "login_hint")).isEqualTo("anna@contoso.com");
            assertThat(parameter(opened.get(0), "prompt")).isNull();
        }
    }
}
