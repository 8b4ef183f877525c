package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.RequestThreads;
import app.ampel.service.text.Messages;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Waits on a free loopback port for the browser to come back from the sign-in page. Believes only a request that carries
 * the state of this sign-in; everything else is turned away and waiting goes on.
 */
final class LoopbackListener implements AutoCloseable {

    /** What Microsoft sent the browser back with: a code, or why there is none. */
    record Answer(String code, String error, String description) {}

    private static final int LONGEST_FORM = 64 * 1024;

    private final String state;
    private final Messages words;
    private final HttpServer server;
    private final RequestThreads threads = new RequestThreads("ampel-sign-in-page");
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    LoopbackListener(String state, Messages words) throws IOException {
        this.state = state;
        this.words = words;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        threads.start(server);
    }

    /** Registered as {@code http://localhost}: Microsoft takes any port then. */
    URI redirect() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer found = null;
        try (exchange) {
            Map<String, String> form = form(exchange);
            boolean ours = isHere(exchange)
                    && exchange.getRequestURI().getPath().equals("/")
                    && state.equals(form.get("state"));
            if (!ours) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            found = new Answer(
                    form.getOrDefault("code", ""),
                    form.getOrDefault("error", "unknown"),
                    form.getOrDefault("error_description", ""));
            reply(exchange, found.code().isEmpty() ? "sign-in-page.failed" : "sign-in-page.done");
        } finally {
            // After the reply: whoever waits closes this listener, and the page with it.
            if (found != null) {
                answer.complete(found);
            }
        }
    }

    /** Another name for this computer in the Host header would be some other site's script talking. */
    private boolean isHere(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        return List.of("localhost:" + port, "127.0.0.1:" + port)
                .contains(exchange.getRequestHeaders().getFirst("Host"));
    }

    private void reply(HttpExchange exchange, String key) throws IOException {
        byte[] page = ("<!doctype html><html><head><meta charset=\"utf-8\"><title>"
                        + html(words.say("sign-in-page.title"))
                        + "</title></head><body style=\"font:1.2em sans-serif;margin:4em;text-align:center\"><p>"
                        + html(words.say(key)) + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
                        + "frame-ancestors 'none'");
        headers.set("Connection", "close");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** MSAL4J asks for the answer as a posted form; some services send it in the address all the same. */
    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : ((query == null ? "" : query) + "&" + body).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
