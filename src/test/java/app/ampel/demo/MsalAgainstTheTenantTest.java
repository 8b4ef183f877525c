package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.ampel.adapter.graph.signin.GatedThreads;
import app.ampel.domain.account.Scope;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractionRequiredExceptionReason;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The real MSAL4J, with no network. */
class MsalAgainstTheTenantTest {

    private static final Set<String> READING = Bench.scopes("User.Read", "Presence.Read");
    private static final Set<String> WRITING = Bench.scopes("User.Read", "Presence.Read", "Presence.ReadWrite");

    private final GatedThreads threads = new GatedThreads(Thread::new);
    private final Bench bench = new Bench();
    private PublicClientApplication msal;

    @BeforeEach
    void build() throws Exception {
        msal = bench.msal(threads);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private IAuthenticationResult signIn(Set<String> scopes) {
        return signIn(scopes, code -> bench.tenant.signIn().approve(code.userCode()));
    }

    private IAuthenticationResult signIn(Set<String> scopes, Consumer<DeviceCode> person) {
        DeviceCodeFlowParameters parameters =
                DeviceCodeFlowParameters.builder(scopes, person).build();
        return threads.handingOver(() -> msal.acquireToken(parameters)).join();
    }

    private IAuthenticationResult silently(Set<String> scopes, IAuthenticationResult before, boolean force)
            throws Exception {
        return msal.acquireTokenSilently(SilentParameters.builder(scopes, before.account())
                        .authorityUrl(DemoUser.KIM.registration().authorityUrl().toString())
                        .forceRefresh(force)
                        .build())
                .join();
    }

    private Set<String> allowedBy(IAuthenticationResult result) {
        return bench.tenant.signIn().access(result.accessToken()).orElseThrow().scopes();
    }

    @Nested
    class ByDeviceCode {
        @Test
        void signsInThePersonWithTheScopesAskedFor() {
            IAuthenticationResult result = signIn(READING);

            assertThat(result.account().username()).isEqualTo("kim@muster.example");
            assertThat(result.account().homeAccountId())
                    .isEqualTo(DemoUser.KIM.objectId() + "." + DemoUser.KIM.tenantId());
            assertThat(msal.getAccounts()
                            .join()
                            .iterator()
                            .next()
                            .getTenantProfiles()
                            .get(DemoUser.KIM.tenantId())
                            .getClaims()
                            .get("name"))
                    .isEqualTo("Kim Muster");
            assertThat(result.scopes())
                    .contains("User.Read")
                    .contains("Presence.Read")
                    .doesNotContain("ReadWrite");
            assertThat(allowedBy(result)).containsExactlyInAnyOrderElementsOf(READING);
        }

        @Test
        void showsACodeThatIsEasyToRead() {
            signIn(READING, code -> {
                assertThat(code.userCode()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
                assertThat(code.verificationUri()).isEqualTo(Bench.VERIFICATION.toString());
                assertThat(code.expiresIn()).isEqualTo(900);
                assertThat(code.interval()).isEqualTo(1);
                bench.tenant.signIn().approve(code.userCode());
            });
        }

        @Test
        void waitsWhileThePersonHasNotAnswered() throws Exception {
            AtomicInteger polls = new AtomicInteger();
            Interceptor approvesAfterTheFirstPoll = chain -> {
                Response response = chain.proceed(chain.request());
                if (chain.request().url().encodedPath().endsWith("/token") && polls.incrementAndGet() == 1) {
                    PendingConsent waiting = bench.tenant.signIn().waiting().orElseThrow();
                    bench.tenant.signIn().approve(waiting.userCode().orElseThrow());
                }
                return response;
            };
            msal = bench.msal(threads, approvesAfterTheFirstPoll);
            IAuthenticationResult result = signIn(READING, code -> {});
            assertThat(result.account()).isNotNull();
            assertThat(polls).hasValue(2);
        }

        @Test
        void isToldWhenThePersonDeclines() {
            Throwable thrown = catchThrowable(
                    () -> signIn(READING, code -> bench.tenant.signIn().decline(code.userCode())));
            assertThat(thrown).hasCauseInstanceOf(MsalServiceException.class);
            assertThat(((MsalServiceException) thrown.getCause()).errorCode()).isEqualTo("authorization_declined");
        }

        @Test
        void isToldWhenTheCodeHasExpired() {
            Throwable thrown =
                    catchThrowable(() -> signIn(READING, code -> bench.computer.advance(Duration.ofSeconds(900))));
            assertThat(thrown).hasCauseInstanceOf(MsalServiceException.class);
            assertThat(((MsalServiceException) thrown.getCause()).errorCode()).isEqualTo("expired_token");
        }
    }

    @Nested
    class Silently {
        @Test
        void answersFromTheCacheWhileTheTokenLives() throws Exception {
            IAuthenticationResult first = signIn(READING);
            assertThat(silently(READING, first, false).accessToken()).isEqualTo(first.accessToken());
        }

        @Test
        void renewsATokenThatIsAboutToEnd() throws Exception {
            Bench shortLived = new Bench(Duration.ofMinutes(4));
            msal = shortLived.msal(threads);
            IAuthenticationResult first =
                    signIn(READING, code -> shortLived.tenant.signIn().approve(code.userCode()));
            IAuthenticationResult second = silently(READING, first, false);
            IAuthenticationResult third = silently(READING, first, false);

            assertThat(List.of(first.accessToken(), second.accessToken(), third.accessToken()))
                    .doesNotHaveDuplicates();
            assertThat(shortLived.tenant.signIn().access(third.accessToken())).isPresent();
        }

        @Test
        void cannotGetAScopeThatNobodyAgreedTo() {
            IAuthenticationResult first = signIn(READING);
            assertThatThrownBy(() -> silently(WRITING, first, false))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(MsalInteractionRequiredException.class, e -> {
                        assertThat(e.errorCode()).isEqualTo("invalid_grant");
                        assertThat(e.reason()).isEqualTo(InteractionRequiredExceptionReason.CONSENT_REQUIRED);
                    });
        }

        @Test
        void getsAScopeThatTheAdministratorAgreedToForEverybody() throws Exception {
            IAuthenticationResult first = signIn(READING);
            bench.tenant.signIn().grantForEverybody(Scope.PRESENCE_READ_WRITE);
            assertThat(allowedBy(silently(WRITING, first, false))).contains("Presence.ReadWrite");
        }

        @Test
        void getsAScopeThatThePersonAgreedToLater() throws Exception {
            signIn(READING);
            IAuthenticationResult wider = signIn(WRITING);
            assertThat(allowedBy(wider)).containsExactlyInAnyOrderElementsOf(WRITING);
            assertThat(allowedBy(silently(WRITING, wider, true))).containsExactlyInAnyOrderElementsOf(WRITING);
            assertThat(msal.getAccounts().join()).hasSize(1);
        }
    }

    @Nested
    class ByBrowser {
        @Test
        void signsInWithACodeAndItsProof() throws Exception {
            try (SelfApproval person = SelfApproval.after(Duration.ZERO, bench.tenant)) {
                IAuthenticationResult result = interactively(person);
                assertThat(result.account().username()).isEqualTo("kim@muster.example");
                assertThat(allowedBy(result)).containsExactlyInAnyOrderElementsOf(READING);
            }
        }

        private IAuthenticationResult interactively(SelfApproval person) {
            return msal.acquireToken(InteractiveRequestParameters.builder(URI.create("http://localhost"))
                            .scopes(READING)
                            .systemBrowserOptions(SystemBrowserOptions.builder()
                                    .openBrowserAction(url -> person.open(URI.create(url.toString())))
                                    .build())
                            .build())
                    .join();
        }
    }
}
