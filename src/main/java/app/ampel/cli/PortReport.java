package app.ampel.cli;

import app.ampel.problem.ProblemException;
import app.ampel.sentence.Phrases;
import app.ampel.settings.LockedSettingException;
import app.ampel.words.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Listing, adding and forgetting serial lights: the same in the running program and without one. */
final class PortReport {

    private final Words words;

    PortReport(Words words) {
        this.words = words;
    }

    /** An answer with the members {@code ports} and {@code text}. */
    ObjectNode list(SerialLights lights) {
        ObjectNode answer = Messages.ok();
        ArrayNode ports = answer.putArray("ports");
        ArrayNode text = answer.putArray("text");
        List<String> added = lights.added();
        List<Port> there = lights.ports();
        for (Port port : there) {
            boolean ours = port.id().filter(added::contains).isPresent();
            ports.addObject()
                    .put("port", port.name())
                    .put("description", port.description())
                    .put("id", port.id().orElse(null))
                    .put("added", ours);
            text.add(words.say(
                    ours ? "ports.added" : port.id().isPresent() ? "ports.free" : "ports.nameless",
                    Phrases.tame(port.name()),
                    Phrases.tame(port.description())));
        }
        if (there.isEmpty()) {
            text.add(words.say("ports.none"));
        }
        return answer;
    }

    ObjectNode add(SerialLights lights, String name) throws Failure, ProblemException, LockedSettingException {
        List<Port> there = lights.ports();
        Port port = there.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(Complaints.unknown(
                        words,
                        "ports.unknown",
                        name,
                        there.stream().map(Port::name).toList())));
        String id = port.id().orElseThrow(() -> Failure.usage(words.say("ports.no-id", Phrases.tame(name))));
        lights.add(id);
        return answer(words.say("ports.now-added", Phrases.tame(name), id), id);
    }

    ObjectNode forget(SerialLights lights, String id) throws Failure, ProblemException, LockedSettingException {
        List<String> added = lights.added();
        if (!added.contains(id)) {
            throw Failure.usage(Complaints.unknown(words, "ports.not-added", id, added));
        }
        lights.forget(id);
        return answer(words.say("ports.now-forgotten", Phrases.tame(id)), id);
    }

    private static ObjectNode answer(String sentence, String id) {
        ObjectNode answer = Messages.ok();
        answer.put("id", id).putArray("text").add(sentence);
        return answer;
    }
}
