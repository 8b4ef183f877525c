package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignInErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Nested
    class WhenMicrosoftNamesANumber {

        @ParameterizedTest
        @CsvSource({
            "53003, BLOCKED_BY_POLICY",
            "530032, BLOCKED_BY_POLICY",
            "500021, BLOCKED_BY_POLICY",
            "65001, CONSENT_NEEDED",
            "90008, CONSENT_NEEDED",
            "90094, CONSENT_NEEDED",
            "90095, CONSENT_NEEDED",
            "65004, SIGN_IN_DECLINED",
            "7000218, PUBLIC_CLIENT_NOT_ALLOWED",
            "50105, USER_NOT_ASSIGNED",
            "50097, DEVICE_NOT_REGISTERED",
            "53000, DEVICE_NOT_REGISTERED",
            "53001, DEVICE_NOT_REGISTERED",
            "53002, DEVICE_NOT_REGISTERED",
            "70008, SIGN_IN_EXPIRED",
            "70043, SIGN_IN_EXPIRED",
            "70044, SIGN_IN_EXPIRED",
            "700082, SIGN_IN_EXPIRED",
            "50055, PASSWORD_EXPIRED",
            "50144, PASSWORD_EXPIRED",
            "50173, PASSWORD_EXPIRED",
            "50072, MFA_NEEDED",
            "50076, MFA_NEEDED",
            "50078, MFA_NEEDED",
            "50079, MFA_NEEDED",
            "50158, MFA_NEEDED",
            "90002, WRONG_TENANT",
            "50020, WRONG_TENANT",
            "50034, WRONG_TENANT",
            "50194, WRONG_TENANT",
            "700016, UNKNOWN_CLIENT",
            "70019, SIGN_IN_UNFINISHED",
            "90033, SERVICE_FAILING",
            "1234567, SIGN_IN_REFUSED"
        })
        void itDecidesAndIsShown(int number, Kind kind) {
            Problem problem =
                    SignInErrors.signIn("invalid_grant", "AADSTS" + number + ": some words about anna@contoso.com");

            assertThat(problem).isEqualTo(Problem.of(kind, "AADSTS" + number));
        }

        @ParameterizedTest
        @CsvSource({"invalid_client", "unauthorized_client", "access_denied"})
        void aNumberNobodyKnowsBesideAWordThatStandsBesideManyIsARefusal(String word) {
            assertThat(SignInErrors.signIn(word, "AADSTS999999: news"))
                    .isEqualTo(Problem.of(Kind.SIGN_IN_REFUSED, "AADSTS999999"));
        }

        @Test
        void aPersonalAccountAtACompanysDoorIsNamed() {
            assertThat(SignInErrors.signIn("invalid_grant", "AADSTS50020 live.com"))
                    .isEqualTo(Problem.of(Kind.PERSONAL_ACCOUNT, "AADSTS50020"));
        }
    }

    @Nested
    class WhenThereIsOnlyAWord {

        @ParameterizedTest
        @CsvSource({
            "authorization_declined, SIGN_IN_DECLINED",
            "access_denied, SIGN_IN_DECLINED",
            "expired_token, SIGN_IN_UNFINISHED",
            "code_expired, SIGN_IN_UNFINISHED",
            "consent_required, CONSENT_NEEDED",
            "invalid_client, UNKNOWN_CLIENT",
            "unauthorized_client, PUBLIC_CLIENT_NOT_ALLOWED",
            "invalid_grant, SIGN_IN_EXPIRED",
            "interaction_required, MFA_NEEDED",
            "temporarily_unavailable, SERVICE_FAILING",
            "something_new, SIGN_IN_REFUSED"
        })
        void itDecides(String word, Kind kind) {
            assertThat(SignInErrors.signIn(word, "")).isEqualTo(Problem.of(kind, word));
        }

        @Test
        void aSentenceInItsPlaceIsNotShown() {
            assertThat(SignInErrors.signIn("Anna Muster may not", "")).isEqualTo(Problem.of(Kind.SIGN_IN_REFUSED));
        }

        @Test
        void nothingAtAllIsARefusal() {
            assertThat(SignInErrors.signIn(null, "")).isEqualTo(Problem.of(Kind.SIGN_IN_REFUSED));
        }
    }

    @Nested
    class WhenMsalThrows {

        @Test
        void anEmptyCacheMeansNobodyIsSignedIn() {
            Throwable error = new CompletionException(new MsalClientException("no token", "cache_miss"));

            assertThat(SignInErrors.signIn(error, NOW).kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        }

        @Test
        void whatWentWrongInsideItIsNoWordOfMicrosofts() {
            Throwable error =
                    new CompletionException(new MsalClientException(new IllegalArgumentException("port out of range")));

            assertThat(SignInErrors.signIn(error, NOW))
                    .isEqualTo(Problem.of(Kind.INTERNAL, "IllegalArgumentException"));
        }

        @Test
        void itsOwnPatienceBecomesATime() {
            Throwable error = new ExecutionException(new MsalThrottlingException(5000));

            assertThat(SignInErrors.signIn(error, NOW))
                    .isEqualTo(new Problem(Kind.THROTTLED, "", Optional.of(NOW.plusSeconds(5))));
        }

        @Test
        void aServiceErrorWithoutAStatusIsReadByItsWords() {
            Throwable error = new MsalServiceException("AADSTS53003", "invalid_grant");

            assertThat(SignInErrors.signIn(error, NOW)).isEqualTo(Problem.of(Kind.BLOCKED_BY_POLICY, "AADSTS53003"));
        }

        @Test
        void aProblemOfOursInsideComesOutAsItIs() {
            ProblemException ours = new ProblemException(Problem.of(Kind.PROXY_AUTHENTICATION));

            assertThat(SignInErrors.ofSignIn(new CompletionException(ours), NOW))
                    .isSameAs(ours);
        }

        @Test
        void whatNobodyKnowsIsOurs() {
            assertThat(SignInErrors.signIn(new IllegalStateException("anna"), NOW))
                    .isEqualTo(Problem.of(Kind.INTERNAL, "IllegalStateException"));
        }
    }

    @Nested
    class WhenTheLineFails {

        static Stream<IOException> lines() {
            return Stream.of(
                    new UnknownHostException("login.microsoftonline.com"),
                    new ConnectException("refused"),
                    new SocketTimeoutException("timeout"),
                    new SocketException("reset"));
        }

        @ParameterizedTest
        @MethodSource("lines")
        void itIsTheNetwork(IOException line) {
            assertThat(SignInErrors.signIn(new MsalClientException(line), NOW).kind())
                    .isEqualTo(Kind.NO_NETWORK);
        }
    }
}
