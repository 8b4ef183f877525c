package app.ampel.demo;

import app.ampel.adapter.http.RequestThreads;
import app.ampel.service.text.Messages;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays Microsoft's approval page: a small web page that shows what a sign-in asks for and takes the person's word. It
 * listens on this computer only, under a path that cannot be guessed. Its threads are daemons; it is closed by whoever
 * started it.
 */
public final class ApprovalPage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalPage.class);
    private static final String TEAMS = "teams.microsoft.com";
    private static final int LONGEST_BODY = 16 * 1024;

    private final SignIn signIn;
    private final DemoUser person;
    private final ApprovalHtml html;
    private final HttpServer server;
    private final RequestThreads threads = new RequestThreads("ampel-demo-page");
    private final SecureRandom random = new SecureRandom();
    private final String root;

    private ApprovalPage(Tenant tenant, Messages words) throws IOException {
        this.signIn = tenant.signIn();
        this.person = tenant.person();
        this.html = new ApprovalHtml(words, person);
        this.root = "/" + mark() + "/";
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
    }

    /** Opens the page on a free port. */
    public static ApprovalPage start(Tenant tenant, Messages words) throws IOException {
        ApprovalPage page = new ApprovalPage(tenant, words);
        page.threads.start(page.server);
        return page;
    }

    /** Where people go with a device code. */
    public URI address() {
        return URI.create("http://" + host() + root);
    }

    /** This page in the place of Microsoft's authorize address, which the browser way wants opened. */
    public URI addressFor(URI authorize) {
        return URI.create(address() + "authorize?" + authorize.getRawQuery());
    }

    /** A page that shows a link to Teams, in the place of following it; empty for any other link. */
    public Optional<URI> addressOf(URI link) {
        return isToTeams(link)
                ? Optional.of(URI.create(address() + "teams?" + Form.encode(Map.of("link", link.toString()))))
                : Optional.empty();
    }

    private static boolean isToTeams(URI link) {
        return "https".equals(link.getScheme()) && TEAMS.equals(link.getAuthority());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private String mark() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Jwt.encode(bytes);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            respond(exchange);
        } catch (IOException e) {
            LOG.debug("Whoever asked the demo's approval page has gone or stalls", e);
        } catch (RuntimeException e) {
            LOG.warn("The demo's approval page could not answer", e);
        }
    }

    /** Another name for this computer in the Host header would be some other site's script talking. */
    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!host().equals(exchange.getRequestHeaders().getFirst("Host")) || !path.startsWith(root)) {
            send(exchange, 404, html.notice("wrong", mark()), "");
            return;
        }
        String page = path.substring(root.length());
        switch (exchange.getRequestMethod() + " " + page) {
            case "GET " -> showWaiting(exchange);
            case "POST " -> takeAnswer(exchange);
            case "GET approved", "GET declined" -> send(exchange, 200, html.notice(page, mark()), "");
            case "GET teams" -> showLink(exchange);
            case "GET authorize", "POST authorize" -> authorize(exchange);
            default -> send(exchange, 404, html.notice("wrong", mark()), "");
        }
    }

    private void showLink(HttpExchange exchange) throws IOException {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String link = Form.decode(query).getOrDefault("link", "");
        send(exchange, 200, html.teams(link, mark()), "");
    }

    private void showWaiting(HttpExchange exchange) throws IOException {
        Optional<PendingConsent> waiting = signIn.waiting();
        ApprovalHtml.Page page =
                waiting.isPresent() ? html.question(waiting.get(), mark()) : html.notice("idle", mark());
        send(exchange, 200, page, "'self'");
    }

    /** Sends the browser on to a page that can be reloaded. A code that is not waiting any more goes back to the start. */
    private void takeAnswer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String code = form.getOrDefault("code", "");
        boolean approve = "approve".equals(form.get("answer"));
        boolean done = approve ? signIn.approve(code) : signIn.decline(code);
        String next = approve ? "approved" : "declined";
        exchange.getResponseHeaders().set("Location", root + (done ? next : ""));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(303, -1);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        AuthorizeRequest ask;
        try {
            ask = AuthorizeRequest.of(exchange.getRequestURI(), person);
        } catch (LoginRefusal refusal) {
            LOG.info("The demo's approval page refused a request: {}", refusal.error());
            send(exchange, 400, html.notice("wrong", mark()), "");
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, html.question(signIn.ask(ask), mark()), "'self'");
            return;
        }
        boolean approve = "approve".equals(form(exchange).get("answer"));
        AuthorizeRequest.Answer answer = approve ? signIn.approve(ask) : SignIn.decline(ask);
        String target =
                answer.redirect().getScheme() + "://" + answer.redirect().getAuthority();
        send(exchange, 200, html.handOver(answer, mark()), target);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return Form.decode(new String(body, StandardCharsets.UTF_8));
    }

    /** @param formAction where the page's form may post to, as a source of a content security policy */
    private static void send(HttpExchange exchange, int status, ApprovalHtml.Page page, String formAction)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        String own = "'nonce-" + page.nonce() + "'";
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; img-src data:; style-src " + own + "; script-src " + own + "; form-action "
                        + (formAction.isEmpty() ? "'none'" : formAction)
                        + "; base-uri 'none'; frame-ancestors 'none'");
        byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
