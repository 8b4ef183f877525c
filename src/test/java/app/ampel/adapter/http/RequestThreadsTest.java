package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A real web server on loopback, and those who connect and say no more. */
class RequestThreadsTest {

    @Test
    void whoeverStallsIsSentAwayAfterAWhile() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(404, -1);
            }
        });
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        try (RequestThreads threads = new RequestThreads("ampel-test", Duration.ofMillis(200))) {
            threads.start(server);
            try (Stalled stalled = new Stalled(address, 1)) {
                for (Socket socket : stalled.all.subList(0, 3)) {
                    assertThat(isClosed(socket)).isTrue();
                }
            } finally {
                server.stop(0);
            }
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            byte[] rest = socket.getInputStream().readAllBytes();
            return rest.length == 0 || new String(rest, StandardCharsets.US_ASCII).contains("404");
        } catch (SocketException e) {
            return true;
        }
    }
}
