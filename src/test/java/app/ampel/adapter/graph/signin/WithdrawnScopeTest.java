package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.http.HttpStack;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent to part of what was granted is taken back: the rest stays. The real MSAL4J. */
class WithdrawnScopeTest {

    static Set<Scope> beyondTheLeast() {
        return Scope.STEPS.stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    static Set<Scope> allBut(Collection<Scope> withdrawn) {
        Set<Scope> left = EnumSet.allOf(Scope.class);
        left.removeAll(withdrawn);
        return left;
    }

    @Test
    void everyScopeIsAskedForInOneStep() {
        assertThat(Scope.STEPS.stream().flatMap(Set::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(allBut(Scope.LEAST));
    }

    /** As Entra does, the demo's tenant says with each token all that is granted. */
    @Nested
    class WhereTheAnswerNamesAllThatIsGranted {

        private final SignIn signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
        private final Interceptor tenant = new TenantInterceptor(
                new Tenant(Clock.systemUTC(), new DemoDay(ZoneId.of("Europe/Berlin")), DemoUser.KIM, signIn),
                URI.create("http://127.0.0.1:1/"));
        private final AtomicInteger asked = new AtomicInteger();
        private final HttpStack http = Microsoft.http(Optional.of(chain -> {
            if (chain.request().url().encodedPath().endsWith("/token")) {
                asked.incrementAndGet();
            }
            return tenant.intercept(chain);
        }));
        private final MsalAccount account = new MsalAccount(
                DemoUser.KIM.registration(),
                http,
                new MemoryTokens(),
                address -> false,
                Messages.in(Locale.UK),
                Clock.systemUTC());

        @AfterEach
        void close() {
            account.close();
            http.close();
        }

        private void signInWithEverything() throws ProblemException {
            beyondTheLeast().forEach(signIn::grantForEverybody);
            Profile profile = account.signIn(
                    SignInWay.DEVICE_CODE,
                    prompt -> signIn.approve(prompt.code().orElseThrow()));
            assertThat(profile.scopes()).containsExactlyInAnyOrder(Scope.values());
            asked.set(0);
        }

        private Set<Scope> granted() throws ProblemException {
            return account.profile().orElseThrow().scopes();
        }

        @ParameterizedTest
        @MethodSource("app.ampel.adapter.graph.signin.WithdrawnScopeTest#beyondTheLeast")
        void eachAloneLeavesAllOthers(Scope withdrawn) throws ProblemException {
            signInWithEverything();
            signIn.withdraw(withdrawn);

            String token = account.accessToken(Optional.empty(), true);

            assertThat(granted()).isEqualTo(allBut(Set.of(withdrawn)));
            assertThat(asked).as("one refusal and one answer").hasValue(2);
            assertThat(account.accessToken(Optional.empty(), false)).isEqualTo(token);
            assertThat(asked).hasValue(2);
        }

        @Test
        void allOfThemLeaveTheReading() throws ProblemException {
            signInWithEverything();
            beyondTheLeast().forEach(signIn::withdraw);

            String token = account.accessToken(Optional.empty(), true);

            assertThat(granted()).isEqualTo(Scope.LEAST);
            assertThat(account.accessToken(Optional.empty(), false)).isEqualTo(token);
            assertThat(asked.get()).isLessThan(RenewalLimit.BURST);
        }
    }

    /** As the protocol allows it. */
    @Nested
    class WhereTheAnswerNamesOnlyWhatWasAskedFor extends AccountFixture {

        private void signInWithEverything() throws ProblemException {
            allow(EnumSet.allOf(Scope.class));
            signIn();
            assertThat(account.grant(
                                    new ConsentRequest(beyondTheLeast(), ConsentReason.SEE_COLLEAGUES),
                                    SignInWay.DEVICE_CODE,
                                    prompts::add)
                            .scopes())
                    .containsExactlyInAnyOrder(Scope.values());
        }

        private void allow(Set<Scope> scopes) {
            service.allowed = scopes.stream().map(Scope::word).collect(Collectors.joining(" "));
        }

        private Set<Scope> granted() throws ProblemException {
            return account.profile().orElseThrow().scopes();
        }

        private int asked() {
            return service.tokenRequests("refresh_token").size();
        }

        /** Which of the steps were taken back, as bits. */
        static IntStream anySteps() {
            return IntStream.range(1, 1 << Scope.STEPS.size());
        }

        @ParameterizedTest
        @MethodSource("anySteps")
        void anyStepsLeaveTheOthers(int bits) throws ProblemException {
            signInWithEverything();
            Set<Scope> withdrawn = IntStream.range(0, Scope.STEPS.size())
                    .filter(step -> (bits >> step & 1) == 1)
                    .mapToObj(Scope.STEPS::get)
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            allow(allBut(withdrawn));
            int before = asked();

            String token = freshToken();

            assertThat(granted()).isEqualTo(allBut(withdrawn));
            assertThat(asked() - before).isLessThanOrEqualTo(2 + Scope.STEPS.size());
            int after = asked();
            assertThat(token()).isEqualTo(token);
            assertThat(asked()).isEqualTo(after);
            assertThat(freshToken()).isNotEqualTo(token);
            assertThat(asked()).as("a renewal is one question again").isEqualTo(after + 1);
        }

        @ParameterizedTest
        @EnumSource(
                names = {"USER_READ", "PRESENCE_READ"},
                mode = EnumSource.Mode.EXCLUDE)
        void aScopeTakesNoMoreThanItsStepAlong(Scope withdrawn) throws ProblemException {
            signInWithEverything();
            allow(allBut(Set.of(withdrawn)));

            freshToken();

            Set<Scope> step = Scope.STEPS.stream()
                    .filter(each -> each.contains(withdrawn))
                    .findFirst()
                    .orElseThrow();
            assertThat(granted()).isEqualTo(allBut(step));
        }

        @Test
        void itIsFoundOutOnceForAllWhoAskAtTheSameTime() throws Exception {
            signInWithEverything();
            allow(allBut(Scope.DIRECTORY));
            int before = asked();

            Callable<String> fresh = this::freshToken;
            for (Future<String> each : threads.invokeAll(List.of(fresh, fresh, fresh))) {
                assertThat(each.get()).startsWith("access-");
            }

            assertThat(granted()).isEqualTo(allBut(Scope.DIRECTORY));
            assertThat(asked() - before)
                    .as("one refusal, all but one step, and a renewal for each of the others")
                    .isEqualTo(1 + Scope.STEPS.size() + 2);
        }

        /** Whatever ends it in the middle. */
        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4, 5})
        void aNetworkThatGoesMeanwhileStopsTheReadingOfNobody(int answered) throws ProblemException {
            signInWithEverything();
            allow(allBut(Scope.STATUS));
            AtomicInteger left = new AtomicInteger(answered);
            service.failing = () -> left.getAndDecrement() <= 0;

            assertThat(freshToken()).startsWith("access-");

            assertThat(granted()).containsAll(Scope.LEAST).doesNotContainAnyElementsOf(Scope.STATUS);
            service.failing = () -> false;
            assertThat(token()).startsWith("access-");
        }

        @Test
        void whereTheNetworkGoesBeforeAnythingIsKnownNothingIsGivenUp() throws ProblemException {
            signInWithEverything();
            allow(allBut(Scope.STATUS));
            AtomicInteger left = new AtomicInteger(1);
            service.failing = () -> left.getAndDecrement() <= 0;

            assertThat(problem(this::freshToken).kind()).isEqualTo(Kind.SERVICE_FAILING);

            assertThat(granted()).containsExactlyInAnyOrder(Scope.values());
        }

        @Test
        void theLimitOfRenewalsIsNoRefusal() throws ProblemException {
            signInWithEverything();
            for (int i = asked(); i < RenewalLimit.BURST - 1; i++) {
                freshToken();
            }
            allow(allBut(Scope.STATUS));

            assertThat(problem(this::freshToken).until()).as("no more for now").isPresent();

            assertThat(granted()).containsExactlyInAnyOrder(Scope.values());
        }
    }
}
