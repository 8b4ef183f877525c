package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Presence at a stand-in for Graph. */
abstract class GraphFixture {

    static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    static final String READ = "/me/presence";
    static final String SET = "/me/presence/setPresence";
    static final String CLEAR = "/me/presence/clearPresence";

    /** As in Microsoft's documentation of the resource. */
    static final String BUSY = """
            {"id":"fa8bf3dc-eca7-46b7-bad1-db199b62afc3","availability":"Busy","activity":"InAMeeting",
            "outOfOfficeSettings":{"isOutOfOffice":true,"message":"away"},"sequenceNumber":"A0637473877",
            "statusMessage":{"message":{"content":"In Basel","contentType":"text"}},
            "workLocation":{"workLocationType":"remote","source":"manual"}}""";

    final StandIn graph = new StandIn();
    final HttpStack http = GuardedStacks.trusting(Certificates.GOOD);
    final Tokens tokens = new Tokens();
    Instant now = Instant.now();

    @AfterEach
    void close() {
        http.close();
        graph.close();
    }

    GraphPresence presence() {
        return presence(Cloud.GLOBAL, graph.at("/v1.0"));
    }

    GraphPresence presence(Cloud cloud, URI address) {
        return presence(cloud, address, http);
    }

    GraphPresence presence(Cloud cloud, URI address, HttpStack http) {
        Registration registration =
                new Registration(CLIENT, "organizations", cloud, Optional.empty(), Optional.of(address));
        return new GraphPresence(
                registration, new GraphCalls(registration, tokens, http, Clock.fixed(now, ZoneOffset.UTC)));
    }

    Problem reading() {
        return problem(presence()::read);
    }

    Problem setting() {
        return problem(() -> set(presence()));
    }

    static void set(GraphPresence presence) throws ProblemException {
        presence.setSession(Availability.BUSY, Activity.IN_A_CALL, Duration.ofHours(1));
    }

    static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    static StandIn.Reply error(int status, String code) {
        return StandIn.Reply.json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"secret words\"}}");
    }

    /** Hands out t1, t2, … and remembers what it was asked for. */
    static final class Tokens implements AccessTokens {

        final List<String> asked = new ArrayList<>();
        private int count = 1;
        Optional<Problem> problem = Optional.empty();
        Set<Scope> granted = EnumSet.allOf(Scope.class);

        @Override
        public boolean grants(Scope scope) {
            return granted.contains(scope);
        }

        @Override
        public synchronized String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException {
            if (problem.isPresent()) {
                throw new ProblemException(problem.get());
            }
            asked.add(claims.orElse("") + (forceRefresh ? "!" : ""));
            count += forceRefresh ? 1 : 0;
            return "t" + count;
        }
    }
}
