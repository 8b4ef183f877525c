package app.ampel.face.control;

import app.ampel.domain.light.LightState;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Sentence;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What is known, for people and for programs: answers with the members {@code status} or {@code lights}, and {@code text}. */
final class StatusReport {

    private final Messages words;
    private final Sentence sentence;

    StatusReport(Messages words, Supplier<ZoneId> zone) {
        this.words = words;
        this.sentence = new Sentence(words, zone);
    }

    ObjectNode of(Overview now) {
        ObjectNode answer = LineStarts.ok();
        answer.set("status", StatusJson.of(now));
        ArrayNode text = answer.putArray("text").add(sentence.of(now));
        sentence.remarks(now.snapshot()).forEach(text::add);
        sentence.details(now).forEach(text::add);
        return answer;
    }

    /** Without the lights in words: they are still on the way to what they were told. */
    ObjectNode brief(Overview now) {
        Snapshot known = now.snapshot();
        ObjectNode answer = LineStarts.ok();
        answer.set("status", StatusJson.of(now));
        ArrayNode text = answer.putArray("text").add(sentence.headline(known));
        sentence.remarks(known).forEach(text::add);
        return answer;
    }

    /** @param remote whether somebody sits at another computer and sees this one from there */
    ObjectNode lights(List<LightState> lights, boolean remote) {
        ObjectNode answer = LineStarts.ok();
        answer.set("lights", StatusJson.lights(lights));
        ArrayNode text = answer.putArray("text");
        lights.forEach(light -> text.add(words.say("cli.light-with-id", sentence.light(light), light.id())));
        if (lights.stream().noneMatch(light -> light.transport().isDevice())) {
            text.add(words.say(remote ? "cli.remote" : "cli.no-lights"));
        }
        return answer;
    }
}
