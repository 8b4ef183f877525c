package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.http.Stalled;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalPageTest {

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final Bench bench = new Bench();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private ApprovalPage page;

    @BeforeEach
    void start() throws IOException {
        page = ApprovalPage.start(bench.tenant, Messages.in(Locale.UK));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void stalledConnectionsHoldUpNobody() throws Exception {
        try (Stalled stalled = new Stalled(page.address(), 20)) {
            assertThat(stalled.count()).isPositive();
            assertThat(get(page.address()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsALinkToTeamsInThePlaceOfFollowingIt() throws Exception {
        URI link = URI.create("https://teams.microsoft.com/l/chat/0/0?users=a@muster.example&message=May%20I%3F");
        HttpResponse<String> shown = get(page.addressOf(link).orElseThrow());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("https://teams.microsoft.com/l/chat/0/0?users=a@muster.example&amp;message=May%20I%3F")
                .doesNotContain("href=\"https:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://teams.microsoft.com.evil.example/l/chat",
                "http://teams.microsoft.com/l/chat/0/0",
                "https://example.org/?teams.microsoft.com",
                "mailto:it@muster.example"
            })
    void otherLinksAreNoneOfItsBusiness(String link) {
        assertThat(page.addressOf(URI.create(link))).isEmpty();
    }

    private DeviceCodes.Entry begin(String scopes) {
        return bench.tenant.signIn().beginDeviceCode(DemoUser.KIM.clientId(), Scopes.parse(scopes));
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, Map<String, String> form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form)))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** As a browser would: every hidden field, and the button that was pressed. */
    private HttpResponse<String> press(URI address, String answer) throws Exception {
        Map<String, String> form = fields(get(address).body());
        form.put("answer", answer);
        return post(address, form);
    }

    private static Map<String, String> fields(String html) {
        Map<String, String> form = new LinkedHashMap<>();
        for (Matcher field = FIELD.matcher(html); field.find(); ) {
            form.put(field.group(1), field.group(2));
        }
        return form;
    }

    private String pollError(DeviceCodes.Entry entry) {
        try {
            bench.tenant.signIn().redeemDeviceCode(DemoUser.KIM.clientId(), entry.deviceCode());
            return "";
        } catch (LoginRefusal refusal) {
            return refusal.error();
        }
    }

    @Nested
    class WhenACodeWaits {
        @Test
        void showsCodePersonAndScopesInPlainWords() throws Exception {
            DeviceCodes.Entry entry = begin("openid offline_access User.Read Presence.Read");
            HttpResponse<String> answer = get(page.address());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(entry.userCode())
                    .contains("Kim Muster at muster.example")
                    .contains("see your presence in Teams")
                    .contains("see your name and your address")
                    .doesNotContain("set your presence")
                    .doesNotContain("{{");
        }

        @Test
        void setsApartWhatWasAllowedBefore() throws Exception {
            bench.token("User.Read", "Presence.Read");
            begin("User.Read Presence.Read Presence.ReadWrite");
            String body = get(page.address()).body();
            assertThat(body).contains("Let Ampel do more?");
            assertThat(body.indexOf("set your presence in Teams"))
                    .isPositive()
                    .isLessThan(body.indexOf("Already allowed"));
            assertThat(body.indexOf("see your presence in Teams")).isGreaterThan(body.indexOf("Already allowed"));
        }

        @Test
        void approvesAtThePressOfAButton() throws Exception {
            DeviceCodes.Entry entry = begin("User.Read");
            HttpResponse<String> answer = press(page.address(), "approve");
            assertThat(answer.body()).contains("go back to Ampel");
            assertThat(pollError(entry)).isEmpty();
        }

        @Test
        void declinesAtThePressOfAButton() throws Exception {
            DeviceCodes.Entry entry = begin("User.Read");
            HttpResponse<String> answer = press(page.address(), "decline");
            assertThat(answer.body()).contains("Declined");
            assertThat(pollError(entry)).isEqualTo("authorization_declined");
        }

        @Test
        void approvesTheCodeThatWasShownAndNoLaterOne() throws Exception {
            DeviceCodes.Entry shown = begin("User.Read");
            Map<String, String> form = fields(get(page.address()).body());
            form.put("answer", "approve");
            DeviceCodes.Entry later = begin("User.Read");
            post(page.address(), form);
            assertThat(pollError(shown)).isEmpty();
            assertThat(pollError(later)).isEqualTo("authorization_pending");
        }

        @Test
        void isDoneWithItAfterTheAnswer() throws Exception {
            begin("User.Read");
            press(page.address(), "approve");
            assertThat(get(page.address()).body()).contains("Nothing to approve");
        }
    }

    @Nested
    class WhenNothingWaits {
        @Test
        void saysSo() throws Exception {
            assertThat(get(page.address()).body()).contains("Nothing to approve");
        }

        @Test
        void anAnswerToAnOldCodeChangesNothing() throws Exception {
            DeviceCodes.Entry entry = begin("User.Read");
            bench.computer.advance(DeviceCodes.LIFE);
            HttpResponse<String> answer = post(page.address(), Map.of("code", entry.userCode(), "answer", "approve"));
            assertThat(answer.body()).contains("Nothing to approve");
            assertThat(pollError(entry)).isEqualTo("expired_token");
        }
    }

    @Nested
    class InTheBrowserWay {
        private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        /** The pair of RFC 7636, appendix B. */
        private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        private final Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_id", DemoUser.KIM.clientId(),
                "response_type", "code",
                "response_mode", "form_post",
                "scope", "openid profile offline_access User.Read",
                "redirect_uri", "http://localhost:50123",
                "state", "the \"state\"",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));

        private URI authorize() {
            return page.addressFor(
                    URI.create(Bench.LOGIN + "organizations/oauth2/v2.0/authorize?" + Form.encode(query)));
        }

        @Test
        void postsACodeThatItsVerifierRedeems() throws Exception {
            HttpResponse<String> answer = press(authorize(), "approve");
            assertThat(answer.body()).contains("action=\"http://localhost:50123\"");
            Map<String, String> form = fields(answer.body());
            assertThat(form).containsEntry("state", "the &quot;state&quot;");

            Tokens.Issued issued = redeem(form.get("code"), "http://localhost:50123", VERIFIER);
            assertThat(issued.scopes()).containsExactly("User.Read");
            assertThat(issued.refreshToken()).isPresent();
        }

        private Tokens.Issued redeem(String code, String redirect, String verifier) {
            return bench.tenant.signIn().redeemAuthorizationCode(DemoUser.KIM.clientId(), code, redirect, verifier);
        }

        @Test
        void aCodeIsWorthNothingWithAnotherVerifier() throws Exception {
            String code = fields(press(authorize(), "approve").body()).get("code");
            assertThatThrownBy(() -> redeem(code, "http://localhost:50123", VERIFIER + "x"))
                    .isInstanceOf(LoginRefusal.class)
                    .hasMessageStartingWith("AADSTS501481");
            assertThatThrownBy(() -> redeem(code, "http://localhost:50123", VERIFIER))
                    .as("tried once, spent")
                    .isInstanceOf(LoginRefusal.class);
        }

        @Test
        void aCodeIsWorthNothingForAnotherRedirect() throws Exception {
            String code = fields(press(authorize(), "approve").body()).get("code");
            assertThatThrownBy(() -> redeem(code, "http://localhost:50124", VERIFIER))
                    .isInstanceOf(LoginRefusal.class)
                    .hasMessageStartingWith("AADSTS500112");
        }

        @Test
        void tellsTheClientThatThePersonDeclined() throws Exception {
            assertThat(fields(press(authorize(), "decline").body()))
                    .containsEntry("error", "access_denied")
                    .doesNotContainKey("code");
        }

        @Test
        void sendsNobodyAnywhereElse() throws Exception {
            for (String redirect : Set.of(
                    "https://evil.example",
                    "http://localhost@evil.example:80",
                    "http://evil.example",
                    "localhost",
                    "")) {
                query.put("redirect_uri", redirect);
                assertThat(get(authorize()).statusCode()).as(redirect).isEqualTo(400);
                assertThat(post(authorize(), Map.of("answer", "approve")).statusCode())
                        .as(redirect)
                        .isEqualTo(400);
            }
        }

        @Test
        void insistsOnProof() throws Exception {
            query.put("code_challenge_method", "plain");
            assertThat(get(authorize()).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class ToStrangers {
        @Test
        void isNotFoundWithoutItsSecretPath() throws Exception {
            begin("User.Read");
            for (String path : Set.of("/", "/favicon.ico", "/guess/", "/..")) {
                HttpResponse<String> answer = get(page.address().resolve(path));
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).doesNotContain("Kim");
            }
        }

        @Test
        void hasAnotherSecretEachTime() throws Exception {
            try (ApprovalPage other = ApprovalPage.start(bench.tenant, Messages.in(Locale.UK))) {
                assertThat(other.address().getPath())
                        .isNotEqualTo(page.address().getPath())
                        .matches("/[A-Za-z0-9_-]{24}/");
            }
        }

        @Test
        void listensOnThisComputerOnly() {
            assertThat(page.address().getHost()).isEqualTo("127.0.0.1");
        }

        @Test
        void answersToNoOtherName() throws Exception {
            try (Socket socket = new Socket(
                    InetAddress.getByName("127.0.0.1"), page.address().getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write(("GET " + page.address().getPath()
                                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 404");
            }
        }

        @Test
        void isNeitherKeptNorFramedNorScripted() throws Exception {
            HttpResponse<String> answer = get(page.address());
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.body())
                    .doesNotContain("<script")
                    .doesNotContain("http://")
                    .doesNotContain("https://");
        }
    }

    @Test
    void keepsNoProgramAlive() {
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                                || thread.getName().startsWith("ampel-demo"))
                        .filter(thread -> !thread.isDaemon())
                        .map(Thread::getName)
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
