package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Transport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "terminal, ''",
        "screen, ''",
        "blink1:3A001234, 3A001234",
        "luxafor:usb-1-2, ''",
        "serial:2341:0043:8573531, 8573531",
        "serial:2341:0043:85:73:53, 85:73:53",
    })
    void ofALightItsSerialNumberIsOneAndNothingElse(String id, String secret) {
        LightState light =
                new LightState(id, "A light", Transport.SERIAL, Condition.OK, LightCommand.OFF, Optional.empty());
        Evidence evidence = Situations.of(new Fact.Lights(List.of(light), false));
        assertThat(Secrets.of(evidence).words())
                .containsExactlyInAnyOrderElementsOf(secret.isEmpty() ? List.of() : List.of(secret));
    }
}
