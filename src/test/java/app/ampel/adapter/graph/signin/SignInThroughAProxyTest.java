package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.graph.GuardedStacks;
import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.RealProxy;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MSAL4J behind a proxy that is real. */
class SignInThroughAProxyTest {

    private Problem signIn(StandIn server, String proxy) throws ProblemException {
        SignInService service = new SignInService(server);
        try (HttpStack http = GuardedStacks.trusting(Certificates.GOOD, Map.of("HTTPS_PROXY", proxy));
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
                RealProxy proxy = new RealProxy(Optional.of(RealProxy.ANNA_SECRET))) {
            assertThat(signIn(server, proxy.at("anna:secret@"))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna:wrong@"})
    void withoutTheRightOneItIsSaid(String user) throws Exception {
        try (StandIn server = new StandIn();
                RealProxy proxy = new RealProxy(Optional.of(RealProxy.ANNA_SECRET))) {
            assertThat(signIn(server, proxy.at(user)))
                    .isEqualTo(Problem.of(Problem.Kind.PROXY_AUTHENTICATION, "HTTP 407"));
            assertThat(server.seen).isEmpty();
        }
    }
}
