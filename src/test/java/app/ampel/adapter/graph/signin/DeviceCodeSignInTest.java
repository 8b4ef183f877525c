package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in by code: the real MSAL4J against a real server on loopback. */
class DeviceCodeSignInTest extends AccountFixture {

    @Nested
    class WhenSigningInByCode {

        @Test
        void theUserIsToldWhatToDoAndIsSignedInAfterIt() throws ProblemException {
            Profile profile = signIn();

            assertThat(prompts).singleElement().satisfies(prompt -> {
                assertThat(prompt.way()).isEqualTo(SignInWay.DEVICE_CODE);
                assertThat(prompt.address()).isEqualTo(URI.create("https://login.example/device"));
                assertThat(prompt.code()).contains("CODE1");
                assertThat(prompt.consent()).isEmpty();
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

            assertThat(problem(DeviceCodeSignInTest.this::signIn).kind()).isEqualTo(Kind.SIGN_IN_UNFINISHED);
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
                // Only the first code runs out: the second is good for as long as a slow computer needs.
                service.codeLife = 900;
                service.approved = Optional.of(SignInService.ANNA).filter(anna -> prompts.size() == 2);
            });

            assertThat(prompts).hasSize(2);
        }

        @Test
        void aPersonalAccountIsRefusedAndNotKept() throws ProblemException {
            service.approved = Optional.of(SignInService.PERSONAL);

            assertThat(problem(DeviceCodeSignInTest.this::signIn).kind()).isEqualTo(Kind.PERSONAL_ACCOUNT);
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
            "invalid_grant, 50057, ACCOUNT_BLOCKED",
            "invalid_grant, 50053, ACCOUNT_BLOCKED",
            "invalid_grant, 500341, ACCOUNT_BLOCKED",
            "invalid_grant, 90072, WRONG_TENANT",
            "invalid_request, 90072, WRONG_TENANT",
            "invalid_grant, 51004, WRONG_TENANT",
            "invalid_grant, 1234567, SIGN_IN_REFUSED",
            "interaction_required, 50097, DEVICE_NOT_REGISTERED",
            "invalid_grant, 65001, CONSENT_NEEDED"
        })
        void aRefusalAtTheEndEndsIt(String word, int number, Kind kind) {
            server.always("/token", request -> SignInService.error(400, word, number));

            assertThat(problem(DeviceCodeSignInTest.this::signIn)).isEqualTo(Problem.of(kind, "AADSTS" + number));
            assertThat(server.seenAt("/token")).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"unauthorized_client, 700016, UNKNOWN_CLIENT", "invalid_request, 90002, WRONG_TENANT"})
        void aRefusalAtTheBeginningEndsItWithoutACode(String word, int number, Kind kind) {
            server.always("/devicecode", request -> SignInService.error(400, word, number));

            assertThat(problem(DeviceCodeSignInTest.this::signIn)).isEqualTo(Problem.of(kind, "AADSTS" + number));
            assertThat(prompts).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7.48V1_ALb6US04U3b.5eym8.XFBoMYUZ",
                    "no token at all",
                    "a.b.c"
                })
        void anIdTokenThatCannotBeReadIsMicrosoftsAnswerAndNotOurFault(String token) {
            service.idToken = Optional.of(token);

            assertThat(problem(DeviceCodeSignInTest.this::signIn).kind())
                    .isIn(Kind.SERVICE_UNREADABLE, Kind.SIGN_IN_INTERRUPTED);
        }

        @Test
        void aWebPageInsteadOfACodeIsACaptivePortal() {
            server.always("/devicecode", request -> StandIn.Reply.of(200, "text/html", "<p>Hotel</p>"));

            assertThat(problem(DeviceCodeSignInTest.this::signIn).kind()).isEqualTo(Kind.CAPTIVE_PORTAL);
        }

        @Test
        void withoutANetworkItIsSaidAtOnce() {
            server.close();

            assertThat(problem(DeviceCodeSignInTest.this::signIn).kind()).isEqualTo(Kind.NO_NETWORK);
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

            Problem problem = problem(DeviceCodeSignInTest.this::signIn);

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

            assertThat(problem(DeviceCodeSignInTest.this::signIn))
                    .isEqualTo(Problem.of(Kind.SIGN_IN_INTERRUPTED, "AADSTS90033"));
            assertThat(prompts).hasSize(3);
        }
    }

    @Nested
    class WhenTheUserGivesUp {

        @Test
        void nothingIsKeptAndNobodyPollsOn() throws Exception {
            service.approved = Optional.empty();
            Future<Problem> ended = threads.submit(() -> problem(DeviceCodeSignInTest.this::signIn));
            await().until(() -> !server.seenAt("/token").isEmpty());

            threads.shutdownNow();

            assertThat(ended.get().kind()).isEqualTo(Kind.SIGN_IN_CANCELLED);
            service.approved = Optional.of(SignInService.ANNA);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("ampel-sign-in")));
            assertThat(account.profile()).isEmpty();
        }
    }
}
