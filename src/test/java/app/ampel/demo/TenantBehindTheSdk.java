package app.ampel.demo;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.adapter.graph.GraphPresence;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Scope;
import app.ampel.service.engine.PresenceService;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The demo's tenant as Ampel reaches it: through the real SDK. Somebody is signed in. What Teams says is set by hand. */
public final class TenantBehindTheSdk implements AutoCloseable {

    private final HttpStack http;
    private final PresenceService graph;
    private final Clock day;
    private volatile Teams.Moment teams;

    public TenantBehindTheSdk(Clock day) {
        this.day = day;
        teams(Optional.empty());
        SignIn signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
        Tenant tenant = new Tenant(day, new ByHand(), DemoUser.KIM, signIn);
        http = Microsoft.http(Optional.of(new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/"))));
        DeviceCodes.Entry entry = signIn.beginDeviceCode(
                DemoUser.KIM.clientId(), Scopes.parse("User.Read Presence.Read Presence.ReadWrite"));
        signIn.approve(entry.userCode());
        String token = signIn.redeemDeviceCode(DemoUser.KIM.clientId(), entry.deviceCode())
                .accessToken();
        graph = new GraphPresence(
                DemoUser.KIM.registration(),
                new GraphCalls(DemoUser.KIM.registration(), new OneToken(token), http, Clock.systemUTC()));
    }

    private record OneToken(String token) implements AccessTokens {

        @Override
        public String accessToken(Optional<String> claims, boolean forceRefresh) {
            return token;
        }

        @Override
        public boolean grants(Scope scope) {
            return true;
        }
    }

    public PresenceService graph() {
        return graph;
    }

    public void teams(Optional<ScriptedPresence> session) {
        teams = new Teams.Moment(session, day.instant(), false, Teams.WorkLocation.OFFICE);
    }

    private final class ByHand implements Teams {
        @Override
        public Moment at(Instant now) {
            return teams;
        }

        @Override
        public Optional<Instant> changeAfter(Instant now) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
