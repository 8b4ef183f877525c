package app.ampel.face.cli;

import app.ampel.domain.problem.ProblemException;
import app.ampel.service.lights.LightBus;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a {@link Wish}: the same in the running program and without one. */
final class LightReport {

    private final Messages words;

    LightReport(Messages words) {
        this.words = words;
    }

    ObjectNode adjust(SingleLights lights, String id, String what, List<String> values)
            throws Failure, ProblemException, LockedSettingException {
        Wish wish = Wish.of(what, values, words);
        List<LightBus.Found> attached = lights.attached();
        String kind = lights.kind(id, attached)
                .orElseThrow(
                        () -> Failure.usage(Complaints.unknown(words, "lights.unknown", id, lights.ids(attached))));
        Optional<LightBus.Found> light =
                attached.stream().filter(it -> it.kind().equals(kind)).findFirst();
        boolean hasButton = light.filter(LightBus.Found::hasButton).isPresent();
        if (wish.needsButton() && !hasButton) {
            throw Failure.usage(words.say("lights.no-button", Phrases.tame(id)));
        }
        boolean doubtful = light.filter(LightBus.Found::isPossible).isPresent();
        if (what.equals(Wish.CONFIRM) && !doubtful || what.equals(Wish.DOUBT) && !lights.isConfirmed(kind)) {
            throw Failure.usage(words.say("lights.no-doubt", Phrases.tame(id)));
        }
        lights.change(kind, wish.change());
        return answer(
                wish,
                light.map(LightBus.Found::name).orElse(id),
                light.filter(it -> !it.id().equals(kind)));
    }

    private ObjectNode answer(Wish wish, String name, Optional<LightBus.Found> oneOfMany) {
        List<Object> arguments = new ArrayList<>(List.of(Phrases.tame(name)));
        arguments.addAll(wish.values());
        ObjectNode answer = LineStarts.ok();
        ArrayNode text = answer.putArray("text").add(words.say(wish.sentence(), arguments.toArray()));
        oneOfMany.ifPresent(
                light -> text.add(words.say("lights.now.all", light.model().name())));
        return answer;
    }
}
