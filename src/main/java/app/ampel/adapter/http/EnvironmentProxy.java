package app.ampel.adapter.http;

import app.ampel.domain.problem.Problem;
import app.ampel.service.doctor.ProxyInForce;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which proxy leads to a host: what was given to Java ({@code -Dhttps.proxyHost}), else {@code HTTPS_PROXY} with
 * {@code NO_PROXY}, else the system's settings, PAC included where Java can
 * ({@code -Djava.net.useSystemProxies=true}, in the launcher). The system is asked for each connection; a variable is what
 * it was when Ampel started, because a process keeps the environment that it was given.
 */
final class EnvironmentProxy extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentProxy.class);

    private static final String VARIABLE = "https_proxy";
    private static final int HIGHEST_PORT = 65_535;

    private final Optional<URI> given;
    private final String variable;
    private final List<String> exceptions;
    private final ProxySelector system;

    /** @param variable that gave it, or should have; empty where none is set */
    EnvironmentProxy(Optional<URI> given, String variable, List<String> exceptions, ProxySelector system) {
        this.given = given;
        this.variable = variable;
        this.exceptions = List.copyOf(exceptions);
        this.system = system;
    }

    static EnvironmentProxy from(Map<String, String> environment) {
        boolean byJava = System.getProperty("https.proxyHost") != null;
        Optional<String> said = byJava ? Optional.empty() : value(environment, VARIABLE);
        Optional<URI> given = said.flatMap(EnvironmentProxy::address);
        String variable = environment.containsKey(VARIABLE) ? VARIABLE : VARIABLE.toUpperCase(Locale.ROOT);
        List<String> exceptions = value(environment, "no_proxy")
                .map(list -> Arrays.stream(list.split("[,\\s]+"))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> entry.toLowerCase(Locale.ROOT))
                        .toList())
                .orElse(List.of());
        return new EnvironmentProxy(given, said.isEmpty() ? "" : variable, exceptions, ProxySelector.getDefault());
    }

    /** The lower-case name first, as curl does. */
    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && uri.getPort() >= -1 && uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the value: it may carry a password.
        }
        LOG.warn("HTTPS_PROXY is not an address and is ignored");
        return Optional.empty();
    }

    @Override
    public List<Proxy> select(URI target) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        if (given.isEmpty()) {
            return system == null ? List.of(Proxy.NO_PROXY) : system.select(target);
        }
        if (isExcepted(host, target.getPort())) {
            return List.of(Proxy.NO_PROXY);
        }
        URI proxy = given.get();
        boolean socks = proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
        int port = proxy.getPort() != -1 ? proxy.getPort() : socks ? 1080 : 8080;
        return List.of(new Proxy(
                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
    }

    /** The proxy that leads to {@code target}, for people; empty where none does. */
    Optional<ProxyInForce> describe(URI target) {
        return select(target).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .map(proxy -> new ProxyInForce(
                        source(),
                        variable,
                        proxy.type() == Proxy.Type.SOCKS ? "socks" : "http",
                        address(proxy.address()),
                        given.map(URI::getRawUserInfo).isPresent()));
    }

    private ProxyInForce.Source source() {
        if (given.isPresent()) {
            return ProxyInForce.Source.VARIABLE;
        }
        return System.getProperty("https.proxyHost") != null ? ProxyInForce.Source.JAVA : ProxyInForce.Source.SYSTEM;
    }

    private static String address(SocketAddress address) {
        return address instanceof InetSocketAddress known
                ? known.getHostString() + ":" + known.getPort()
                : address.toString();
    }

    /** The variable that should name a proxy and does not. */
    Optional<String> broken() {
        return given.isPresent() || variable.isEmpty() ? Optional.empty() : Optional.of(variable);
    }

    private boolean isExcepted(String host, int port) {
        return exceptions.stream().anyMatch(entry -> {
            int colon = entry.lastIndexOf(':');
            boolean hasPort = colon > 0 && entry.indexOf(':') == colon;
            String name = hasPort ? entry.substring(0, colon) : entry;
            String suffix = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
            boolean samePort = !hasPort || entry.substring(colon + 1).equals(String.valueOf(port));
            return samePort && (suffix.equals("*") || host.equals(suffix) || host.endsWith("." + suffix));
        });
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException why) {
        if (given.isEmpty() && system != null) {
            system.connectFailed(target, proxy, why);
        }
    }

    /** Name and password from the address, {@code http://user:password@proxy:8080}. */
    Authenticator password() {
        Optional<String> answer = given.map(URI::getRawUserInfo).map(EnvironmentProxy::basic);
        return (route, response) -> authenticate(answer, response);
    }

    private static String basic(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return Credentials.basic(decode(user), decode(password), StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        // In an address a plus is a plus.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Request authenticate(Optional<String> answer, Response response) throws IOException {
        // OkHttp asks once before the first connection, with this made-up challenge.
        boolean beforehand = response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
        boolean refused = response.request().header("Proxy-Authorization") != null;
        if (answer.isPresent() && !refused) {
            return response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", answer.get())
                    .build();
        }
        if (beforehand) {
            return null;
        }
        throw new UnusableAnswer(Problem.Kind.PROXY_AUTHENTICATION, "HTTP 407");
    }
}
