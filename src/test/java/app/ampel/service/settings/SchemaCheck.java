package app.ampel.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Checks values against as much of JSON Schema as the schema of the settings has; a keyword that it does not know is an error. */
final class SchemaCheck {

    private static final Set<String> SAY_NOTHING = Set.of("$schema", "title", "description", "default", "then");

    private final List<String> wrong = new ArrayList<>();

    private SchemaCheck() {}

    /** The paths of what is against {@code schema}. */
    static List<String> of(JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck();
        check.check(schema, value, "");
        return check.wrong;
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        return of(schema, value).isEmpty();
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        for (Map.Entry<String, JsonNode> rule : schema.properties()) {
            if (!SAY_NOTHING.contains(rule.getKey()) && !holds(rule.getKey(), rule.getValue(), schema, value, path)) {
                wrong.add(path + " " + rule.getKey());
            }
        }
    }

    private boolean holds(String keyword, JsonNode rule, JsonNode schema, JsonNode value, String path) {
        return switch (keyword) {
            case "type" ->
                rule.isTextual()
                        ? isOf(rule.asText(), value)
                        : rule.valueStream().anyMatch(type -> isOf(type.asText(), value));
            case "const" -> isSame(rule, value);
            case "enum" -> rule.valueStream().anyMatch(one -> isSame(one, value));
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(rule.asText())
                                .matcher(value.asText())
                                .find();
            case "format" -> isRegex(rule.asText(), value);
            case "maxLength" -> !value.isTextual() || value.asText().length() <= rule.asInt();
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) <= 0;
            case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
            case "maxItems" -> !value.isArray() || value.size() <= rule.asInt();
            case "required" -> !value.isObject() || rule.valueStream().allMatch(name -> value.has(name.asText()));
            case "anyOf" -> rule.valueStream().anyMatch(one -> fits(one, value));
            case "if" -> !fits(rule, value) || fits(schema.get("then"), value);
            case "items" -> {
                if (value.isArray()) {
                    IntStream.range(0, value.size()).forEach(i -> check(rule, value.get(i), path + "/" + i));
                }
                yield true;
            }
            case "properties" -> {
                rule.properties().stream()
                        .filter(member -> value.has(member.getKey()))
                        .forEach(member ->
                                check(member.getValue(), value.get(member.getKey()), path + "/" + member.getKey()));
                yield true;
            }
            case "additionalProperties" -> {
                value.properties().stream()
                        .filter(member -> !schema.path("properties").has(member.getKey()))
                        .forEach(member -> additional(rule, member, path));
                yield true;
            }
            default -> throw new IllegalArgumentException("what is " + keyword + "?");
        };
    }

    private void additional(JsonNode rule, Map.Entry<String, JsonNode> member, String path) {
        if (rule.isBoolean() && !rule.asBoolean()) {
            wrong.add(path + "/" + member.getKey() + " additionalProperties");
        } else {
            check(rule, member.getValue(), path + "/" + member.getKey());
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalArgumentException("what is " + type + "?");
        };
    }

    private static boolean isSame(JsonNode rule, JsonNode value) {
        return rule.isNumber() && value.isNumber()
                ? rule.decimalValue().compareTo(value.decimalValue()) == 0
                : rule.equals(value);
    }

    private static boolean isRegex(String format, JsonNode value) {
        if (!format.equals("regex")) {
            throw new IllegalArgumentException("what is " + format + "?");
        }
        try {
            return !value.isTextual() || Pattern.compile(value.asText()) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
