package app.ampel.service.settings;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What to sign in with; empty is "not said". See {@link Registration} for what each part means.
 *
 * @param signIn how to sign in; not said: by device code
 */
public record AccountSettings(
        Optional<String> clientId,
        Optional<String> tenant,
        Optional<Cloud> cloud,
        Optional<URI> authority,
        Optional<URI> graph,
        Optional<SignInWay> signIn) {

    public static final AccountSettings NONE = new AccountSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Any work or school account. */
    public static final String ANY_TENANT = "organizations";

    public AccountSettings {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(authority);
        Objects.requireNonNull(graph);
        Objects.requireNonNull(signIn);
    }

    /** These, where {@code over} says nothing else. */
    public AccountSettings with(AccountSettings over) {
        return new AccountSettings(
                over.clientId.or(() -> clientId),
                over.tenant.or(() -> tenant),
                over.cloud.or(() -> cloud),
                over.authority.or(() -> authority),
                over.graph.or(() -> graph),
                over.signIn.or(() -> signIn));
    }

    AccountSettings withClientId(Optional<String> other) {
        return new AccountSettings(other, tenant, cloud, authority, graph, signIn);
    }

    AccountSettings withTenant(Optional<String> other) {
        return new AccountSettings(clientId, other, cloud, authority, graph, signIn);
    }

    AccountSettings withCloud(Optional<Cloud> other) {
        return new AccountSettings(clientId, tenant, other, authority, graph, signIn);
    }

    AccountSettings withAuthority(Optional<URI> other) {
        return new AccountSettings(clientId, tenant, cloud, other, graph, signIn);
    }

    AccountSettings withGraph(Optional<URI> other) {
        return new AccountSettings(clientId, tenant, cloud, authority, other, signIn);
    }

    AccountSettings withSignIn(Optional<SignInWay> other) {
        return new AccountSettings(clientId, tenant, cloud, authority, graph, other);
    }

    public AccountSettings withSignIn(SignInWay other) {
        return withSignIn(Optional.of(other));
    }

    /** Empty without a client id. */
    public Optional<Registration> registration() {
        return clientId.map(
                id -> new Registration(id, tenant.orElse(ANY_TENANT), cloud.orElse(Cloud.GLOBAL), authority, graph));
    }

    public SignInWay way() {
        return signIn.orElse(SignInWay.DEVICE_CODE);
    }
}
