package app.ampel.settings;

import app.ampel.desktop.OwnerOnly;
import app.ampel.json.Json;
import app.ampel.json.Located;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's settings in their file. Reading never fails: what cannot be read is noted, and a copy of the file is kept
 * beside it as it was. Saving changes only the members that were changed; everything else in the file, known or not,
 * right or wrong, stays. Not thread-safe; see {@link SettingsStore}.
 */
public final class SettingsFile {

    /**
     * What was in the file.
     *
     * @param notes what was ignored, in the order of the file
     */
    public record Loaded(Settings settings, List<SettingsNote> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    private final Path file;
    private final BrokenFiles broken;

    public SettingsFile(Path file, Clock clock) {
        this.file = file;
        this.broken = new BrokenFiles(clock);
    }

    public Loaded load() {
        List<SettingsNote> notes = new ArrayList<>();
        Settings settings = read(notes);
        if (!notes.isEmpty() && notes.stream().allMatch(note -> note.kind().hasContent())) {
            notes.add(keep());
        }
        return new Loaded(settings, notes);
    }

    private Settings read(List<SettingsNote> notes) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Settings.DEFAULT;
        }
        Optional<Located> text = SettingsText.read(file, Settings.VERSION, notes);
        if (text.isEmpty()) {
            return Settings.DEFAULT;
        }
        Members members = new Members(file, text.get(), notes::add);
        members.at("/version");
        Settings settings = SettingsJson.read(members);
        members.noteUnknown();
        return settings;
    }

    private SettingsNote keep() {
        try {
            return SettingsNote.about(
                    SettingsNote.Kind.KEPT,
                    file,
                    broken.copy(file).getFileName().toString());
        } catch (IOException e) {
            return SettingsNote.about(SettingsNote.Kind.NOT_KEPT, file, "");
        }
    }

    /**
     * Saves what differs between {@code before} and {@code after}. A file that is not JSON is replaced, once a copy of
     * it has been kept.
     *
     * @throws IOException when it cannot be saved, or no copy can be kept; the file is then as it was
     */
    public void save(Settings before, Settings after) throws IOException {
        ObjectNode root = tree();
        SettingsJson.write(root, before, after);
        OwnerOnly.write(file, Json.indented(root).getBytes(StandardCharsets.UTF_8));
    }

    /** Saves {@code settings} and nothing else; what else stood in the file is gone. */
    void replace(Settings settings) throws IOException {
        ObjectNode root = fresh();
        SettingsJson.write(root, Settings.DEFAULT, settings);
        OwnerOnly.write(file, Json.indented(root).getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a copy of the file as it is; empty when there is none. */
    Optional<Path> keepBefore() throws IOException {
        return Files.exists(file) ? Optional.of(broken.copyBefore(file)) : Optional.empty();
    }

    private static ObjectNode fresh() {
        return JsonNodeFactory.instance.objectNode().put("version", Settings.VERSION);
    }

    private ObjectNode tree() throws IOException {
        if (Files.notExists(file)) {
            return fresh();
        }
        Optional<byte[]> content = Bounded.read(file);
        Optional<ObjectNode> whole = content.flatMap(Json::readObject);
        if (whole.isPresent()) {
            return whole.get();
        }
        if (content.isEmpty()) {
            broken.move(file);
            return fresh();
        }
        broken.copy(file);
        // What stands before the mistake was in force until now, so it is saved too.
        return content.map(Located::read)
                .map(Located::root)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(SettingsFile::fresh);
    }
}
