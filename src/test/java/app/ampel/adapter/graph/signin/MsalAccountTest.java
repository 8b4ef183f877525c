package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After the sign-in: the real MSAL4J against a real server on loopback. */
class MsalAccountTest extends AccountFixture {

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
        void whatIsNotGrantedAnyMoreIsNotAskedForAgainAndNotCalledGranted() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";
            signIn();
            grant();
            service.allowed = "User.Read Presence.Read";

            String fresh = freshToken();

            assertThat(account.profile().orElseThrow().scopes())
                    .containsExactlyInAnyOrder(Scope.USER_READ, Scope.PRESENCE_READ);
            assertThat(account(Cloud.GLOBAL).profile()).isEqualTo(account.profile());
            assertThat(token()).isEqualTo(fresh);
            assertThat(account(Cloud.GLOBAL).accessToken(Optional.empty(), false))
                    .isEqualTo(fresh);
        }

        @Test
        void anHourWithoutTheConsentGivenBeforeCostsNoMoreThanAnyOther() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";
            signIn();
            service.life = 100;
            grant();
            service.allowed = "User.Read Presence.Read";
            service.life = 3600;
            int before = server.seenAt("/token").size();

            for (int poll = 0; poll < 360; poll++) {
                assertThat(token()).startsWith("access-");
            }

            // One refusal, one renewal.
            assertThat(server.seenAt("/token")).hasSize(before + 2);
        }

        @Test
        void noConsentToAnythingIsSaidAndLeavesNothingGranted() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";
            signIn();
            grant();
            service.allowed = "";

            assertThat(problem(MsalAccountTest.this::freshToken).kind()).isEqualTo(Kind.CONSENT_NEEDED);
            assertThat(account.profile().orElseThrow().scopes()).doesNotContain(Scope.PRESENCE_READ_WRITE);
        }

        @ParameterizedTest
        @ValueSource(ints = {100, 0, -5})
        void tokensThatHaveRunOutWhenTheyComeAreNotAskedForAtEveryPoll(int life) throws ProblemException {
            service.life = life;
            signIn();

            for (int poll = 0; poll < 360; poll++) {
                assertThat(token()).startsWith("access-");
            }

            assertThat(service.tokenRequests("refresh_token")).hasSizeLessThanOrEqualTo(RenewalLimit.BURST);
        }

        @Test
        void aTokenThatGraphRefusesAgainAndAgainIsNotRenewedAtEveryPoll() throws ProblemException {
            signIn();

            for (int poll = 0; poll < 360; poll++) {
                assertThat(freshToken()).startsWith("access-");
            }

            assertThat(service.tokenRequests("refresh_token")).hasSize(RenewalLimit.BURST);
        }

        @Test
        void refusalsAreNotAskedForAtEveryPollEither() throws ProblemException {
            signIn();
            server.always("/token", request -> SignInService.error(400, "invalid_request", 9002313));

            for (int poll = 0; poll < 360; poll++) {
                try {
                    freshToken();
                } catch (ProblemException e) {
                    assertThat(e.problem().kind()).isEqualTo(Kind.SIGN_IN_REFUSED);
                }
            }

            assertThat(service.tokenRequests("refresh_token")).hasSizeLessThanOrEqualTo(RenewalLimit.BURST);
        }

        @Test
        void aCacheThatCannotBeSavedIsNoReasonToAskAgain() throws ProblemException {
            MsalAccount full = new MsalAccount(
                    service.registration(),
                    http,
                    new FullDisk(store),
                    browser,
                    Messages.in(Locale.UK),
                    Clock.systemUTC());
            signIn();
            full.accessToken(Optional.empty(), true);

            for (int poll = 0; poll < 360; poll++) {
                full.accessToken(Optional.empty(), false);
            }

            assertThat(service.tokenRequests("refresh_token")).hasSize(1);
        }

        @Test
        void withoutARefreshTokenNothingIsAskedAndTheUserIsTold() throws ProblemException {
            service.refreshes = false;
            signIn();
            int before = server.seen.size();

            assertThat(problem(MsalAccountTest.this::freshToken).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
            assertThat(server.seen).hasSize(before);
        }

        @Test
        void aClientLoopAsEntraSeesItIsToldAndLeftAlone() throws ProblemException {
            signIn();
            server.always("/token", request -> SignInService.error(400, "invalid_grant", 50196));

            Problem problem = problem(MsalAccountTest.this::freshToken);

            assertThat(problem.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(problem.code()).isEqualTo("AADSTS50196");
            assertThat(problem.until())
                    .hasValueSatisfying(until -> assertThat(until)
                            .isAfter(Clock.systemUTC().instant().plusSeconds(300)));
        }

        @Test
        void whoeverIsInterruptedWhileWaitingIsStillSignedIn() throws ProblemException {
            signIn();
            Thread.currentThread().interrupt();

            Problem problem = problem(MsalAccountTest.this::token);

            assertThat(Thread.interrupted()).isFalse();
            assertThat(problem.kind().endsTheSignIn()).isFalse();
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
                    Messages.in(Locale.UK),
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
                    .extracting(SignInPrompt::consent)
                    .isEqualTo(Optional.of(ConsentRequest.SET_STATUS));
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

        /** Whatever it is for: everything granted stays, and everything is asked for as one set. */
        @Test
        void theNextPurposeAddsItsScopesToAllThatIsGranted() throws ProblemException {
            signIn();
            grant();
            prompts.clear();
            ConsentRequest colleagues = new ConsentRequest(
                    Set.of(Scope.PRESENCE_READ_ALL, Scope.USER_READ_BASIC_ALL, Scope.PEOPLE_READ),
                    ConsentReason.SEE_COLLEAGUES);

            Profile profile = account.grant(colleagues, SignInWay.DEVICE_CODE, prompts::add);

            Set<Scope> all = EnumSet.copyOf(Scope.LEAST);
            all.addAll(ConsentRequest.SET_STATUS.scopes());
            all.addAll(colleagues.scopes());
            assertThat(profile.scopes()).isEqualTo(all);
            assertThat(account(Cloud.GLOBAL).profile().orElseThrow().scopes()).isEqualTo(all);
            assertThat(prompts)
                    .singleElement()
                    .extracting(SignInPrompt::consent)
                    .isEqualTo(Optional.of(colleagues));
            String asked = server.seenAt("/devicecode").get(2).form().get("scope");
            assertThat(set(asked))
                    .containsAll(set(WHOLE_SET))
                    .containsAll(all.stream().map(Scope::word).toList());
        }

        @Test
        void oneOfThemTakenBackCostsNoQuestionForTheOthers() throws ProblemException {
            service.allowed = "User.Read Presence.Read Presence.ReadWrite People.Read";
            signIn();
            grant();
            ConsentRequest people = new ConsentRequest(Set.of(Scope.PEOPLE_READ), ConsentReason.SEE_COLLEAGUES);
            account.grant(people, SignInWay.DEVICE_CODE, prompts::add);
            prompts.clear();
            service.allowed = "User.Read Presence.Read Presence.ReadWrite";

            assertThat(freshToken()).as("reading goes on").isNotEmpty();

            assertThat(grant().scopes()).contains(Scope.PRESENCE_READ_WRITE).doesNotContain(Scope.PEOPLE_READ);
            assertThat(prompts).isEmpty();
        }

        @Test
        void partOfASetIsNotEnough() throws ProblemException {
            signIn();
            grant();
            prompts.clear();
            Set<Scope> more = Set.of(Scope.PRESENCE_READ_WRITE, Scope.PRESENCE_READ_ALL);
            account.grant(new ConsentRequest(more, ConsentReason.SEE_COLLEAGUES), SignInWay.DEVICE_CODE, prompts::add);
            assertThat(prompts).hasSize(1);
            assertThat(account.profile().orElseThrow().scopes()).containsAll(more);
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

            assertThat(problem(() -> usgov.grant(ConsentRequest.SET_STATUS, SignInWay.DEVICE_CODE, prompts::add))
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
    class WhenTheRegistrationChanges {

        @Test
        void whatTheAccountBeforeHasUnderWayIsKeptNowhere() throws ProblemException {
            TokenLease.Owned owned = new TokenLease.Owned(store);
            MsalAccount before = over(owned);
            before.signIn(SignInWay.DEVICE_CODE, prompts::add);
            MsalAccount after = over(owned);
            Profile profile = after.signIn(SignInWay.DEVICE_CODE, prompts::add);
            String kept = store.read().orElseThrow();

            before.accessToken(Optional.empty(), true);
            before.signOut();

            assertThat(store.read()).contains(kept);
            assertThat(after.profile()).contains(profile);
        }

        @Test
        void aSignInThatEndsTooLateReplacesNobody() throws ProblemException {
            TokenLease.Owned owned = new TokenLease.Owned(store);
            MsalAccount before = over(owned);
            over(owned).signIn(SignInWay.DEVICE_CODE, prompts::add);
            String kept = store.read().orElseThrow();

            assertThat(problem(() -> before.signIn(SignInWay.DEVICE_CODE, prompts::add))
                            .kind())
                    .isEqualTo(Kind.SIGN_IN_CANCELLED);
            assertThat(store.read()).contains(kept);
        }

        private MsalAccount over(TokenLease.Owned owned) {
            return new MsalAccount(
                    service.registration(), http, owned.lease(), browser, Messages.in(Locale.UK), Clock.systemUTC());
        }
    }

    /** Reads, and can write nothing. */
    private record FullDisk(TokenStore store) implements TokenStore {

        @Override
        public Optional<String> read() throws ProblemException {
            return store.read();
        }

        @Override
        public void replace(String tokens) throws ProblemException {
            throw new ProblemException(Problem.of(Kind.TOKENS_UNWRITABLE));
        }

        @Override
        public void update(String tokens) throws ProblemException {
            throw new ProblemException(Problem.of(Kind.TOKENS_UNWRITABLE));
        }

        @Override
        public void forget() throws ProblemException {
            throw new ProblemException(Problem.of(Kind.TOKENS_UNWRITABLE));
        }

        @Override
        public Account.TokenPlace place() {
            return store.place();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
