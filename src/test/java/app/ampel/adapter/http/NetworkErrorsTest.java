package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure of the line means. */
class NetworkErrorsTest {

    static Stream<Throwable> times() {
        return Stream.of(
                new CertificateExpiredException(),
                new CertificateNotYetValidException(),
                new CertPathValidatorException("x", null, null, -1, CertPathValidatorException.BasicReason.EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("times")
    void aCertificateOutOfItsTimeIsTheClock(Throwable time) {
        IOException handshake = new SSLHandshakeException("no");
        handshake.initCause(new CertificateException(time));

        assertThat(NetworkErrors.network(handshake)).contains(Problem.of(Kind.CLOCK_WRONG));
    }

    @Test
    void aCertificateOfNobodyIsUntrusted() {
        IOException handshake = new SSLHandshakeException("no");
        handshake.initCause(new CertificateException("unknown"));

        assertThat(NetworkErrors.network(handshake)).contains(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
    }

    @Test
    void aCertificateOfSomebodyElseIsUntrusted() {
        assertThat(NetworkErrors.network(new SSLPeerUnverifiedException("other host")))
                .contains(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
    }

    @Test
    void ofSeveralAttemptsTheOneThatSaysMostCounts() {
        IOException first = new ConnectException("refused");
        first.addSuppressed(new UnusableAnswer(Kind.PROXY_AUTHENTICATION, "HTTP 407"));

        assertThat(NetworkErrors.network(first)).contains(Problem.of(Kind.PROXY_AUTHENTICATION, "HTTP 407"));
    }
}
