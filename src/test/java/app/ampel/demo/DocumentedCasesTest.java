package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.status.PresenceCases;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's tenant against what is documented: the same cases as the model that the simulation is judged by. */
class DocumentedCasesTest {

    static List<String> cases() throws IOException {
        return PresenceCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areWhatTheTenantDoes(String line) {
        assertThat(PresenceCases.play(line, new OfTheTenant())).isEqualTo(PresenceCases.expected(line));
    }

    private static final class OfTheTenant implements PresenceCases.Subject {

        private final Bench bench = new Bench();
        private final PresenceActions actions = new PresenceActions(bench.tenant);

        private static boolean taken(Runnable action) {
            try {
                action.run();
                return true;
            } catch (Refusal e) {
                return false;
            }
        }

        private static String body(String pair, Duration time, String more) {
            String[] words = pair.split("/");
            return "{\"availability\":\"" + words[0] + "\",\"activity\":\"" + words[1] + "\",\"expirationDuration\":\""
                    + time + "\"" + more + "}";
        }

        private static final String SESSION = "\"sessionId\":\"" + DemoUser.KIM.clientId() + "\"";

        @Override
        public void teams(String pair) {
            String[] words = pair.split("/");
            bench.teams.from(
                    bench.day.instant(), new ScriptedPresence(new Availability(words[0]), new Activity(words[1])));
        }

        @Override
        public boolean set(String pair, Duration lease) {
            return taken(
                    () -> actions.setPresence(body(pair, lease, "," + SESSION)).run());
        }

        @Override
        public boolean clear() {
            return taken(() -> actions.clearPresence("{" + SESSION + "}").run());
        }

        @Override
        public boolean prefer(String pair, Duration time) {
            return taken(() -> actions.setPreferred(body(pair, time, "")).run());
        }

        @Override
        public boolean unprefer() {
            return taken(() -> actions.clearPreferred("").run());
        }

        @Override
        public void pass(Duration time) {
            bench.day.advance(time);
        }

        @Override
        public String shown() {
            return bench.tenant.presence().seen().pair().toString();
        }
    }
}
