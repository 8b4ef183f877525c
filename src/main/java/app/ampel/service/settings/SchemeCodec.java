package app.ampel.service.settings;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Speed;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A scheme as data: {@code {"rules": [{"activities", "availabilities", "outOfOffice"?, "colour", "effect", "speed"}],
 * "otherwise": {"colour", "effect", "speed"}}}. It is read whole or not at all: with one rule dropped, the next one would match,
 * and a light would lie.
 */
public final class SchemeCodec {

    static final Codec<Scheme> CODEC = new Codec<>(
            SettingsReader.OBJECT,
            "as below",
            SchemeCodec::schema,
            List.of(),
            SchemeCodec::read,
            (there, before, after) -> Optional.of(write(after)));

    private static final int MOST_RULES = 200;
    private static final Set<String> OF_A_RULE =
            Set.of("activities", "availabilities", "outOfOffice", "colour", "effect", "speed");

    private SchemeCodec() {}

    static Optional<Scheme> read(SettingsReader in, String path) {
        return new Reader(in, path).scheme();
    }

    private static final class Reader {

        private final SettingsReader in;
        private final String root;
        private boolean good = true;

        Reader(SettingsReader in, String root) {
            this.in = in;
            this.root = root;
        }

        Optional<Scheme> scheme() {
            JsonNode array = required(
                            root + "/rules",
                            "[…]",
                            rules -> Optional.of(rules).filter(r -> r.isArray() && r.size() <= MOST_RULES))
                    .orElse(JsonNodeFactory.instance.arrayNode());
            List<Scheme.Rule> rules = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                rules.add(rule(root + "/rules/" + i, array.get(i)));
            }
            LightCommand otherwise = command(root + "/otherwise");
            return good ? Optional.of(new Scheme(Rules.OWN, rules, otherwise)) : Optional.empty();
        }

        private Scheme.Rule rule(String path, JsonNode node) {
            boolean known = node.isObject()
                    && node.properties().stream().allMatch(member -> OF_A_RULE.contains(member.getKey()));
            if (!known) {
                fail(path, OF_A_RULE.stream().sorted().collect(Collectors.joining(", ")));
            }
            return new Scheme.Rule(
                    set(path + "/activities", Activity::new),
                    set(path + "/availabilities", Availability::new),
                    optional(
                            path + "/outOfOffice",
                            "true, false",
                            value -> Optional.of(value)
                                    .filter(JsonNode::isBoolean)
                                    .map(JsonNode::booleanValue)),
                    command(path));
        }

        private <T> Set<T> set(String path, Function<String, T> make) {
            JsonNode array = optional(path, "[\"…\"]", node -> Optional.of(node).filter(JsonNode::isArray))
                    .orElse(JsonNodeFactory.instance.arrayNode());
            Set<T> words = new HashSet<>();
            for (int i = 0; i < array.size(); i++) {
                required(
                                path + "/" + i,
                                "\"…\"",
                                Codecs.text(text -> Optional.of(text).filter(t -> !t.isBlank())))
                        .map(make)
                        .ifPresent(words::add);
            }
            return words;
        }

        private LightCommand command(String path) {
            Colour colour = required(path + "/colour", "\"#rrggbb\"", Codecs.text(Colour::parse))
                    .orElse(Colour.BLACK);
            Effect effect = word(path + "/effect", Effect.class).orElse(Effect.SOLID);
            Speed speed = word(path + "/speed", Speed.class).orElse(Speed.USUAL);
            return new LightCommand(colour, effect, speed);
        }

        private <T> Optional<T> required(String path, String allowed, Function<JsonNode, Optional<T>> reader) {
            Optional<T> value = reader.apply(in.at(path));
            if (value.isEmpty()) {
                fail(path, allowed);
            }
            return value;
        }

        private <T> Optional<T> optional(String path, String allowed, Function<JsonNode, Optional<T>> reader) {
            return in.at(path).isMissingNode() ? Optional.empty() : required(path, allowed, reader);
        }

        private <E extends Enum<E> & WireName> Optional<E> word(String path, Class<E> among) {
            return optional(path, Codecs.word(among).allowed(), Codecs.text(word -> WireName.of(word, among)));
        }

        private void fail(String path, String allowed) {
            good = false;
            in.wrong(path, allowed);
        }
    }

    public static ObjectNode write(Scheme scheme) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = node.putArray("rules");
        for (Scheme.Rule rule : scheme.rules()) {
            ObjectNode one = rules.addObject();
            strings(one, "activities", rule.activities(), Activity::word);
            strings(one, "availabilities", rule.availabilities(), Availability::word);
            rule.outOfOffice().ifPresent(value -> one.put("outOfOffice", value));
            command(one, rule.show());
        }
        command(node.putObject("otherwise"), scheme.otherwise());
        return node;
    }

    private static <T> void strings(ObjectNode node, String name, Set<T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.stream().map(word).sorted().forEach(array::add);
        }
    }

    private static void command(ObjectNode node, LightCommand command) {
        node.put("colour", command.colour().toString());
        node.put("effect", command.effect().word());
        if (command.speed() != Speed.USUAL) {
            node.put("speed", command.speed().word());
        }
    }

    private static ObjectNode schema() {
        Map<String, ObjectNode> rule = shown();
        List.of("activities", "availabilities")
                .forEach(words -> rule.put(words, Schemas.type("array").set("items", Schemas.text(Schemas.NOT_BLANK))));
        rule.put("outOfOffice", Schemas.type("boolean"));
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put(
                "rules",
                Schemas.type("array").put("maxItems", MOST_RULES).set("items", Schemas.strict(rule, "colour")));
        members.put("otherwise", Schemas.strict(shown(), "colour"));
        return Schemas.strict(members, "rules", "otherwise");
    }

    private static Map<String, ObjectNode> shown() {
        Map<String, ObjectNode> shown = new LinkedHashMap<>();
        shown.put("colour", Schemas.text("^#?[0-9A-Fa-f]{6}$"));
        shown.put("effect", Codecs.word(Effect.class).schema());
        shown.put("speed", Codecs.word(Speed.class).schema());
        return shown;
    }
}
