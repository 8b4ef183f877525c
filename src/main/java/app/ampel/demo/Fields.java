package app.ampel.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The body of an action: a closed set of fields, so that a misspelt one is told instead of passed over. */
final class Fields {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode node;

    private Fields(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new Refusal(400, "BadRequest", "An object is needed here.");
        }
        this.node = node;
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name) && !name.startsWith("@odata.")) {
                throw new Refusal(400, "BadRequest", "The property '" + name + "' is not known here.");
            }
        }
    }

    static Fields of(String body, String... known) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new Refusal(400, "BadRequest", "A body is needed here.");
            }
            return new Fields(node, Set.of(known));
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "BadRequest", "The body is not JSON.");
        }
    }

    /** Empty where it is absent or null. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.invalidArgument("[" + title(name) + "]: A text is needed here.");
        }
        return Optional.of(value.textValue());
    }

    String requiredText(String name) {
        return text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(name));
    }

    /** Empty where it is absent or null. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.path(name)) {
            if (!each.isTextual()) {
                throw Refusal.invalidArgument("[" + title(name) + "]: Texts are needed here.");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    /** Empty where it is absent or null. */
    Optional<Fields> object(String name, String... known) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(new Fields(value, Set.of(known)));
    }

    Fields requiredObject(String name, String... known) {
        return object(name, known).orElseThrow(() -> missing(name));
    }

    private static Refusal missing(String name) {
        return Refusal.invalidArgument("[" + title(name) + "]: The " + title(name) + " field is required.");
    }

    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
