package app.ampel.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTTP stacks for tests: the real one, trusting the test's certificate as an operating system would. */
final class Stacks {

    /** Long enough for a busy computer, short enough for the few tests in which nobody answers. */
    static final HttpStack.Limits QUICK =
            new HttpStack.Limits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(10), 1 << 20);

    private Stacks() {}

    static HttpStack trusting(Certificates certificates) {
        return trusting(certificates, Map.of());
    }

    static HttpStack trusting(Certificates certificates, Map<String, String> environment) {
        try {
            Path bundle = Files.createTempFile("ampel-bundle", ".pem");
            Files.writeString(bundle, certificates.pem());
            bundle.toFile().deleteOnExit();
            return new HttpStack(Optional.empty(), QUICK, environment, trust(bundle));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SystemTrust trust(Path bundle) {
        return new SystemTrust(() -> SystemTrust.of(null), new SystemCertificates(List.of(bundle), List.of())::trust);
    }
}
