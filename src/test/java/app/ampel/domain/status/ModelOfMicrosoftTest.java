package app.ampel.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model that the simulation is judged by, against what is documented. */
class ModelOfMicrosoftTest {

    static List<String> cases() throws IOException {
        return PresenceCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatIsDocumented(String line) {
        assertThat(PresenceCases.play(line, new Model())).isEqualTo(PresenceCases.expected(line));
    }

    private static final class Model implements PresenceCases.Subject {

        private final ModelOfMicrosoft model = new ModelOfMicrosoft();
        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        @Override
        public void teams(String pair) {
            model.teams(Optional.of(pair));
        }

        @Override
        public boolean set(String pair, Duration lease) {
            return model.setPresence(pair, lease, now);
        }

        @Override
        public boolean clear() {
            return model.clearPresence(now);
        }

        @Override
        public boolean prefer(String pair, Duration time) {
            return model.setUserPreferredPresence(pair, time, now);
        }

        @Override
        public boolean unprefer() {
            model.clearUserPreferredPresence();
            return true;
        }

        @Override
        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public String shown() {
            return model.shown(now);
        }
    }
}
