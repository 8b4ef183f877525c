package app.ampel.adapter.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** HTTP stacks for tests: the real one, trusting the test's certificate as an operating system would. */
public final class Stacks {

    /** Long enough for a busy computer, short enough for the few tests in which nobody answers. */
    public static final HttpStack.Limits QUICK = new HttpStack.Limits(
            Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(10), 1 << 20, 64 * 1024);

    /** Lets everything by. */
    static final HttpStack.Guard OPEN = (limits, hangUp) -> chain -> chain.proceed(chain.request());

    private Stacks() {}

    static HttpStack open(SystemTrust trust) {
        return new HttpStack(Optional.empty(), OPEN, QUICK, Map.of(), trust);
    }

    public static HttpStack trusting(
            Certificates certificates,
            HttpStack.Guard guard,
            HttpStack.Limits limits,
            Map<String, String> environment) {
        try {
            return new HttpStack(Optional.empty(), guard, limits, environment, trust(bundle(certificates)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With what the build makes: a file among those of the computer would stay when a test's process is killed. */
    private static Path bundle(Certificates certificates) throws IOException, GeneralSecurityException {
        String pem = certificates.pem();
        Path folder = Files.createDirectories(Path.of("target", "certificates").toAbsolutePath());
        Path bundle = folder.resolve(UUID.nameUUIDFromBytes(pem.getBytes(StandardCharsets.UTF_8)) + ".pem");
        if (!Files.exists(bundle)) {
            Files.writeString(bundle, pem);
        }
        return bundle;
    }

    static SystemTrust trust(Path bundle) {
        return new SystemTrust(() -> SystemTrust.of(null), new SystemCertificates(List.of(bundle), List.of())::trust);
    }
}
