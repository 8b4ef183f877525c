package app.ampel.adapter.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTPS server on loopback in Microsoft's place: says what the test tells it, and remembers what it was asked. */
final class StandIn implements AutoCloseable {

    /** A request. Header names in lower case. */
    record Seen(String method, String path, Map<String, String> headers, String body) {

        Map<String, String> form() {
            Map<String, String> form = new HashMap<>();
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
            return form;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    record Reply(int status, String type, Map<String, String> headers, byte[] body) {

        static Reply json(int status, String body) {
            return of(status, "application/json", body);
        }

        static Reply of(int status, String type, String body) {
            return new Reply(status, type, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        Reply with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, type, more, body);
        }
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Seen, Reply>> usual = new ConcurrentHashMap<>();
    private final Map<String, Queue<Function<Seen, Reply>>> next = new ConcurrentHashMap<>();
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    StandIn() {
        this(Certificates.GOOD);
    }

    StandIn(Certificates certificates) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
            server.setExecutor(threads);
            server.createContext("/", this::handle);
            server.start();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI at(String path) {
        return URI.create("https://localhost:" + port() + path);
    }

    /** What it says whenever a path ending so is asked for. */
    void always(String ending, Function<Seen, Reply> answer) {
        usual.put(ending, answer);
    }

    /** What it says once, before anything usual. */
    void next(String ending, Reply answer) {
        next(ending, request -> answer);
    }

    void next(String ending, Function<Seen, Reply> answer) {
        next.computeIfAbsent(ending, key -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    /** Whether something of what it is to say once has not been asked for yet. */
    boolean isWaiting(String ending) {
        return next.containsKey(ending) && !next.get(ending).isEmpty();
    }

    List<Seen> seenAt(String ending) {
        return seen.stream().filter(request -> request.path().endsWith(ending)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            Seen request = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            seen.add(request);
            Reply reply = answer(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            if (reply.type() != null) {
                exchange.getResponseHeaders().set("Content-Type", reply.type());
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply answer(Seen request) {
        for (Map.Entry<String, Queue<Function<Seen, Reply>>> entry : next.entrySet()) {
            if (request.path().endsWith(entry.getKey())) {
                Function<Seen, Reply> once = entry.getValue().poll();
                if (once != null) {
                    return once.apply(request);
                }
            }
        }
        return usual.entrySet().stream()
                .filter(entry -> request.path().endsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().apply(request))
                .orElse(Reply.json(404, "{}"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
