package app.ampel.service.settings;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.service.json.LocatedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the user wants of single lights: an object for each, by {@link app.ampel.service.lights.manager.LightBus.Found#kind}. */
final class LightsCodec {

    static final Codec<LightSettings> CODEC = new Codec<>(
            SettingsReader.OBJECT, "as below", LightsCodec::schema, List.of(), LightsCodec::read, LightsCodec::write);

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private static final Codec<List<Integer>> CORRECTION = Codec.plain(
            "[0 – 100, 0 – 100, 0 – 100]",
            "three of 0 to 100: red, green, blue",
            () -> Schemas.type("array")
                    .put("minItems", 3)
                    .put("maxItems", 3)
                    .set("items", Codecs.number(0, 100).schema()),
            LightsCodec::gains,
            gains ->
                    MAKE.arrayNode().addAll(gains.stream().map(MAKE::numberNode).toList()));

    /** One of them. */
    private static final PartKeys<LightSetting> LIGHT = new PartKeys<>(
            LightSetting.DEFAULT,
            List.of(
                    new Key<>(
                            "/name",
                            Codecs.optional(Codecs.text(
                                    "\"…\"",
                                    "a text of up to 40 letters",
                                    "^\\s*(?!\\s)" + Schemas.SHOWN + "(" + Schemas.SHOWN + "{0,38}(?!\\s)"
                                            + Schemas.SHOWN + ")?\\s*$",
                                    LightSetting::name)),
                            new Lens<>(LightSetting::name, LightSetting::withName),
                            "what you call it"),
                    new Key<>(
                            "/off",
                            Codecs.flag(),
                            new Lens<>(LightSetting::off, LightSetting::withOff),
                            "whether it stays dark"),
                    new Key<>(
                            "/brightness",
                            Codecs.number(1, 100),
                            adjustment(Adjustment::brightness, Adjustment::withBrightness),
                            "in percent"),
                    new Key<>(
                            "/correct",
                            CORRECTION,
                            adjustment(
                                    is -> List.of(is.red(), is.green(), is.blue()),
                                    (is, gains) -> is.withCorrection(gains.get(0), gains.get(1), gains.get(2))),
                            "how much is left of red, green and blue, in percent"),
                    new Key<>(
                            "/confirmed",
                            Codecs.flag(),
                            new Lens<>(LightSetting::confirmed, LightSetting::withConfirmed),
                            "that it is a light, where only its ids say so"),
                    new Key<>(
                            "/button",
                            Codecs.word(ButtonUse.class),
                            new Lens<>(LightSetting::button, LightSetting::with),
                            "what its button does"),
                    new Key<>(
                            "/scheme",
                            Codecs.optional(Codecs.text(
                                    "\"…\"",
                                    "as for all lights",
                                    Schemas.NOT_BLANK,
                                    name -> Optional.of(name).filter(it -> !it.isBlank()))),
                            new Lens<>(LightSetting::scheme, LightSetting::following),
                            "colours of its own")));

    private static <T> Lens<LightSetting, T> adjustment(
            Function<Adjustment, T> get, BiFunction<Adjustment, T, Adjustment> with) {
        return new Lens<LightSetting, Adjustment>(LightSetting::adjustment, LightSetting::with).then(get, with);
    }

    private static Optional<List<Integer>> gains(JsonNode node) {
        List<Integer> gains = new ArrayList<>();
        node.forEach(gain -> Codecs.within(gain, 0, 100).ifPresent(gains::add));
        return Optional.of(gains).filter(it -> node.isArray() && it.size() == 3 && node.size() == 3);
    }

    private static Optional<LightSettings> read(SettingsReader in, String path) {
        return in.object(path).map(all -> {
            Map<String, LightSetting> each = new TreeMap<>();
            Codec<LightSetting> light = LIGHT.codec();
            for (var one : all.properties()) {
                in.read(path + "/" + LocatedJson.escape(one.getKey()), light)
                        .ifPresent(it -> each.put(one.getKey(), it));
            }
            return new LightSettings(each);
        });
    }

    /** Changes the members of lights for which something has changed, and no others. */
    private static Optional<JsonNode> write(JsonNode there, Optional<LightSettings> were, LightSettings after) {
        LightSettings before = were.orElse(LightSettings.NONE);
        TreeSet<String> kinds = new TreeSet<>(before.each().keySet());
        kinds.addAll(after.each().keySet());
        kinds.removeIf(kind -> before.of(kind).equals(after.of(kind)));
        ObjectNode each = object(there);
        for (String kind : kinds) {
            ObjectNode one = object(each.path(kind));
            LIGHT.put(one, after.of(kind));
            if (one.isEmpty()) {
                each.remove(kind);
            } else {
                each.set(kind, one);
            }
        }
        return Optional.<JsonNode>of(each).filter(it -> !it.isEmpty());
    }

    private static ObjectNode object(JsonNode there) {
        return there instanceof ObjectNode object ? object : MAKE.objectNode();
    }

    private static ObjectNode schema() {
        return Schemas.type("object")
                .set("additionalProperties", Schemas.orNull(LIGHT.codec().schema()));
    }
}
