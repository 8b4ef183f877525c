package app.ampel.face.cli;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SerialLightJson;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listing, adding and forgetting serial lights: the same in the running program and without one. */
final class PortReport {

    private final Messages words;

    PortReport(Messages words) {
        this.words = words;
    }

    /** An answer with the members {@code ports}, {@code added}, as in the settings, and {@code text}. */
    ObjectNode list(SerialLights lights) {
        ObjectNode answer = LineStarts.ok();
        ArrayNode ports = answer.putArray("ports");
        ArrayNode text = answer.putArray("text");
        List<String> added = lights.added();
        lights.all().forEach(light -> answer.withArray("added").add(SerialLightJson.write(light)));
        List<Port> there = lights.ports().list();
        for (Port port : there) {
            boolean ours = port.id().filter(added::contains).isPresent();
            ports.addObject()
                    .put("port", port.name())
                    .put("description", port.description())
                    .put("usb", port.usb())
                    .put("serial", port.serial())
                    .put("id", port.id().orElse(null))
                    .put("added", ours);
            text.add(line(port, ours));
        }
        if (there.isEmpty()) {
            text.add(words.say("ports.none"));
        }
        return answer;
    }

    private String line(Port port, boolean ours) {
        String about = Stream.of(port.description(), port.usb(), port.serial())
                .filter(part -> !part.isBlank())
                .map(Phrases::tame)
                .collect(Collectors.joining(", "));
        String key = ours ? "ports.added" : port.id().isPresent() ? "ports.free" : "ports.nameless";
        String line = words.say(key, Phrases.tame(port.name()), about).stripTrailing();
        return port.hint()
                .map(hint -> line + "  " + words.say(hint.key(), Phrases.tame(hint.argument())))
                .orElse(line);
    }

    ObjectNode add(SerialLights lights, String name, SerialProtocol protocol)
            throws Failure, ProblemException, LockedSettingException {
        String id = idOf(lights.ports(), name);
        Optional<AddedLight.Board> board = lights.ports().list().stream()
                .filter(port -> port.id().equals(Optional.of(id)))
                .findFirst()
                .flatMap(Port::board);
        lights.add(new AddedLight(id, protocol, board));
        return answer(words.say("ports.now-added", Phrases.tame(name), id), id);
    }

    /** The id of a light at the port with that name. */
    String idOf(Ports ports, String name) throws Failure {
        List<Port> there = ports.list();
        boolean nameless = there.stream()
                .anyMatch(port -> port.name().equals(name) && port.id().isEmpty());
        if (nameless) {
            throw Failure.usage(words.say("ports.no-id", Phrases.tame(name)));
        }
        return ports.idOf(name)
                .orElseThrow(() -> Failure.usage(Complaints.unknown(
                        words,
                        "ports.unknown",
                        name,
                        there.stream().map(Port::name).toList())));
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
        ObjectNode answer = LineStarts.ok();
        answer.put("id", id).putArray("text").add(sentence);
        return answer;
    }
}
