package app.ampel.service.settings;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.service.json.Located;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user wants of single lights, as data: {@code "lights": {"each": {"blink1:3A001234": {"name", "off",
 * "brightness", "correct": [red, green, blue], "button",
 * "scheme", "confirmed"}}}}. Every member may be missing.
 */
final class LightsJson {

    private static final String EACH = "/lights/each";
    private static final Adjustment USUAL = Adjustment.NONE;

    private LightsJson() {}

    static LightSettings read(Members members) {
        Map<String, LightSetting> each = new TreeMap<>();
        members.read(EACH, "{…}", node -> Optional.of(node).filter(JsonNode::isObject))
                .ifPresent(all -> all.properties()
                        .forEach(one ->
                                each.put(one.getKey(), one(members, EACH + "/" + Located.escape(one.getKey())))));
        return new LightSettings(each);
    }

    private static LightSetting one(Members members, String path) {
        Optional<JsonNode> node =
                members.read(path, "{…}", it -> Optional.of(it).filter(JsonNode::isObject));
        if (node.isEmpty()) {
            return LightSetting.DEFAULT;
        }
        List<Integer> correct = correct(members, path + "/correct");
        return new LightSetting(
                members.read(path + "/name", "\"…\"", Members.text(LightSetting::name)),
                members.flag(path + "/off").orElse(false),
                new Adjustment(
                        members.read(path + "/brightness", "1 – 100", Members.number(1, 100))
                                .orElse(USUAL.brightness()),
                        correct.get(0),
                        correct.get(1),
                        correct.get(2)),
                members.word(path + "/button", ButtonUse.class).orElse(ButtonUse.NONE),
                members.read(
                        path + "/scheme",
                        "\"…\"",
                        Members.text(name -> Optional.of(name).filter(it -> !it.isBlank()))),
                members.flag(path + "/confirmed").orElse(false));
    }

    private static List<Integer> correct(Members members, String path) {
        return members.read(path, "[0 – 100, 0 – 100, 0 – 100]", node -> {
                    List<Integer> gains = new ArrayList<>();
                    node.forEach(gain -> Members.number(0, 100).apply(gain).ifPresent(gains::add));
                    return Optional.of(gains).filter(it -> node.isArray() && it.size() == 3 && node.size() == 3);
                })
                .orElse(List.of(USUAL.red(), USUAL.green(), USUAL.blue()));
    }

    /** Changes the members of lights for which something has changed, and no others. */
    static void write(ObjectNode root, LightSettings before, LightSettings after) {
        TreeSet<String> kinds = new TreeSet<>(before.each().keySet());
        kinds.addAll(after.each().keySet());
        kinds.removeIf(kind -> before.of(kind).equals(after.of(kind)));
        if (kinds.isEmpty()) {
            return;
        }
        ObjectNode lights = child(root, "lights");
        ObjectNode each = child(lights, "each");
        for (String kind : kinds) {
            ObjectNode one = child(each, kind);
            write(one, after.of(kind));
            removeIfEmpty(each, kind, one);
        }
        removeIfEmpty(lights, "each", each);
        removeIfEmpty(root, "lights", lights);
    }

    private static void write(ObjectNode one, LightSetting setting) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        Adjustment is = setting.adjustment();
        ArrayNode correct = make.arrayNode().add(is.red()).add(is.green()).add(is.blue());
        put(
                one,
                "name",
                setting.name().isPresent(),
                make.textNode(setting.name().orElse("")));
        put(one, "off", setting.off(), make.booleanNode(setting.off()));
        put(one, "brightness", is.brightness() != USUAL.brightness(), make.numberNode(is.brightness()));
        put(one, "correct", !is.withBrightness(USUAL.brightness()).equals(USUAL), correct);
        put(one, "confirmed", setting.confirmed(), make.booleanNode(true));
        put(
                one,
                "button",
                setting.button() != ButtonUse.NONE,
                make.textNode(setting.button().word()));
        put(
                one,
                "scheme",
                setting.scheme().isPresent(),
                make.textNode(setting.scheme().orElse("")));
    }

    private static void put(ObjectNode one, String member, boolean said, JsonNode value) {
        if (said) {
            one.set(member, value);
        } else {
            one.remove(member);
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    private static void removeIfEmpty(ObjectNode parent, String name, ObjectNode child) {
        if (child.isEmpty()) {
            parent.remove(name);
        }
    }
}
