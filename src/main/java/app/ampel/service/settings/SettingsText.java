package app.ampel.service.settings;

import app.ampel.service.json.Located;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first look at a settings file: is it readable, small enough, JSON, and of a version that we know? */
final class SettingsText {

    private SettingsText() {}

    /** What could be read of it, empty when that is nothing at all; the rest is noted. */
    static Optional<Located> read(Path file, int version, List<SettingsNote> notes) {
        Optional<byte[]> content;
        try {
            content = Bounded.read(file);
        } catch (IOException e) {
            notes.add(SettingsNote.about(SettingsNote.Kind.UNREADABLE, file, ""));
            return Optional.empty();
        }
        if (content.isEmpty()) {
            notes.add(SettingsNote.about(SettingsNote.Kind.TOO_LARGE, file, ""));
            return Optional.empty();
        }
        Located text = Located.read(content.get());
        if (text.brokenAt().isPresent() || !text.root().isObject()) {
            int line = text.brokenAt().orElse(1);
            notes.add(new SettingsNote(SettingsNote.Kind.NOT_JSON, file, line, "", "", ""));
        }
        var found = text.root().path("version");
        if (!found.isMissingNode() && !(found.isIntegralNumber() && found.asLong() <= version && found.asLong() >= 1)) {
            String value = found.isValueNode() ? found.asText() : "";
            notes.add(new SettingsNote(
                    SettingsNote.Kind.NEWER, file, text.line("/version"), "version", value, Integer.toString(version)));
        }
        return Optional.of(text).filter(t -> t.root().isObject());
    }
}
