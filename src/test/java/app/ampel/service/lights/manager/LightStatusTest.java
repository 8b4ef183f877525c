package app.ampel.service.lights.manager;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.model.Catalogue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are told of a light. */
class LightStatusTest {

    private static LightState of(String model, Condition condition, Optional<String> program) {
        LightModel known = new Catalogue().find(model).orElseThrow();
        LightBus.Found found = new LightBus.Found("a", known, "Lamp", "1", condition, Optional.empty());
        LightStatus status = new LightStatus(found, () -> {});
        status.conflict(program);
        return status.state(found, LightSetting.DEFAULT);
    }

    @Test
    void aModelThatNobodyIsKnownToHaveTriedSaysSoWhileItWorks() {
        assertThat(of("plantronics", Condition.OK, Optional.empty()).hint())
                .contains(new Hint("light.hint.untried", "Lamp"));
        assertThat(of("blynclight", Condition.OK, Optional.empty()).hint()).isEmpty();
    }

    @Test
    void whatSomebodyHasToDoSomethingAboutComesFirst() {
        assertThat(of("plantronics", Condition.OK, Optional.of("Embrava Connect"))
                        .hint())
                .contains(new Hint("light.hint.rival", "Embrava Connect"));
        assertThat(of("plantronics", Condition.GONE, Optional.empty()).hint()).isEmpty();
    }
}
