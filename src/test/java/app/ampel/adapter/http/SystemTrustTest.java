package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemTrustTest {

    @TempDir
    Path folder;

    private Optional<Problem> connect(Certificates server, SystemTrust trust) throws IOException {
        try (StandIn standIn = new StandIn(server);
                HttpStack http = Stacks.open(trust)) {
            standIn.always("/", request -> StandIn.Reply.json(200, "{}"));
            Request request =
                    new Request.Builder().url(standIn.at("/").toString()).build();
            try (Response response = http.client().newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(200);
                return Optional.empty();
            } catch (IOException e) {
                return NetworkErrors.network(e);
            }
        }
    }

    private Path bundle(String... pem) throws IOException {
        return Files.writeString(folder.resolve("bundle.pem"), String.join("\n", pem));
    }

    @Test
    void whatOnlyTheSystemTrustsIsTrusted() throws Exception {
        assertThat(connect(Certificates.GOOD, Stacks.trust(bundle(Certificates.GOOD.pem()))))
                .isEmpty();
    }

    @Test
    void whatNobodyTrustsIsNot() throws Exception {
        Certificates other = Certificates.make("-1d", 30);

        assertThat(connect(Certificates.GOOD, Stacks.trust(bundle(other.pem()))))
                .contains(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
    }

    @Test
    void withoutABundleTheresOnlyJava() throws Exception {
        assertThat(connect(Certificates.GOOD, Stacks.trust(folder.resolve("missing.pem"))))
                .contains(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
    }

    @ParameterizedTest
    @CsvSource({"-10d, 5", "+5d, 30"})
    void aCertificateOutOfItsTimeMeansAWrongClock(String start, int days) throws Exception {
        Certificates server = Certificates.issued(start, days);

        assertThat(connect(server, Stacks.trust(bundle(server.pem())))).contains(Problem.of(Kind.CLOCK_WRONG));
    }

    @Test
    void whatAnAuthorityOfTheSystemIssuedIsTrusted() throws Exception {
        Certificates server = Certificates.issued("-1d", 30);

        assertThat(connect(server, Stacks.trust(bundle(server.pem())))).isEmpty();
    }

    @Test
    void theSystemIsNotAskedWhileJavaTrusts() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SystemTrust trust = new SystemTrust(() -> SystemTrust.of(Certificates.GOOD.keys()), () -> {
            asked.incrementAndGet();
            return Optional.empty();
        });

        assertThat(connect(Certificates.GOOD, trust)).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void aBrokenCertificateDoesNotCostTheOthers() throws Exception {
        Path bundle = bundle(
                "# comment",
                "-----BEGIN CERTIFICATE-----\nTk9QRQ==\n-----END CERTIFICATE-----",
                Certificates.GOOD.pem(),
                "-----BEGIN CERTIFICATE-----\ncut");

        assertThat(SystemCertificates.pem(bundle))
                .containsExactly(Certificates.GOOD.keys().getCertificate("loopback"));
    }

    @Test
    void aCertificateInstalledWhileRunningCounts() throws Exception {
        Path bundle = bundle("");
        SystemCertificates certificates = new SystemCertificates(List.of(bundle), List.of());
        assertThat(certificates.trust()).isEmpty();

        Files.writeString(bundle, Certificates.GOOD.pem());
        Files.setLastModifiedTime(bundle, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(certificates.trust())
                .hasValueSatisfying(
                        trust -> assertThat(trust.getAcceptedIssuers()).hasSize(1));
    }

    @Test
    void nobodyIsTrustedAsAClient() {
        SystemTrust trust = Stacks.trust(folder.resolve("missing.pem"));

        assertThatThrownBy(() -> trust.checkClientTrusted(null, "EC")).isInstanceOf(CertificateException.class);
    }
}
