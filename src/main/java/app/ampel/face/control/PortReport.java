package app.ampel.face.control;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.UsbId;
import app.ampel.service.lights.LightsService;
import app.ampel.service.settings.SerialLightJson;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listing, adding and forgetting serial lights: the same in the running program and without one. */
public final class PortReport {

    private final Messages words;

    public PortReport(Messages words) {
        this.words = words;
    }

    /** An answer with the members {@code ports}, {@code added}, as in the settings, and {@code text}. */
    public ObjectNode list(LightsService lights) {
        ObjectNode answer = LineStarts.ok();
        ArrayNode ports = answer.putArray("ports");
        ArrayNode text = answer.putArray("text");
        List<String> added = added(lights);
        lights.added().forEach(light -> answer.withArray("added").add(SerialLightJson.write(light)));
        List<SerialPort> there = lights.ports();
        for (SerialPort port : there) {
            boolean ours = port.id().filter(added::contains).isPresent();
            ports.addObject()
                    .put("port", port.name())
                    .put("description", port.description())
                    .put("usb", usb(port))
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

    private static List<String> added(LightsService lights) {
        return lights.added().stream().map(AddedLight::id).toList();
    }

    private static String usb(SerialPort port) {
        return port.board().map(UsbId::toString).orElse("");
    }

    private String line(SerialPort port, boolean ours) {
        String about = Stream.of(port.description(), usb(port), port.serial())
                .filter(part -> !part.isBlank())
                .map(Phrases::tame)
                .collect(Collectors.joining(", "));
        String key = ours ? "ports.added" : port.id().isPresent() ? "ports.free" : "ports.nameless";
        String line = words.say(key, Phrases.tame(port.name()), about).stripTrailing();
        return port.hint()
                .map(hint -> line + "  " + words.say(hint.key(), Phrases.tame(hint.argument())))
                .orElse(line);
    }

    /** Blocks until it is kept. */
    public ObjectNode add(LightsService lights, String name, SerialProtocol protocol) throws Failure {
        String id = idOf(lights, name);
        lights.add(id, protocol).join();
        return answer(words.say("ports.now-added", Phrases.tame(name), id), id);
    }

    /** The id of a light at the port with that name. */
    public String idOf(LightsService lights, String name) throws Failure {
        List<SerialPort> there = lights.ports();
        boolean nameless = there.stream()
                .anyMatch(port -> port.name().equals(name) && port.id().isEmpty());
        if (nameless) {
            throw Failure.usage(words.say("ports.no-id", Phrases.tame(name)));
        }
        return lights.idOf(name)
                .orElseThrow(() -> Failure.usage(Complaints.unknown(
                        words,
                        "ports.unknown",
                        name,
                        there.stream().map(SerialPort::name).toList())));
    }

    /** Blocks until it is kept. */
    public ObjectNode forget(LightsService lights, String id) throws Failure {
        List<String> added = added(lights);
        if (!added.contains(id)) {
            throw Failure.usage(Complaints.unknown(words, "ports.not-added", id, added));
        }
        lights.remove(id).join();
        return answer(words.say("ports.now-forgotten", Phrases.tame(id)), id);
    }

    private static ObjectNode answer(String sentence, String id) {
        ObjectNode answer = LineStarts.ok();
        answer.put("id", id).putArray("text").add(sentence);
        return answer;
    }
}
