package app.ampel.service.settings;

import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.service.json.Json;
import app.ampel.service.json.Located;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user's settings in their file. Reading never fails: what cannot be read is noted, and a copy of the file is kept
 * beside it as it was. Saving changes only the members that were changed; everything else in the file, known or not,
 * right or wrong, stays. But what is known is never lost by a change: where somebody else has written the file meanwhile,
 * emptied, broken or removed it, all of what is known is put back. Not thread-safe; see {@link SettingsStore}.
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

    /** What the file held when it was last read or written here; empty when there was none. */
    private Optional<byte[]> seen = Optional.empty();

    public SettingsFile(Path file, Clock clock) {
        this.file = file;
        this.broken = new BrokenFiles(clock);
    }

    public Loaded load() {
        List<SettingsNote> notes = new ArrayList<>();
        Settings settings = read(notes);
        seen = content();
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

    /** Empty when there is nothing that could be read. */
    private Optional<byte[]> content() {
        try {
            return Files.notExists(file) ? Optional.empty() : Bounded.read(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Saves what differs between {@code before} and {@code after}. A file that is not JSON is replaced, once a copy of
     * it has been kept.
     *
     * @throws IOException when it cannot be saved, or no copy can be kept; the file is then as it was
     */
    public void save(Settings before, Settings after) throws IOException {
        Optional<byte[]> there = readOrMoved();
        ObjectNode root = there.flatMap(this::tree).orElseGet(SettingsFile::fresh);
        if (there.isPresent() && Json.readObject(there.get()).isEmpty()) {
            broken.copy(file);
        }
        SettingsJson.write(root, before, after);
        if (!sameAsSeen(there)) {
            putBack(root, after, there.isPresent() ? wrongNow() : Set.of());
        }
        write(root);
    }

    /** A huge file is moved out of the way. */
    private Optional<byte[]> readOrMoved() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Optional<byte[]> content = Bounded.read(file);
        if (content.isEmpty()) {
            broken.move(file);
        }
        return content;
    }

    /** What stands before a mistake was in force until now, so it is saved too. */
    private Optional<ObjectNode> tree(byte[] content) {
        return Optional.of(Located.read(content).root())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    private boolean sameAsSeen(Optional<byte[]> there) {
        return there.isPresent() == seen.isPresent() && (there.isEmpty() || Arrays.equals(there.get(), seen.get()));
    }

    /** The members that somebody else has spoilt meanwhile; a copy of the file is kept then. */
    private Set<String> wrongNow() throws IOException {
        List<SettingsNote> notes = new ArrayList<>();
        read(notes);
        Set<String> wrong = notes.stream()
                .filter(note -> note.kind() == SettingsNote.Kind.WRONG)
                .map(note -> "/" + note.member())
                .collect(Collectors.toSet());
        if (!wrong.isEmpty()) {
            broken.copy(file);
        }
        return wrong;
    }

    private static void putBack(ObjectNode root, Settings known, Set<String> wrong) {
        ObjectNode all = fresh();
        SettingsJson.write(all, Settings.DEFAULT, known);
        putBack(root, all, "", wrong);
    }

    private static void putBack(ObjectNode into, ObjectNode known, String path, Set<String> wrong) {
        for (Map.Entry<String, JsonNode> member : known.properties()) {
            String at = path + "/" + Located.escape(member.getKey());
            JsonNode there = into.get(member.getKey());
            if (there instanceof ObjectNode group && member.getValue() instanceof ObjectNode more) {
                putBack(group, more, at, wrong);
            } else if (there == null
                    || there.isNull()
                    || wrong.stream().anyMatch(spoilt -> spoilt.equals(at) || spoilt.startsWith(at + "/"))) {
                into.set(member.getKey(), member.getValue());
            }
        }
    }

    /** Saves {@code settings} and nothing else; what else stood in the file is gone. */
    void replace(Settings settings) throws IOException {
        ObjectNode root = fresh();
        SettingsJson.write(root, Settings.DEFAULT, settings);
        write(root);
    }

    private void write(ObjectNode root) throws IOException {
        byte[] content = Json.indented(root).getBytes(StandardCharsets.UTF_8);
        OwnerOnly.write(file, content);
        seen = Optional.of(content);
    }

    /** Keeps a copy of the file as it is; empty when there is none. */
    Optional<Path> keepBefore() throws IOException {
        return Files.exists(file) ? Optional.of(broken.copyBefore(file)) : Optional.empty();
    }

    private static ObjectNode fresh() {
        return JsonNodeFactory.instance.objectNode().put("version", Settings.VERSION);
    }
}
