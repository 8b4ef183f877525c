package app.ampel.service.settings;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.AddedLight.Board;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.naming.WireName;
import app.ampel.service.json.Json;
import app.ampel.service.json.LocatedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Serial lights to and from the settings: an id alone speaks Ampel's own line protocol, others are objects. Whatever is
 * wrong in one of them is noted, and that light is left out: it is not told half of what it should be.
 */
public final class SerialLightJson {

    private static final List<String> PROTOCOLS = List.of("ampel", "template", "wled", "mutesync");
    static final Codec<Integer> BAUD = Codecs.number(Template.SLOWEST, Template.FASTEST);
    private static final String TEXT = "\"… {r} {g} {b} …\"";

    private final SettingsReader in;
    private final String path;
    private boolean right = true;

    SerialLightJson(SettingsReader in, String path) {
        this.in = in;
        this.path = path;
    }

    /** All of them, each once. */
    static final Codec<List<AddedLight>> ALL = Codecs.listOnce(SerialLightCodec.CODEC, "[\"…\"]", AddedLight::id);

    /** Reads what {@link #write} gave; empty when anything in it is wrong. */
    public static Optional<AddedLight> parse(JsonNode light) {
        ObjectNode around = JsonNodeFactory.instance.objectNode().set("light", light);
        LocatedJson located = LocatedJson.read(Json.line(around).getBytes(StandardCharsets.UTF_8));
        return new SettingsReader(Path.of(""), located, note -> {}).read("/light", SerialLightCodec.CODEC);
    }

    public static JsonNode write(AddedLight light) {
        if (light.protocol().equals(new SerialProtocol.Ampel()) && light.board().isEmpty()) {
            return JsonNodeFactory.instance.textNode(light.id());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", light.id()).put("protocol", light.protocol().word());
        light.board()
                .ifPresent(board ->
                        object.putObject("board").put("serial", board.serial()).put("socket", board.socket()));
        return light.protocol().accept(new Writing(object));
    }

    /** Puts to a light what its protocol has to say. */
    private record Writing(ObjectNode object) implements SerialProtocol.Visitor<ObjectNode> {

        @Override
        public ObjectNode ampel(SerialProtocol.Ampel ampel) {
            return object;
        }

        @Override
        public ObjectNode wled(SerialProtocol.Wled wled) {
            return wled.answers() ? object : object.put("answers", false);
        }

        @Override
        public ObjectNode muteSync(SerialProtocol.MuteSync muteSync) {
            return object;
        }

        @Override
        public ObjectNode template(Template template) {
            write(object, template);
            return object;
        }
    }

    private static void write(ObjectNode object, Template template) {
        object.put("template", template.text().text());
        template.off().ifPresent(off -> object.put("off", off.text()));
        if (!template.states().isEmpty()) {
            ObjectNode states = object.putObject("states");
            new TreeMap<>(template.states()).forEach((word, text) -> states.put(word, text.text()));
        }
        object.put("lineEnd", template.lineEnd().word())
                .put("baud", template.baud())
                .put("dtr", template.dtr())
                .put("rts", template.rts());
        template.expect().ifPresent(expect -> object.put("expect", expect));
    }

    Optional<AddedLight> light() {
        JsonNode node = in.at(path);
        if (!node.isObject()) {
            return in.read(path, "\"…\", {…}", Codecs.text(SerialLightJson::id))
                    .map(id -> new AddedLight(id, new SerialProtocol.Ampel()));
        }
        Optional<String> id = required("id", "\"…\"", SerialLightJson::id);
        Optional<SerialProtocol> protocol = protocol();
        Optional<Board> board = board();
        in.noteUnknownIn(path);
        return right && id.isPresent() ? protocol.map(it -> new AddedLight(id.get(), it, board)) : Optional.empty();
    }

    private Optional<Board> board() {
        if (!there("board")) {
            return Optional.empty();
        }
        Optional<String> serial = required("board/serial", "\"…\"", Optional::of);
        Optional<String> socket = required("board/socket", "\"…\"", Optional::of);
        return serial.flatMap(number -> socket.map(port -> new Board(number, port)));
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(id -> !id.isBlank());
    }

    private Optional<SerialProtocol> protocol() {
        String word = required(
                        "protocol",
                        String.join(", ", PROTOCOLS),
                        it -> Optional.of(it).filter(PROTOCOLS::contains))
                .orElse("");
        return switch (word) {
            case "ampel" -> Optional.of(new SerialProtocol.Ampel());
            case "wled" -> Optional.of(new SerialProtocol.Wled(flag("answers").orElse(true)));
            case "mutesync" -> Optional.of(new SerialProtocol.MuteSync());
            case "template" -> template();
            default -> Optional.empty();
        };
    }

    private Optional<SerialProtocol> template() {
        Optional<LineTemplate> text = required("template", TEXT, SerialLightJson::line);
        Optional<LineTemplate> off = optional("off", TEXT, SerialLightJson::line);
        Map<String, LineTemplate> states = states();
        Optional<LineEnd> lineEnd =
                optional("lineEnd", Codecs.word(LineEnd.class).allowed(), word -> WireName.of(word, LineEnd.class));
        Optional<Integer> baud = baud();
        Optional<Boolean> dtr = flag("dtr");
        Optional<Boolean> rts = flag("rts");
        Optional<String> expect = optional(
                "expect",
                "a regular expression",
                expression -> Optional.of(expression).filter(Template::isPattern));
        if (!right || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Template(
                text.get(),
                off,
                states,
                lineEnd.orElse(LineEnd.LF),
                baud.orElse(Template.USUAL_BAUD),
                dtr.orElse(true),
                rts.orElse(false),
                expect));
    }

    private Map<String, LineTemplate> states() {
        Map<String, LineTemplate> states = new TreeMap<>();
        for (String word : Template.STATES) {
            optional("states/" + word, TEXT, SerialLightJson::line).ifPresent(text -> states.put(word, text));
        }
        return states;
    }

    private Optional<Integer> baud() {
        return there("baud") ? noted(in.read(path + "/baud", BAUD)) : Optional.empty();
    }

    private Optional<Boolean> flag(String name) {
        return there(name) ? noted(in.read(path + "/" + name, Codecs.flag())) : Optional.empty();
    }

    private static Optional<LineTemplate> line(String text) {
        return LineTemplate.isSendable(text) && LineTemplate.unknownIn(text).isEmpty()
                ? Optional.of(new LineTemplate(text))
                : Optional.empty();
    }

    private <T> Optional<T> required(String name, String allowed, Function<String, Optional<T>> reader) {
        if (!there(name)) {
            in.wrong(path, "{\"" + name + "\": " + allowed + "}");
            right = false;
            return Optional.empty();
        }
        return optional(name, allowed, reader);
    }

    private <T> Optional<T> optional(String name, String allowed, Function<String, Optional<T>> reader) {
        return there(name) ? noted(in.read(path + "/" + name, allowed, Codecs.text(reader))) : Optional.empty();
    }

    private boolean there(String name) {
        return in.isThere(path + "/" + name);
    }

    private <T> Optional<T> noted(Optional<T> value) {
        right &= value.isPresent();
        return value;
    }
}
