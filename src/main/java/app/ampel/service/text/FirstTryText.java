package app.ampel.service.text;

import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialProtocol;
import java.util.Optional;

/** Why a serial light that was to turn red did not, in words. */
public record FirstTryText(Messages words) {

    /** @param state what became of it; empty: it is nowhere */
    public String failed(Optional<LightState> state, SerialProtocol protocol) {
        return words.say("add.failed", why(state, protocol));
    }

    private String why(Optional<LightState> state, SerialProtocol protocol) {
        if (state.filter(it -> it.condition() == Condition.NOT_ANSWERING).isPresent()) {
            return words.say("add.silent") + " " + lookAt(protocol);
        }
        return state.flatMap(LightState::hint)
                .map(hint -> words.say(hint.key(), Phrases.tame(hint.argument())))
                .orElseGet(() -> words.say("add.gone"));
    }

    /** What to look at when somebody says that it is not red. */
    public String lookAt(SerialProtocol protocol) {
        return words.say("add.not-red." + protocol.word());
    }
}
