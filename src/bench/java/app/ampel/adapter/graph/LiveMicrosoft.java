package app.ampel.adapter.graph;

import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.StandIn;
import app.ampel.adapter.http.StandIn.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Graph over real HTTPS on loopback: somebody in a meeting, and whatever that person sets. */
public final class LiveMicrosoft implements AutoCloseable {

    private static final String MEETING = "{\"id\":\"u\",\"availability\":\"Busy\",\"activity\":\"InAMeeting\"}";

    private final StandIn server = new StandIn();
    private final Path certificate;
    private volatile CompletableFuture<Long> set = new CompletableFuture<>();

    /** @param folder for the certificate that programs have to trust */
    public LiveMicrosoft(Path folder) throws IOException, GeneralSecurityException {
        certificate = Files.writeString(folder.resolve("loopback.pem"), Certificates.GOOD.pem());
        server.always("/me/presence", request -> Reply.json(200, MEETING));
        server.always("/setPresence", request -> {
            set.complete(System.nanoTime());
            return Reply.of(200, null, "");
        });
        server.always("/clearPresence", request -> Reply.of(200, null, ""));
    }

    public URI authority() {
        return server.at("/t/");
    }

    public URI graph() {
        return server.at("/v1.0");
    }

    /** What a program needs to trust this server. */
    public Map<String, String> environment() {
        return Map.of("SSL_CERT_FILE", certificate.toString());
    }

    /** Completes with {@link System#nanoTime} when the next status arrives. */
    public CompletableFuture<Long> nextSet() {
        set = new CompletableFuture<>();
        return set;
    }

    @Override
    public void close() {
        server.close();
    }
}
