package app.ampel.adapter.files;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.service.json.Json;
import app.ampel.service.json.LocatedJson;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.MachineSettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsReader;
import app.ampel.service.settings.SettingsStorage;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.settings.SettingsTable;
import app.ampel.service.threads.Daemons;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The settings of one home in their files. Reading never fails: what cannot be read is noted, and a copy of the file is kept
 * beside it as it was. Saving changes only the members that were changed; everything else in the file, known or not,
 * right or wrong, stays. But what is known is never lost by a change: where somebody else has written the file meanwhile,
 * emptied, broken or removed it, all of what is known is put back. The administrator's file is never written. Not
 * thread-safe; see {@link SettingsStore}.
 */
public final class SettingsFiles implements SettingsStorage {

    private static final long IDLE_SECONDS = 5;

    private final SettingsTable table;
    private final Path file;
    private final Path machine;
    private final BrokenFiles broken;

    /** What the file held when it was last read or written here; empty when there was none. */
    private Optional<byte[]> seen = Optional.empty();

    public SettingsFiles(SettingsTable table, Folders folders, Clock clock) {
        this.table = table;
        this.file = folders.settings();
        this.machine = folders.machineSettings();
        this.broken = new BrokenFiles(clock);
    }

    /** Reads both files; never fails, see {@link SettingsStore#notes}. */
    public static SettingsStore open(Folders folders, Clock clock) {
        return new SettingsStore(new SettingsFiles(Keys.ALL, folders, clock), tellers());
    }

    /** A thread for each that is told something, gone a little later. */
    private static Executor tellers() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Daemons.named("ampel-settings"));
    }

    @Override
    public Path place() {
        return file;
    }

    @Override
    public MachineSettings machine() {
        if (Files.notExists(machine)) {
            return MachineSettings.none(machine);
        }
        List<SettingsNote> notes = new ArrayList<>();
        Optional<LocatedJson> text = NotedFile.read(machine, notes);
        return MachineSettings.of(table, machine, text, notes);
    }

    @Override
    public Loaded load() {
        List<SettingsNote> notes = new ArrayList<>();
        Settings settings = read(notes);
        notes.sort(Comparator.comparingInt(SettingsNote::line));
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
        return NotedFile.read(file, notes)
                .map(text -> table.read(new SettingsReader(file, text, notes::add)))
                .orElse(Settings.DEFAULT);
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
            return Files.notExists(file) ? Optional.empty() : BoundedFile.read(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file that is not JSON is replaced, once a copy of it has been kept. */
    @Override
    public void save(Settings before, Settings after) throws IOException {
        Optional<byte[]> there = readOrMoved();
        ObjectNode root = there.flatMap(this::tree).orElseGet(SettingsFiles::fresh);
        if (there.isPresent() && Json.readObject(there.get()).isEmpty()) {
            broken.copy(file);
        }
        table.write(root, before, after);
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
        Optional<byte[]> content = BoundedFile.read(file);
        if (content.isEmpty()) {
            broken.move(file);
        }
        return content;
    }

    /** What stands before a mistake was in force until now, so it is saved too. */
    private Optional<ObjectNode> tree(byte[] content) {
        return Optional.of(LocatedJson.read(content).root())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    private boolean sameAsSeen(Optional<byte[]> there) {
        return there.isPresent() == seen.isPresent() && (there.isEmpty() || Arrays.equals(there.get(), seen.get()));
    }

    /** The in that somebody else has spoilt meanwhile; a copy of the file is kept then. */
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

    private void putBack(ObjectNode root, Settings known, Set<String> wrong) {
        ObjectNode all = fresh();
        table.write(all, Settings.DEFAULT, known);
        putBack(root, all, "", wrong);
    }

    private static void putBack(ObjectNode into, ObjectNode known, String path, Set<String> wrong) {
        for (Map.Entry<String, JsonNode> member : known.properties()) {
            String at = path + "/" + LocatedJson.escape(member.getKey());
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

    @Override
    public void replace(Settings settings) throws IOException {
        ObjectNode root = fresh();
        table.write(root, Settings.DEFAULT, settings);
        write(root);
    }

    private void write(ObjectNode root) throws IOException {
        byte[] content = Json.indented(root).getBytes(StandardCharsets.UTF_8);
        OwnerOnly.write(file, content);
        seen = Optional.of(content);
    }

    @Override
    public Optional<Path> keepBefore() throws IOException {
        return Files.exists(file) ? Optional.of(broken.copyBefore(file)) : Optional.empty();
    }

    private static ObjectNode fresh() {
        return JsonNodeFactory.instance.objectNode().put("version", Settings.VERSION);
    }
}
