package app.ampel.service.settings;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One serial light, as {@link SerialLightJson} has it. */
final class SerialLightCodec {

    private static final String VALUES =
            "ids; or objects with `id`, `protocol` (`ampel`, `template`, `wled`, `mutesync`) and, for a template, what "
                    + "`ampel lights add` was told: `template`, `off`, `states` (an object, from state or colour to text), "
                    + "`lineEnd`, `baud`, `dtr`, `rts` (both `true` or `false`), `expect`";

    static final Codec<AddedLight> CODEC = new Codec<>(
            "\"…\", {…}",
            VALUES,
            SerialLightCodec::schema,
            List.of(),
            (in, path) -> new SerialLightJson(in, path).light(),
            (there, before, after) -> Optional.of(SerialLightJson.write(after)));

    private SerialLightCodec() {}

    private static ObjectNode schema() {
        Map<String, ObjectNode> template = new LinkedHashMap<>();
        template.put("template", line());
        template.put("off", line());
        template.put("states", states());
        template.put("lineEnd", Codecs.word(LineEnd.class).schema());
        template.put("baud", SerialLightJson.BAUD.schema());
        template.put("dtr", Codecs.flag().schema());
        template.put("rts", Codecs.flag().schema());
        template.put(
                "expect",
                Schemas.text(Schemas.NOT_BLANK)
                        .put("maxLength", LineTemplate.LONGEST)
                        .put("format", "regex"));
        return Schemas.any(
                Schemas.text(Schemas.NOT_BLANK),
                object("ampel", Map.of()),
                object("wled", Map.of("answers", Codecs.flag().schema())),
                object("mutesync", Map.of()),
                object("template", template, "template"));
    }

    private static ObjectNode object(String protocol, Map<String, ObjectNode> more, String... required) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put("id", Schemas.text(Schemas.NOT_BLANK));
        members.put("protocol", Schemas.only(JsonNodeFactory.instance.textNode(protocol)));
        Map<String, ObjectNode> board = new LinkedHashMap<>();
        board.put("serial", Schemas.type("string"));
        board.put("socket", Schemas.type("string"));
        members.put("board", Schemas.object(board, "serial", "socket"));
        members.putAll(more);
        return Schemas.object(
                members,
                Stream.concat(Stream.of("id", "protocol"), Stream.of(required)).toArray(String[]::new));
    }

    private static ObjectNode line() {
        String placeholders = LineTemplate.PLACEHOLDERS.stream()
                .map(it -> it.substring(1, it.length() - 1))
                .collect(Collectors.joining("|"));
        return Schemas.text("^(?=.*\\S)(\\{\\{|\\}\\}|\\{(" + placeholders
                        + ")\\}|\\\\([\\\\nrt]|x[0-9A-Fa-f]{2})|[^{}\\\\\\u0000-\\u001f\\u007f])+$")
                .put("maxLength", LineTemplate.LONGEST);
    }

    private static ObjectNode states() {
        Map<String, ObjectNode> states = new LinkedHashMap<>();
        Template.STATES.stream().sorted().forEach(word -> states.put(word, line()));
        return Schemas.object(states);
    }
}
