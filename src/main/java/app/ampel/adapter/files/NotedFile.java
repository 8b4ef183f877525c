package app.ampel.adapter.files;

import app.ampel.service.json.LocatedJson;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A settings file as it is found. */
final class NotedFile {

    private NotedFile() {}

    /** What could be read of it, empty when that is nothing at all; the rest is noted. */
    static Optional<LocatedJson> read(Path file, List<SettingsNote> notes) {
        Optional<byte[]> content;
        try {
            content = BoundedFile.read(file);
        } catch (IOException e) {
            notes.add(SettingsNote.about(SettingsNote.Kind.UNREADABLE, file, ""));
            return Optional.empty();
        }
        if (content.isEmpty()) {
            notes.add(SettingsNote.about(SettingsNote.Kind.TOO_LARGE, file, ""));
        }
        return content.flatMap(text -> SettingsText.read(file, text, notes));
    }
}
