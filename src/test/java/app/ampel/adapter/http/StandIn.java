package app.ampel.adapter.http;

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
public final class StandIn implements AutoCloseable {

    /**
     * A request. Header names in lower case.
     *
     * @param target path and query, as they were sent
     */
    public record Seen(String method, URI target, Map<String, String> headers, String body) {

        public String path() {
            return target.getPath();
        }

        public Map<String, String> query() {
            return target.getRawQuery() == null ? Map.of() : fields(target.getRawQuery());
        }

        public Map<String, String> form() {
            return fields(body);
        }

        private static Map<String, String> fields(String text) {
            Map<String, String> fields = new HashMap<>();
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
            return fields;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    public record Reply(int status, String type, Map<String, String> headers, byte[] body) {

        public static Reply json(int status, String body) {
            return of(status, "application/json", body);
        }

        public static Reply of(int status, String type, String body) {
            return new Reply(status, type, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public Reply with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, type, more, body);
        }
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Seen, Reply>> usual = new ConcurrentHashMap<>();
    private final Map<String, Queue<Function<Seen, Reply>>> next = new ConcurrentHashMap<>();
    public final List<Seen> seen = new CopyOnWriteArrayList<>();

    public StandIn() {
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

    public int port() {
        return server.getAddress().getPort();
    }

    public URI at(String path) {
        return URI.create("https://localhost:" + port() + path);
    }

    /** What it says whenever a path ending so is asked for. */
    public void always(String ending, Function<Seen, Reply> answer) {
        usual.put(ending, answer);
    }

    /** What it says once, before anything usual. */
    public void next(String ending, Reply answer) {
        next(ending, request -> answer);
    }

    public void next(String ending, Function<Seen, Reply> answer) {
        next.computeIfAbsent(ending, key -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    /** Whether something of what it is to say once has not been asked for yet. */
    public boolean isWaiting(String ending) {
        return next.containsKey(ending) && !next.get(ending).isEmpty();
    }

    public List<Seen> seenAt(String ending) {
        return seen.stream().filter(request -> request.path().endsWith(ending)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            Seen request = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
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
