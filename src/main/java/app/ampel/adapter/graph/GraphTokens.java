package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.graph.signin.Claims;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the SDK its token, for Graph's host only. */
final class GraphTokens implements AccessTokenProvider {

    /** Carries our problem through the SDK. */
    static final class NoToken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoToken(ProblemException cause) {
            super(cause);
        }
    }

    private final AllowedHostsValidator hosts;
    private final AccessTokens tokens;

    GraphTokens(URI graph, AccessTokens tokens) {
        this.hosts = new AllowedHostsValidator(graph.getHost());
        this.tokens = tokens;
    }

    @Override
    public String getAuthorizationToken(URI target, Map<String, Object> context) {
        if (!hosts.isUrlHostValid(target) || !isPrivate(target)) {
            throw new IllegalStateException("a token for somebody else than Graph was asked for");
        }
        Optional<String> claims = context != null && context.get("claims") instanceof String challenge
                ? Claims.decode(challenge)
                : Optional.empty();
        boolean refused = context != null && context.containsKey("claims");
        try {
            return tokens.accessToken(claims, refused);
        } catch (ProblemException e) {
            throw new NoToken(e);
        }
    }

    /** Encrypted, or not leaving this computer. */
    private static boolean isPrivate(URI target) {
        return "https".equalsIgnoreCase(target.getScheme())
                || Set.of("localhost", "127.0.0.1", "[::1]").contains(target.getHost());
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
        return hosts;
    }
}
