package app.ampel.service.settings;

import app.ampel.service.json.Json;
import app.ampel.service.json.LocatedJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads values out of one file, leniently: what is wrong or unknown becomes a note, and the rest is read all the same. */
public final class SettingsReader {

    static final String OBJECT = "{…}";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");

    private final Path file;
    private final LocatedJson located;
    private final Consumer<SettingsNote> notes;
    private final Set<String> known = new HashSet<>();
    /** Those of them that have members with names of their own. */
    private final Set<String> groups = new HashSet<>();

    public SettingsReader(Path file, LocatedJson located, Consumer<SettingsNote> notes) {
        this.file = file;
        this.located = located;
        this.notes = notes;
    }

    /** The same file, and nobody hears what is wrong with it. */
    SettingsReader silent() {
        return new SettingsReader(file, located, note -> {});
    }

    /** What stands at {@code path}, which is known from now on. */
    JsonNode at(String path) {
        String member = path;
        while (!member.isEmpty() && known.add(member)) {
            int slash = member.lastIndexOf('/');
            if (NAME.matcher(member).region(slash + 1, member.length()).matches()) {
                groups.add(member.substring(0, slash));
            }
            member = member.substring(0, slash);
        }
        return located.root().at(path);
    }

    boolean isThere(String path) {
        JsonNode node = at(path);
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether something else stands where {@code path} or what is around it should be. */
    boolean isHidden(String path) {
        String parent = path.substring(0, path.lastIndexOf('/'));
        JsonNode node = located.root().at(parent);
        return node.isMissingNode() ? isHidden(parent) : !node.isNull() && !node.isObject();
    }

    /** The value at {@code path}, empty when it is not there, or wrong, which is noted. */
    <T> Optional<T> read(String path, Codec<T> codec) {
        return isThere(path) ? codec.read(this, path) : Optional.empty();
    }

    /** The same of a value that has no parts. */
    <T> Optional<T> read(String path, String allowed, Function<JsonNode, Optional<T>> reader) {
        Optional<T> value = isThere(path) ? reader.apply(at(path)) : Optional.empty();
        if (value.isEmpty() && isThere(path)) {
            wrong(path, allowed);
        }
        return value;
    }

    Optional<JsonNode> object(String path) {
        return read(path, OBJECT, node -> Optional.of(node).filter(JsonNode::isObject));
    }

    void wrong(String path, String allowed) {
        JsonNode node = located.root().at(path);
        String value = node.isTextual() ? '"' + node.textValue() + '"' : Json.line(node);
        notes.accept(
                new SettingsNote(SettingsNote.Kind.WRONG, file, located.line(path), path.substring(1), value, allowed));
    }

    void twice(String path, String value) {
        notes.accept(new SettingsNote(SettingsNote.Kind.TWICE, file, located.line(path), path.substring(1), value, ""));
    }

    /** Says what nobody has asked for: misspelt members, most likely. */
    void noteUnknown() {
        noteUnknown(located.root(), "");
    }

    /** The same below an object in an array, which is looked at nowhere else. */
    void noteUnknownIn(String path) {
        noteUnknown(located.root().at(path), path);
    }

    private void noteUnknown(JsonNode node, String path) {
        for (var member : node.properties()) {
            String at = path + "/" + LocatedJson.escape(member.getKey());
            if (known.contains(at)) {
                noteGroup(member.getValue(), at);
            } else {
                notes.accept(new SettingsNote(
                        SettingsNote.Kind.UNKNOWN, file, located.line(at), at.substring(1), "", siblings(path)));
            }
        }
    }

    private void noteGroup(JsonNode node, String at) {
        if (groups.contains(at) && !node.isObject() && !node.isNull()) {
            wrong(at, OBJECT);
        } else {
            noteUnknown(node, at);
        }
    }

    private String siblings(String path) {
        return known.stream()
                .filter(at -> at.startsWith(path + "/") && at.indexOf('/', path.length() + 1) < 0)
                .map(at -> at.substring(path.length() + 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
