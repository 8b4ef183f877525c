package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.adapter.graph.GraphPresence;
import app.ampel.adapter.http.StandIn.Reply;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Wanted;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.Cranked;
import app.ampel.service.engine.EnginePorts;
import app.ampel.service.engine.Preferences;
import app.ampel.service.engine.Start;
import app.ampel.service.lights.manager.Lights;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer that passes never becomes a state that lasts: the real core, SDK and MSAL4J against a real server. However
 * often each of them comes in a row, Ampel is right again without anybody doing anything.
 */
class RecoveryTest extends AccountFixture {

    private static final String READ = "/presence";
    private static final List<Integer> TIMES = List.of(1, 2, 5);

    private final Cranked time = new Cranked(Instant.parse("2026-11-20T09:00:00Z"));

    /** As far as a computer's wall goes. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return time.moment().wall();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private Core started() throws ProblemException {
        // Tokens that are renewed at every reading, so that Entra's answers are heard.
        service.life = 100;
        MsalAccount signedIn = new MsalAccount(
                service.registration(),
                http,
                store,
                browser,
                Messages.in(Locale.UK),
                clock,
                pauses::add,
                Duration.ZERO);
        signedIn.signIn(SignInWay.DEVICE_CODE, prompts::add);
        GraphPresence presence = new GraphPresence(
                service.registration(), new GraphCalls(service.registration(), signedIn, http, clock));
        server.always(READ, request -> Reply.json(200, "{\"availability\":\"Busy\",\"activity\":\"InAMeeting\"}"));
        EnginePorts rim = new EnginePorts(
                signedIn,
                presence,
                new NoLights(),
                time,
                time,
                time,
                time,
                time,
                new NoMemory(),
                (status, then) -> then.accept(true),
                () -> 0);
        PollingLimits limits = new PollingLimits(Duration.ofMinutes(12), Duration.ofMinutes(1), Duration.ofMinutes(12));
        Core core = new Core(
                time,
                rim,
                new Start(
                        Optional.empty(),
                        Optional.empty(),
                        new Preferences(
                                limits, Rules.USUAL, StatusDefaults.USUAL, () -> ZoneOffset.UTC, false, Set.of())),
                () -> SignInWay.DEVICE_CODE);
        core.start();
        time.pass(Duration.ofSeconds(1));
        assertThat(core.snapshot().reading().kind()).isEqualTo(PresenceReading.Kind.KNOWN);
        return core;
    }

    static Stream<Integer> refusals() {
        return SignInCodes.all().entrySet().stream()
                // One number of each kind, and the ones that are known to pass.
                .filter(entry -> !entry.getValue().endsTheSignIn())
                .filter(entry -> List.of(
                                50053, 50057, 50076, 50105, 50097, 53000, 53001, 53003, 65001, 70018, 700016, 7000112,
                                90002, 9002346)
                        .contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void afterRefusalsOfEntra(int number) throws ProblemException {
        recovers(started(), "/token", SignInService.error(400, "invalid_grant", number), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "interaction_required", "invalid_request", "brand_new"})
    void afterANumberOfEntrasThatNobodyKnows(String word) throws ProblemException {
        recovers(started(), "/token", SignInService.error(400, word, 1234567), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 409, 410, 423, 429, 500, 503, 509})
    void afterAnyStatusOfGraphs(int status) throws ProblemException {
        // The request is repeated once after a 401: it takes two to be heard.
        recovers(started(), READ, refusal(status, "Whatever"), status == 401 ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e30=", "not base64!", "eyJicm9rZW4", ""})
    void afterChallengesThatNothingCures(String claims) throws ProblemException {
        Reply challenge = refusal(401, "InvalidAuthenticationToken")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + claims + "\"");
        recovers(started(), READ, challenge, 2);
    }

    private static Reply refusal(int status, String code) {
        return Reply.json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"secret words\"}}");
    }

    /** @param each how many requests it takes for one answer to be heard */
    private void recovers(Core core, String path, Reply answer, int each) {
        for (int times : TIMES) {
            for (int i = 0; i < times * each; i++) {
                server.next(path, answer);
            }

            // Whatever the back-off, it is no longer than a quarter of an hour.
            for (int i = 0; i < times + 2; i++) {
                time.pass(Duration.ofMinutes(15));
                assertThat(core.snapshot().account().kind()).isEqualTo(AccountState.Kind.SIGNED_IN);
            }

            assertThat(server.isWaiting(path)).as("each was heard").isFalse();
            assertThat(core.snapshot().reading().kind()).as("after %d", times).isEqualTo(PresenceReading.Kind.KNOWN);
        }
        assertThat(prompts).as("nobody had to do anything").hasSize(1);
    }

    private static final class NoLights implements Lights {

        @Override
        public void show(Wanted wanted) {
            // Not what this is about.
        }

        @Override
        public void pause(boolean paused) {
            // Nor this.
        }

        @Override
        public List<LightState> states() {
            return List.of();
        }

        @Override
        public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
            // Nothing ever changes here.
            return () -> {};
        }

        @Override
        public void close(Duration atMost) {
            // Nothing is open.
        }
    }

    private static final class NoMemory implements PresenceStore {

        @Override
        public void keep(PresenceTracker.Seen seen) {
            // Every start is the first.
        }

        @Override
        public void forget() {
            // Nothing is kept.
        }
    }
}
