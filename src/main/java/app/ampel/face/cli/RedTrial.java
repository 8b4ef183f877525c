package app.ampel.face.cli;

import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.manager.FirstLight;
import app.ampel.service.text.FirstTryText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lights a serial light red and asks whoever sits before it whether it is. Dark again afterwards. */
final class RedTrial {

    private static final int QUESTIONS = 3;

    private final Console console;

    RedTrial(Console console) {
        this.console = console;
    }

    boolean isRed(LightsService lights, String id, SerialProtocol protocol) throws Failure {
        console.print(console.say("add.trying"));
        try {
            Optional<LightState> state = lights.tryRed(id, protocol).join();
            if (state.filter(FirstLight::isLit).isEmpty()) {
                String why = new FirstTryText(console.words()).failed(state, protocol);
                throw new Failure("light", why, ExitCode.FAILED);
            }
            return saysYes();
        } finally {
            lights.endTrial().join();
        }
    }

    /** Nothing typed at the end of the input, or nothing that is an answer, is no. */
    private boolean saysYes() {
        for (int i = 0; i < QUESTIONS; i++) {
            Optional<String> typed = console.ask(console.say("add.is-it-red"));
            if (typed.isEmpty() || isOne(typed.get(), "add.no")) {
                return false;
            }
            if (isOne(typed.get(), "add.yes")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(String typed, String key) {
        return List.of(console.say(key).split(",")).contains(typed.strip().toLowerCase(Locale.ROOT));
    }
}
