package app.ampel.face.cli;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.FirstLight;
import app.ampel.service.lights.Lights;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lights a serial light red and asks whoever sits before it whether it is. Dark again afterwards. */
final class RedTrial {

    private static final Duration DARK_WITHIN = Duration.ofSeconds(5);
    private static final int QUESTIONS = 3;

    private final Session session;
    private final Console console;

    RedTrial(Session session) {
        this.session = session;
        this.console = session.console();
    }

    boolean isRed(AddedLight light) throws Failure {
        console.print(console.say("add.trying"));
        Lights lights = session.program().trial(session.folders(), light);
        try {
            Optional<LightState> state = FirstLight.red(lights);
            if (state.filter(FirstLight::isLit).isEmpty()) {
                throw new Failure("light", console.say("add.failed", why(state, light)), ExitCode.FAILED);
            }
            return saysYes();
        } finally {
            lights.close(DARK_WITHIN);
        }
    }

    private String why(Optional<LightState> state, AddedLight light) {
        if (state.filter(it -> it.condition() == Condition.NOT_ANSWERING).isPresent()) {
            return console.say("add.silent") + " "
                    + console.say("add.not-red." + light.protocol().word());
        }
        return state.flatMap(LightState::hint)
                .map(hint -> console.say(hint.key(), Phrases.tame(hint.argument())))
                .orElseGet(() -> console.say("add.gone"));
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
