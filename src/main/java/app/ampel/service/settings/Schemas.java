package app.ampel.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What JSON Schema (draft 2020-12) says of values. A member that is null counts as left out, as when it is read. Pure. */
final class Schemas {

    static final String TIME_OF_DAY = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$";
    static final String NOT_BLANK = "\\S";

    /** A letter that can be seen; a blank is one. */
    static final String SHOWN =
            "[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]";

    private static final int SIXTY = 60;

    private Schemas() {}

    static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static ObjectNode text(String pattern) {
        return type("string").put("pattern", pattern);
    }

    static ObjectNode only(JsonNode value) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("const", value);
        return schema;
    }

    static ObjectNode among(Collection<String> words) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode any(ObjectNode... schemas) {
        ObjectNode any = JsonNodeFactory.instance.objectNode();
        any.putArray("anyOf").addAll(List.of(schemas));
        return any;
    }

    static ObjectNode list(ObjectNode of) {
        ObjectNode schema = type("array");
        schema.set("items", orNull(of));
        return schema;
    }

    /** Members with those names. */
    static Collector<String, ?, Map<String, ObjectNode>> members(Function<String, ObjectNode> schema) {
        return Collectors.toMap(name -> name, schema, (one, other) -> one, LinkedHashMap::new);
    }

    /** An object with these members and no others, of which those {@code required} must be there. */
    static ObjectNode object(Map<String, ObjectNode> members, String... required) {
        members.forEach((name, member) -> {
            if (!List.of(required).contains(name)
                    && !member.path("type").asText().equals("null")) {
                orNull(member);
            }
        });
        return strict(members, required);
    }

    /** The same where null is none of their values. */
    static ObjectNode strict(Map<String, ObjectNode> members, String... required) {
        ObjectNode schema = type("object");
        schema.putObject("properties").setAll(members);
        if (required.length > 0) {
            List.of(required).forEach(schema.putArray("required")::add);
        }
        return schema.put("additionalProperties", false);
    }

    /** Null as well. */
    static ObjectNode orNull(ObjectNode schema) {
        if (schema.get("anyOf") instanceof ArrayNode any) {
            any.add(type("null"));
        } else if (schema.get("enum") instanceof ArrayNode words) {
            words.addNull();
        } else {
            JsonNode type = schema.get("type");
            schema.putArray("type").add(type).add("null");
        }
        return schema;
    }

    /**
     * ISO 8601 as it is usually written: PT90S, PT1H30M, P1D.
     *
     * @param least below a minute, or whole minutes
     * @param most whole minutes
     */
    static ObjectNode duration(Duration least, Duration most) {
        long minutes = Math.max(1, least.plusSeconds(SIXTY - 1).toMinutes());
        long hours = Math.max(1, least.plusMinutes(SIXTY).minusSeconds(1).toHours());
        List<String> ways = new ArrayList<>();
        way(ways, "T", Math.max(1, least.toSeconds()), most.toSeconds(), "S");
        way(ways, "T", minutes, most.toMinutes(), "M");
        way(ways, "T", minutes, most.toMinutes() - 1, "M[1-5]?[0-9]S");
        way(ways, "T", hours, most.toHours(), "H");
        way(ways, "T", hours, most.toHours() - 1, "H([1-5]?[0-9]M)?([1-5]?[0-9]S)?");
        way(ways, "", 1, most.toDays(), "D");
        return text("^P(" + String.join("|", ways) + ")$");
    }

    private static void way(List<String> ways, String before, long from, long to, String behind) {
        if (from <= to) {
            ways.add(before + range(from, to) + behind);
        }
    }

    /** A regular expression for the whole numbers from {@code from} to {@code to}. */
    static String range(long from, long to) {
        List<String> blocks = new ArrayList<>();
        for (long at = from; at <= to; ) {
            long block = 1;
            StringBuilder free = new StringBuilder();
            while (at >= block * 10 && at % (block * 10) == 0 && at + block * 10 - 1 <= to) {
                block *= 10;
                free.append("[0-9]");
            }
            long first = at / block % 10;
            long last = Math.min(9, first + (to - at + 1) / block - 1);
            long before = at / block / 10;
            blocks.add(
                    (before == 0 ? "" : before) + (first == last ? "" + first : "[" + first + "-" + last + "]") + free);
            at += block * (last - first + 1);
        }
        return "(" + String.join("|", blocks) + ")";
    }
}
