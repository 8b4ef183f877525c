package app.ampel.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A JSON text as far as it could be read, with the line of every value.
 *
 * @param root what could be read; missing when that is nothing
 * @param lines from the path of a value, such as {@code /lights/serial/0}, to its line, from 1
 * @param brokenAt the line where the text stops being JSON, empty when all of it is
 */
public record LocatedJson(JsonNode root, Map<String, Integer> lines, Optional<Integer> brokenAt) {

    public LocatedJson {
        lines = Map.copyOf(lines);
    }

    /** Never fails: what stands before the mistake is kept. */
    public static LocatedJson read(byte[] text) {
        return new Reader().read(text);
    }

    /** A member's name as it stands in a path. */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The line of the value at {@code path}, else of the nearest value around it, else 1. */
    public int line(String path) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    private static final class Reader {

        private final Map<String, Integer> lines = new HashMap<>();
        private JsonNode root = JsonNodeFactory.instance.missingNode();
        private int reached = 1;

        LocatedJson read(byte[] text) {
            try (JsonParser in = Json.FACTORY.createParser(text)) {
                in.nextToken();
                value(in, "", value -> root = value);
                if (in.nextToken() != null) {
                    return broken(line(in));
                }
                return new LocatedJson(root, lines, Optional.empty());
            } catch (StreamReadException e) {
                return broken(
                        e.getLocation() == null ? reached : e.getLocation().getLineNr());
            } catch (IOException e) {
                return broken(reached);
            }
        }

        private LocatedJson broken(int line) {
            return new LocatedJson(root, lines, Optional.of(Math.max(1, line)));
        }

        private static int line(JsonParser in) {
            return in.currentTokenLocation().getLineNr();
        }

        /** Containers are hung up before they are filled, so that a mistake inside does not lose them. */
        private void value(JsonParser in, String path, Consumer<JsonNode> hangUp) throws IOException {
            JsonToken token = in.currentToken();
            if (token == null) {
                throw new IOException("the text ends too early");
            }
            reached = line(in);
            lines.put(path, reached);
            if (token == JsonToken.START_OBJECT) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                hangUp.accept(object);
                members(in, path, object);
            } else if (token == JsonToken.START_ARRAY) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                hangUp.accept(array);
                elements(in, path, array);
            } else {
                hangUp.accept(scalar(in, token));
            }
        }

        private static JsonNode scalar(JsonParser in, JsonToken token) throws IOException {
            JsonNodeFactory make = JsonNodeFactory.instance;
            if (token == JsonToken.VALUE_STRING) {
                return make.textNode(in.getText());
            }
            if (token.isBoolean()) {
                return make.booleanNode(token == JsonToken.VALUE_TRUE);
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return make.numberNode(in.getBigIntegerValue());
            }
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return make.numberNode(in.getDecimalValue());
            }
            return make.nullNode();
        }

        private void members(JsonParser in, String path, ObjectNode object) throws IOException {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                value(in, path + "/" + escape(name), member -> object.set(name, member));
            }
        }

        private void elements(JsonParser in, String path, ArrayNode array) throws IOException {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                value(in, path + "/" + array.size(), array::add);
            }
        }
    }
}
