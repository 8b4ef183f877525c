package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
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

    @Nested
    class WhenThereIsARealProxy {

        private Optional<Problem> ask(StandIn server, String proxy) throws IOException {
            server.always("/", request -> StandIn.Reply.json(200, "{}"));
            Request request =
                    new Request.Builder().url(server.at("/").toString()).build();
            try (HttpStack http = Stacks.trusting(
                            Certificates.GOOD, Stacks.OPEN, Stacks.QUICK, Map.of("HTTPS_PROXY", proxy));
                    Response response = http.client().newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(200);
                return Optional.empty();
            } catch (UnusableAnswer e) {
                return Optional.of(e.problem());
            }
        }

        @Test
        void everythingGoesThroughIt() throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.empty())) {
                assertThat(ask(server, proxy.at(""))).isEmpty();
                assertThat(proxy.asked).isNotEmpty().allMatch(head -> head.startsWith("CONNECT localhost:"));
            }
        }

        @Test
        void itsPasswordIsTakenFromTheAddress() throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.of(RealProxy.ANNA_SECRET))) {
                assertThat(ask(server, proxy.at("anna:secret@"))).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "anna:wrong@"})
        void withoutTheRightOneItIsSaid(String user) throws Exception {
            try (StandIn server = new StandIn();
                    RealProxy proxy = new RealProxy(Optional.of(RealProxy.ANNA_SECRET))) {
                assertThat(ask(server, proxy.at(user)))
                        .contains(Problem.of(Problem.Kind.PROXY_AUTHENTICATION, "HTTP 407"));
                assertThat(server.seen).isEmpty();
            }
        }
    }
}
