package app.ampel.service.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A value that has parts, each with a key of its own. A part that is missing or wrong is as usual.
 *
 * @param usual what nothing is said of
 */
record PartKeys<R>(R usual, List<Key<R, ?>> keys) {

    /** Writes all of them. */
    Codec<R> codec() {
        return new Codec<>(
                SettingsReader.OBJECT,
                keys.stream()
                        .map(key -> "`" + key.name() + "` (" + key.codec().values() + ")")
                        .collect(Collectors.joining(", ")),
                this::schema,
                List.of(),
                this::read,
                (there, before, after) -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    keys.forEach(key -> key.written(after).ifPresent(node -> object.set(key.name(), node)));
                    return Optional.of(object);
                });
    }

    private Optional<R> read(SettingsReader in, String path) {
        return in.object(path).map(object -> {
            R value = usual;
            for (Key<R, ?> key : keys) {
                value = key.read(in, path).orElse(UnaryOperator.identity()).apply(value);
            }
            return value;
        });
    }

    /** Writes those that are not as usual, and leaves what else stands there. */
    void put(ObjectNode there, R value) {
        for (Key<R, ?> key : keys) {
            if (key.isSame(usual, value)) {
                there.remove(key.name());
            } else {
                key.write(there, usual, value);
            }
        }
    }

    private ObjectNode schema() {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        keys.forEach(key -> members.put(key.name(), key.schema()));
        return Schemas.object(members);
    }
}
