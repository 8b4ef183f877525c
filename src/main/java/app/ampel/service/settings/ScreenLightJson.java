package app.ampel.service.settings;

import app.ampel.domain.light.ScreenLight;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The light on the screen, to and from {@code "onScreen": {"shown", "size", "corner", "whilePresenting"}}. Pure. */
final class ScreenLightJson {

    private static final String GROUP = "onScreen";
    private static final ScreenLight USUAL = ScreenLight.USUAL;

    private ScreenLightJson() {}

    static ScreenLight read(Members members) {
        return new ScreenLight(
                members.flag("/" + GROUP + "/shown").orElse(USUAL.shown()),
                members.word("/" + GROUP + "/size", ScreenLight.Size.class).orElse(USUAL.size()),
                members.word("/" + GROUP + "/corner", ScreenLight.Corner.class).orElse(USUAL.corner()),
                members.flag("/" + GROUP + "/whilePresenting").orElse(USUAL.whilePresenting()));
    }

    /** Writes what has changed. */
    static void write(ObjectNode root, ScreenLight before, ScreenLight after) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        put(root, "shown", make.booleanNode(before.shown()), make.booleanNode(after.shown()));
        put(
                root,
                "size",
                make.textNode(before.size().word()),
                make.textNode(after.size().word()));
        put(
                root,
                "corner",
                make.textNode(before.corner().word()),
                make.textNode(after.corner().word()));
        put(
                root,
                "whilePresenting",
                make.booleanNode(before.whilePresenting()),
                make.booleanNode(after.whilePresenting()));
    }

    private static void put(ObjectNode root, String name, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            SettingsJson.put(root, GROUP, name, Optional.of(after));
        }
    }
}
