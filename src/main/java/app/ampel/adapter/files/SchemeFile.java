package app.ampel.adapter.files;

import app.ampel.domain.policy.Scheme;
import app.ampel.service.json.Json;
import app.ampel.service.settings.LoadedScheme;
import app.ampel.service.settings.SchemeCodec;
import app.ampel.service.settings.SchemeFiles;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsReader;
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
public final class SchemeFile implements SchemeFiles {

    /** A whole settings file will do as well: its {@code ownScheme} is taken. */
    @Override
    public LoadedScheme read(Path file) {
        List<SettingsNote> notes = new ArrayList<>();
        return NotedFile.read(file, notes)
                .map(text -> LoadedScheme.of(
                        new SettingsReader(file, text, notes::add), text.root().has("ownScheme"), notes))
                .orElseGet(() -> new LoadedScheme(Optional.empty(), notes));
    }

    @Override
    public void write(Path file, Scheme scheme) throws IOException {
        String text = Json.indented(SchemeCodec.write(scheme));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
