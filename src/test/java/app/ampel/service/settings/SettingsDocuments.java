package app.ampel.service.settings;

import app.ampel.service.json.LocatedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of settings outside of the program: a table of the manual, and a JSON Schema. */
record SettingsDocuments(SettingsTable table) {

    static final String HEAD = """
            | key | meaning | values |
            | --- | --- | --- |
            """;

    /** The manual's table. */
    String rows() {
        return HEAD
                + row("version", "of this format", "`" + Settings.VERSION + "`")
                + table.keys().stream()
                        .map(key -> row(name(key), key.meaning(), key.codec().values()))
                        .collect(Collectors.joining());
    }

    private static String row(String name, String meaning, String values) {
        return "| `" + name + "` | " + meaning + " | " + values + " |\n";
    }

    static String name(Key<?, ?> key) {
        return key.path().substring(1).replace('/', '.');
    }

    /** In the draft of 2020-12. */
    ObjectNode schema() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Ampel's settings.json")
                .put("description", "Made from the settings themselves; a test compares.");
        root.setAll(Schemas.type("object"));
        ObjectNode version = root.putObject("properties").putObject("version");
        version.put("description", "of this format").put("const", Settings.VERSION);
        table.keys().forEach(key -> add(root, key.path().substring(1), key));
        root.put("additionalProperties", false);
        ownSchemeIsThere(root);
        return root;
    }

    private static void add(ObjectNode into, String path, Key<Settings, ?> key) {
        ObjectNode members = (ObjectNode) into.get("properties");
        int slash = path.indexOf('/');
        if (slash < 0) {
            members.set(path, described(key));
            return;
        }
        String group = path.substring(0, slash);
        if (!members.has(group)) {
            ObjectNode made = Schemas.orNull(Schemas.type("object"));
            made.putObject("properties");
            members.set(group, made.put("additionalProperties", false));
        }
        add((ObjectNode) members.get(group), path.substring(slash + 1), key);
    }

    private static <T> ObjectNode described(Key<Settings, T> key) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("description", key.meaning());
        key.written(Settings.DEFAULT).ifPresent(usual -> schema.set("default", usual));
        return schema.setAll(Schemas.orNull(key.codec().schema()));
    }

    private static void ownSchemeIsThere(ObjectNode root) {
        ObjectNode own = root.putObject("if").put("description", "the colours are one's own");
        own.putObject("properties").putObject("scheme").put("const", "own");
        own.putArray("required").add("scheme");
        ObjectNode there = root.putObject("then");
        there.putObject("properties").set("ownScheme", Schemas.type("object"));
        there.putArray("required").add("ownScheme");
    }

    /** Reads a file of that text; what is wrong goes into the notes. */
    static List<SettingsNote> notes(SettingsTable table, String text) {
        List<SettingsNote> notes = new ArrayList<>();
        Path file = Path.of("settings.json");
        SettingsText.read(file, text.getBytes(StandardCharsets.UTF_8), notes)
                .ifPresent(read -> table.read(new SettingsReader(file, read, notes::add)));
        return notes;
    }

    static JsonNode json(String text) {
        return LocatedJson.read(text.getBytes(StandardCharsets.UTF_8)).root();
    }
}
