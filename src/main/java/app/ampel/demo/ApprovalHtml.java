package app.ampel.demo;

import app.ampel.service.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages that {@link ApprovalPage} serves, as text. Everything put in is escaped. */
final class ApprovalHtml {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

    private final Messages words;
    private final DemoUser person;
    private final String frame;

    /** @param nonce what styles and scripts have to carry to be taken */
    record Page(String html, String nonce) {}

    ApprovalHtml(Messages words, DemoUser person) {
        this.words = words;
        this.person = person;
        this.frame = resource("approval.html");
    }

    /** The question, with buttons that post to the address that showed it. */
    Page question(PendingConsent ask, String nonce) {
        String code = ask.userCode()
                .map(value -> "<p>" + text("demo.page.compare") + "</p><div class=\"code\"><span>"
                        + text("demo.page.code") + "</span><strong>" + escaped(value) + "</strong></div>")
                .orElse("");
        String title = ask.wanted().isEmpty() || ask.granted().isEmpty() ? "demo.page.ask" : "demo.page.ask-more";
        String body = "<h1>" + text(title, "Ampel") + "</h1><p>"
                + text("demo.page.account", person.displayName(), person.domain()) + "</p>" + code
                + scopes(ask) + "<form method=\"post\"><input type=\"hidden\" name=\"code\" value=\""
                + escaped(ask.userCode().orElse("")) + "\">" + button("approve", "go") + button("decline", "")
                + "</form>";
        return page(text("demo.page.title", "Ampel"), body, "", nonce);
    }

    private String scopes(PendingConsent ask) {
        String wanted = ask.wanted().isEmpty()
                ? "<p>" + text("demo.page.nothing-new") + "</p>"
                : "<h2>" + text("demo.page.wants") + "</h2>" + list(ask.wanted());
        String granted = ask.granted().isEmpty()
                ? ""
                : "<h2 class=\"had\">" + text("demo.page.has") + "</h2>" + list(ask.granted());
        return wanted + granted;
    }

    private String list(Collection<String> scopes) {
        return scopes.stream()
                .map(scope -> "<li>" + text("demo.scope." + scope.toLowerCase(Locale.ROOT)) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private String button(String answer, String style) {
        return "<button class=\"" + style + "\" name=\"answer\" value=\"" + answer + "\">" + text("demo.page." + answer)
                + "</button>";
    }

    /** One of the pages that only tell something: {@code approved}, {@code declined}, {@code idle}, {@code wrong}. */
    Page notice(String name, String nonce) {
        String title = text("demo.page." + name + "-title");
        return page(title, "<h1>" + title + "</h1><p>" + text("demo.page." + name) + "</p>", "", nonce);
    }

    /** In the place of Teams: the link that would have opened it, to be read. */
    Page teams(String link, String nonce) {
        String title = text("demo.page.teams-title");
        String body = "<h1>" + title + "</h1><p>" + text("demo.page.teams") + "</p><p class=\"link\">" + escaped(link)
                + "</p>";
        return page(title, body, "", nonce);
    }

    /** Posts the answer to where the client listens: by itself, or with a button where scripts are off. */
    Page handOver(AuthorizeRequest.Answer answer, String nonce) {
        String fields = answer.form().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + escaped(field.getKey()) + "\" value=\""
                        + escaped(field.getValue()) + "\">")
                .collect(Collectors.joining());
        String title = text("demo.page.on-the-way");
        String body = "<h1>" + title + "</h1><form id=\"back\" method=\"post\" action=\""
                + escaped(answer.redirect().toString()) + "\">" + fields + "<button class=\"go\">"
                + text("demo.page.continue") + "</button></form>";
        String script = "<script nonce=\"" + nonce + "\">document.getElementById('back').submit()</script>";
        return page(title, body, script, nonce);
    }

    private Page page(String title, String body, String script, String nonce) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("language", text("demo.page.language"));
        parts.put("title", title);
        parts.put("badge", text("demo.page.badge"));
        parts.put("body", body);
        parts.put("footer", text("demo.page.made-up"));
        parts.put("script", script);
        parts.put("nonce", nonce);
        Matcher gaps = GAP.matcher(frame);
        return new Page(gaps.replaceAll(gap -> Matcher.quoteReplacement(parts.get(gap.group(1)))), nonce);
    }

    private String text(String key, Object... arguments) {
        return escaped(words.say(key, arguments));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = ApprovalHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
