package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {

    private static final URI GRAPH = URI.create("https://graph.microsoft.com/v1.0/me");

    private static String chosen(Map<String, String> environment, URI target) {
        Proxy proxy = EnvironmentProxy.from(environment).select(target).get(0);
        return proxy.address() instanceof InetSocketAddress address
                ? proxy.type() + " " + address.getHostString() + ":" + address.getPort()
                : "DIRECT";
    }

    @Nested
    class WhenTheEnvironmentNamesAProxy {

        @ParameterizedTest
        @CsvSource({
            "http://proxy.corp:3128, HTTP proxy.corp:3128",
            "proxy.corp:3128, HTTP proxy.corp:3128",
            "http://user:pass@proxy.corp:3128/, HTTP proxy.corp:3128",
            "http://proxy.corp, HTTP proxy.corp:8080",
            "socks5://proxy.corp, SOCKS proxy.corp:1080"
        })
        void itIsUsed(String value, String proxy) {
            assertThat(chosen(Map.of("HTTPS_PROXY", value), GRAPH)).isEqualTo(proxy);
        }

        @Test
        void theLowerCaseNameComesFirst() {
            assertThat(chosen(Map.of("HTTPS_PROXY", "http://a:1", "https_proxy", "http://b:2"), GRAPH))
                    .isEqualTo("HTTP b:2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*",
                    "graph.microsoft.com",
                    ".microsoft.com",
                    "*.microsoft.com",
                    "microsoft.com",
                    "intra, GRAPH.Microsoft.com",
                    "graph.microsoft.com:443"
                })
        void exceptionsGoDirect(String exceptions) {
            URI withPort = URI.create("https://graph.microsoft.com:443/v1.0/me");

            assertThat(chosen(Map.of("HTTPS_PROXY", "http://a:1", "NO_PROXY", exceptions), withPort))
                    .isEqualTo("DIRECT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"soft.com", "login.microsoft.com", "graph.microsoft.com:8443", ""})
        void otherNamesDoNot(String exceptions) {
            assertThat(chosen(Map.of("HTTPS_PROXY", "http://a:1", "NO_PROXY", exceptions), GRAPH))
                    .isEqualTo("HTTP a:1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://", "http://a b", "::::", "http://127.0.0.1:99999", "http://a:0", "a:65536"})
        void nonsenseIsIgnored(String value) {
            assertThat(chosen(Map.of("HTTPS_PROXY", value), GRAPH)).isEqualTo("DIRECT");
        }
    }

    @Nested
    class WhenItDoesNot {

        @Test
        void theSystemDecides() {
            ProxySelector system = new ProxySelector() {
                @Override
                public List<Proxy> select(URI target) {
                    return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("pac.corp", 8081)));
                }

                @Override
                public void connectFailed(URI target, SocketAddress address, IOException why) {
                    throw new AssertionError(why);
                }
            };

            assertThat(new EnvironmentProxy(Optional.empty(), "", List.of(), system).select(GRAPH))
                    .singleElement()
                    .hasToString("HTTP @ pac.corp/<unresolved>:8081");
        }
    }

    /** A proxy that knows CONNECT and, if told so, wants a password. */
    private static final class RealProxy implements AutoCloseable {

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final Optional<String> password;
        private final RawServer server;

        RealProxy(Optional<String> password) throws IOException {
            this.password = password;
            this.server = RawServer.of(this::serve);
        }

        private void serve(Socket socket) throws IOException {
            String head = RawServer.head(socket);
            asked.add(head);
            OutputStream out = socket.getOutputStream();
            if (password.isPresent() && !head.contains("Proxy-Authorization: " + password.get())) {
                out.write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\n"
                                + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes());
                return;
            }
            int port = Integer.parseInt(head.split(" ")[1].split(":")[1]);
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes());
                Thread back = new Thread(() -> pump(target, socket), "proxy-back");
                back.setDaemon(true);
                back.start();
                pump(socket, target);
            }
        }

        private static void pump(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                in.transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException e) {
                // One of the two has hung up.
            }
        }

        String at(String user) {
            return "http://" + user + "localhost:" + server.port();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Nested
    class WhenThereIsARealProxy {

        private static final String ANNA_SECRET = "Basic YW5uYTpzZWNyZXQ="; // anna:secret, RFC 7617

        private Problem signIn(StandIn server, String proxy) throws ProblemException {
            SignInService service = new SignInService(server);
            try (HttpStack http = Stacks.trusting(Certificates.GOOD, Map.of("HTTPS_PROXY", proxy));
                    MsalAccount account = new MsalAccount(
                            service.registration(),
                            http,
                            new MemoryTokens(),
                            address -> false,
                            Messages.in(Locale.UK),
                            Clock.systemUTC())) {
                ProblemException problem = catchThrowableOfType(
                        ProblemException.class, () -> account.signIn(SignInWay.DEVICE_CODE, prompt -> {}));
                return problem == null ? null : problem.problem();
            }
        }

        @Test
        void everythingGoesThroughIt() throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.empty())) {
                assertThat(signIn(server, proxy.at(""))).isNull();
                assertThat(proxy.asked).isNotEmpty().allMatch(head -> head.startsWith("CONNECT localhost:"));
            }
        }

        @Test
        void itsPasswordIsTakenFromTheAddress() throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.of(ANNA_SECRET))) {
                assertThat(signIn(server, proxy.at("anna:secret@"))).isNull();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "anna:wrong@"})
        void withoutTheRightOneItIsSaid(String user) throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.of(ANNA_SECRET))) {
                assertThat(signIn(server, proxy.at(user)))
                        .isEqualTo(Problem.of(Problem.Kind.PROXY_AUTHENTICATION, "HTTP 407"));
                assertThat(server.seen).isEmpty();
            }
        }
    }
}
