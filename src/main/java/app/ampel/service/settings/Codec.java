package app.ampel.service.settings;

import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values of one kind stand in a settings file. Pure.
 *
 * @param allowed what may stand there, as it would be typed: for a note
 * @param values the same for the manual, in Markdown
 * @param described the same as JSON Schema
 * @param choices all values in their order, where they are few; else empty
 */
public record Codec<T>(
        String allowed,
        String values,
        Supplier<ObjectNode> described,
        List<T> choices,
        Reader<T> reader,
        Writer<T> writer) {

    /** Reads what stands at that path, which is neither missing nor null; empty when it is not right, which is noted. */
    interface Reader<T> {
        Optional<T> read(SettingsReader in, String path);
    }

    /** Writes over what stands {@code there}; empty: nothing is to stand there. */
    interface Writer<T> {
        Optional<JsonNode> write(JsonNode there, Optional<T> before, T after);
    }

    /** A value that has no parts. */
    static <T> Codec<T> plain(
            String allowed,
            String values,
            Supplier<ObjectNode> described,
            Function<JsonNode, Optional<T>> reader,
            Function<T, JsonNode> writer) {
        return new Codec<>(
                allowed,
                values,
                described,
                List.of(),
                (in, path) -> in.read(path, allowed, reader),
                (there, before, after) -> Optional.of(writer.apply(after)));
    }

    Codec<T> among(List<T> all) {
        return new Codec<>(allowed, values, described, all, reader, writer);
    }

    /** That value alone. */
    Codec<T> only(T value) {
        JsonNode json = write(value).orElseThrow();
        String text = Json.line(json);
        Function<JsonNode, Optional<T>> same = node -> Optional.of(value).filter(it -> node.equals(json));
        return plain(text, "`" + text + "`", () -> Schemas.only(json), same, it -> json);
    }

    /** The same of another type. */
    <B> Codec<B> mapped(Function<T, B> to, Function<B, T> from) {
        return new Codec<>(
                allowed,
                values,
                described,
                choices.stream().map(to).toList(),
                (in, path) -> read(in, path).map(to),
                (there, before, after) -> writer.write(there, before.map(from), from.apply(after)));
    }

    Optional<T> read(SettingsReader in, String path) {
        return reader.read(in, path);
    }

    Optional<JsonNode> write(T value) {
        return writer.write(Json.NOTHING, Optional.empty(), value);
    }

    ObjectNode schema() {
        return described.get();
    }
}
