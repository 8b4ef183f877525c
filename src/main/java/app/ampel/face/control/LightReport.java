package app.ampel.face.control;

import app.ampel.service.lights.KnownLight;
import app.ampel.service.lights.LightChange;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Says what came of a {@link Wish}: the same in the running program and without one. */
public final class LightReport {

    private final Messages words;

    public LightReport(Messages words) {
        this.words = words;
    }

    /** Blocks until it is kept. */
    public ObjectNode adjust(LightsService lights, String id, String what, List<String> values) throws Failure {
        Wish wish = Wish.of(what, values, words);
        KnownLight light = lights.find(id)
                .orElseThrow(() -> Failure.usage(Complaints.unknown(words, "lights.unknown", id, lights.ids())));
        LightChange.Need missing = wish.change().missing(light).orElse(null);
        if (missing != null) {
            throw Failure.usage(words.say(
                    switch (missing) {
                        case BUTTON -> "lights.no-button";
                        case DOUBT, CONFIRMATION -> "lights.no-doubt";
                    },
                    Phrases.tame(id)));
        }
        lights.change(light.kind(), wish.change()).join();
        return answer(wish, id, light);
    }

    private ObjectNode answer(Wish wish, String id, KnownLight light) {
        String name = light.attached().map(LightBus.Found::name).orElse(id);
        List<Object> arguments = new ArrayList<>(List.of(Phrases.tame(name)));
        arguments.addAll(wish.values());
        ObjectNode answer = LineStarts.ok();
        ArrayNode text = answer.putArray("text").add(words.say(wish.sentence(), arguments.toArray()));
        light.attached()
                .filter(it -> light.isOneOfMany())
                .ifPresent(it -> text.add(words.say("lights.now.all", it.model().name())));
        return answer;
    }
}
