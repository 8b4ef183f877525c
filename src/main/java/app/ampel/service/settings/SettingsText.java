package app.ampel.service.settings;

import app.ampel.service.json.LocatedJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first look at the text of a settings file: is it JSON, and of a version that we know? Pure. */
public final class SettingsText {

    private SettingsText() {}

    /** What could be read of it, empty when that is nothing at all; the rest is noted. */
    public static Optional<LocatedJson> read(Path file, byte[] content, List<SettingsNote> notes) {
        LocatedJson text = LocatedJson.read(content);
        if (text.brokenAt().isPresent() || !text.root().isObject()) {
            int line = text.brokenAt().orElse(1);
            notes.add(new SettingsNote(SettingsNote.Kind.NOT_JSON, file, line, "", "", ""));
        }
        JsonNode version = text.root().path("version");
        if (!version.isMissingNode() && !isKnown(version)) {
            String value = version.isValueNode() ? version.asText() : "";
            String known = Integer.toString(Settings.VERSION);
            notes.add(new SettingsNote(SettingsNote.Kind.NEWER, file, text.line("/version"), "version", value, known));
        }
        return Optional.of(text).filter(it -> it.root().isObject());
    }

    private static boolean isKnown(JsonNode version) {
        return version.isIntegralNumber() && version.asLong() >= 1 && version.asLong() <= Settings.VERSION;
    }
}
