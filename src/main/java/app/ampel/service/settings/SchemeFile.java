package app.ampel.service.settings;

import app.ampel.domain.policy.Scheme;
import app.ampel.service.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scheme in a file of its own, to be given to others: what stands under {@code ownScheme} in the settings file. It
 * says nothing about its owner, so everybody may read it whom the folder lets.
 */
public final class SchemeFile {

    /**
     * What was in a file.
     *
     * @param scheme empty when anything about it was wrong: it is taken whole or not at all
     * @param notes what was wrong, in the order of the file
     */
    public record Loaded(Optional<Scheme> scheme, List<SettingsNote> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    private SchemeFile() {}

    /** Never fails. Blocks. A whole settings file will do as well: its {@code ownScheme} is taken. */
    public static Loaded read(Path file) {
        List<SettingsNote> notes = new ArrayList<>();
        Optional<Scheme> scheme = SettingsText.read(file, Settings.VERSION, notes)
                .flatMap(text -> {
                    Members members = new Members(file, text, notes::add);
                    boolean isSettings = text.root().has("ownScheme");
                    Optional<Scheme> read = SchemeJson.read(members, isSettings ? "/ownScheme" : "");
                    if (!isSettings) {
                        members.at("/version");
                        members.noteUnknown();
                    }
                    return read;
                });
        return new Loaded(scheme.filter(read -> notes.isEmpty()), notes);
    }

    /**
     * Replaces {@code file}. Blocks.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Scheme scheme) throws IOException {
        Files.write(file, Json.indented(SchemeJson.write(scheme)).getBytes(StandardCharsets.UTF_8));
    }
}
