package app.ampel.service.settings;

import app.ampel.domain.naming.WireName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kinds of values that settings have. */
public final class Codecs {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Codecs() {}

    public static Codec<Boolean> flag() {
        return Codec.plain(
                        "true, false",
                        "`true`, `false`",
                        () -> Schemas.type("boolean"),
                        node -> Optional.of(node).filter(JsonNode::isBoolean).map(JsonNode::booleanValue),
                        MAKE::booleanNode)
                .among(List.of(true, false));
    }

    public static Codec<Integer> number(int least, int most) {
        return Codec.plain(
                least + " – " + most,
                least + " to " + most,
                () -> Schemas.type("integer").put("minimum", least).put("maximum", most),
                node -> within(node, least, most),
                MAKE::numberNode);
    }

    static Optional<Integer> within(JsonNode node, int least, int most) {
        return Optional.of(node)
                .filter(it -> it.isIntegralNumber() && it.canConvertToInt())
                .map(JsonNode::intValue)
                .filter(it -> it >= least && it <= most);
    }

    public static Codec<Duration> duration(Duration least, Duration most) {
        return Codec.plain(
                least + " – " + most,
                "`" + least + "` to `" + most + "`",
                () -> Schemas.duration(least, most),
                text(text -> parsed(Duration::parse, text)
                        .filter(it -> it.compareTo(least) >= 0 && it.compareTo(most) <= 0)),
                it -> MAKE.textNode(it.toString()));
    }

    static Codec<LocalTime> timeOfDay() {
        return text("\"17:00\"", "`17:00`", Schemas.TIME_OF_DAY, text -> parsed(LocalTime::parse, text));
    }

    private static <T> Optional<T> parsed(Function<String, T> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static <E extends Enum<E> & WireName> Codec<E> word(Class<E> among) {
        return words(List.of(among.getEnumConstants()), WireName::word);
    }

    /** Two words for no and yes. */
    static Codec<Boolean> either(String no, String yes) {
        return words(List.of(false, true), is -> is ? yes : no);
    }

    /** One of few, each with a word. */
    static <T> Codec<T> words(List<T> among, Function<T, String> word) {
        Map<String, T> all = new LinkedHashMap<>();
        among.forEach(one -> all.put(word.apply(one), one));
        return Codec.plain(
                        String.join(", ", all.keySet()),
                        quoted(all.keySet().stream()),
                        () -> Schemas.among(all.keySet()),
                        text(text -> Optional.ofNullable(all.get(text))),
                        one -> MAKE.textNode(word.apply(one)))
                .among(among);
    }

    private static String quoted(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /**
     * A text; it is written as its {@code toString} says.
     *
     * @param pattern a regular expression as in JSON Schema
     */
    static <T> Codec<T> text(String allowed, String values, String pattern, Function<String, Optional<T>> reader) {
        return Codec.plain(
                allowed, values, () -> Schemas.text(pattern), text(reader), value -> MAKE.textNode(value.toString()));
    }

    static <T> Function<JsonNode, Optional<T>> text(Function<String, Optional<T>> reader) {
        return node -> node.isTextual() ? reader.apply(node.textValue()) : Optional.empty();
    }

    /** What may be left out. */
    static <T> Codec<Optional<T>> optional(Codec<T> of) {
        return new Codec<>(
                of.allowed(),
                of.values(),
                of.described(),
                Stream.concat(
                                Stream.of(Optional.<T>empty()),
                                of.choices().stream().map(Optional::of))
                        .toList(),
                (in, path) -> of.read(in, path).map(Optional::of),
                (there, before, after) -> after.flatMap(of::write));
    }

    /** A list; what is wrong in it is left out. */
    public static <T> Codec<List<T>> list(Codec<T> of, String allowed) {
        return list(of, allowed, in -> (path, value) -> true);
    }

    /** A list in which each has a name of its own; of two with one name the first counts, and the other is noted. */
    static <T> Codec<List<T>> listOnce(Codec<T> of, String allowed, Function<T, String> name) {
        return list(of, allowed, in -> {
            Set<String> names = new HashSet<>();
            return (path, value) -> {
                boolean fresh = names.add(name.apply(value));
                if (!fresh) {
                    in.twice(path, name.apply(value));
                }
                return fresh;
            };
        });
    }

    /** @param takes for each reading of a list, what of it is taken at which path */
    private static <T> Codec<List<T>> list(
            Codec<T> of, String allowed, Function<SettingsReader, BiPredicate<String, T>> takes) {
        return new Codec<>(
                allowed,
                "a list of " + of.values(),
                () -> Schemas.list(of.schema()),
                List.of(),
                (in, path) -> in.read(path, allowed, node -> Optional.of(node).filter(JsonNode::isArray))
                        .map(array -> {
                            BiPredicate<String, T> taken = takes.apply(in);
                            return IntStream.range(0, array.size())
                                    .mapToObj(i -> path + "/" + i)
                                    .flatMap(at -> in.read(at, of).filter(value -> taken.test(at, value)).stream())
                                    .toList();
                        }),
                (there, before, after) -> {
                    ArrayNode array = MAKE.arrayNode();
                    after.forEach(value -> of.write(value).ifPresent(array::add));
                    return Optional.of(array);
                });
    }

    /** An object with a member for some of {@code keys}. */
    static <K, V> Codec<Map<K, V>> map(List<K> keys, Function<K, String> word, Codec<V> of) {
        return new Codec<>(
                SettingsReader.OBJECT,
                of.values() + " for each of " + quoted(keys.stream().map(word)),
                () -> Schemas.object(keys.stream().map(word).collect(Schemas.members(name -> of.schema()))),
                List.of(),
                (in, path) -> in.object(path).map(object -> {
                    Map<K, V> values = new LinkedHashMap<>();
                    keys.forEach(key ->
                            in.read(path + "/" + word.apply(key), of).ifPresent(value -> values.put(key, value)));
                    return values;
                }),
                (there, before, after) -> {
                    ObjectNode object = MAKE.objectNode();
                    after.forEach((key, value) -> of.write(value).ifPresent(node -> object.set(word.apply(key), node)));
                    return Optional.of(object);
                });
    }
}
