package app.ampel.domain.account;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The app registration to sign in with, and where.
 *
 * @param clientId application (client) id; also the id of the presence session
 * @param tenant tenant id, a domain, or {@code organizations}
 * @param authority private set-ups only: {@code https://host[:port]/tenant/} instead of the cloud's
 * @param graph private set-ups only: {@code https://host[:port]/v1.0}, no slash at the end, instead of the cloud's
 */
public record Registration(String clientId, String tenant, Cloud cloud, Optional<URI> authority, Optional<URI> graph) {

    public Registration {
        if (clientId.isBlank() || tenant.isBlank()) {
            throw new IllegalArgumentException("client id and tenant are needed");
        }
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(authority);
        Objects.requireNonNull(graph);
    }

    public URI authorityUrl() {
        return authority.orElseGet(() -> URI.create("https://" + cloud.loginHost() + "/" + tenant + "/"));
    }

    /**
     * Where an administrator allows {@code scopes} for everybody in the organisation. At the end it leads to an empty
     * page on localhost.
     */
    public URI consentUrl(Set<Scope> scopes) {
        String graphs = "https://" + cloud.graphHost() + "/";
        String asked =
                scopes.stream().sorted().map(scope -> graphs + scope.word()).collect(Collectors.joining("%20"));
        return authorityUrl()
                .resolve("v2.0/adminconsent?client_id=" + clientId + "&scope=" + asked
                        + "&redirect_uri=http://localhost");
    }

    public URI graphUrl() {
        return graph.orElseGet(() -> URI.create("https://" + cloud.graphHost() + "/v1.0"));
    }
}
