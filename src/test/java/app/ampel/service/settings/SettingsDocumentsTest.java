package app.ampel.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.json.Json;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manual's table and the JSON Schema are made from the settings. What they should be lies in {@code target/settings} after
 * each run, to be copied.
 */
class SettingsDocumentsTest {

    private static final Path MANUAL = Path.of("packaging/manual/settings.md");
    private static final Path ADMINISTRATOR = Path.of("packaging/administrator.md");
    private static final Path SCHEMA = Path.of("packaging/settings.schema.json");
    private static final SettingsDocuments MADE = new SettingsDocuments(Keys.ALL);

    /** What a schema cannot say: that one duration is not above another, and that nothing has the name of something else. */
    private static boolean isBeyondASchema(SettingsNote note) {
        return note.allowed().equals(ORDER) || note.kind() == SettingsNote.Kind.TWICE;
    }

    private static final String ORDER = "PT1S <= fastest <= usual <= slowest";

    private static String kept(String name, String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/settings"));
        Files.writeString(folder.resolve(name), text);
        return text;
    }

    @Test
    void theManualHasTheTableOfTheSettings() throws IOException {
        String rows = kept("settings.md", MADE.rows());
        assertThat(Files.readString(MANUAL)).contains(SettingsDocuments.HEAD).contains("\n\n" + rows + "\n");
    }

    @Test
    void theAdministratorsPageHasEverySettingThatCanBeDecided() throws IOException {
        String page = Files.readString(ADMINISTRATOR);
        String table = page.substring(page.indexOf(SettingsDocuments.HEAD));
        Set<String> told = Pattern.compile("^\\| `([a-zA-Z.]+)` \\|", Pattern.MULTILINE)
                .matcher(table.substring(0, table.indexOf("\n\n")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        assertThat(told)
                .isEqualTo(
                        Stream.concat(Stream.of("version"), Keys.ALL.lockable().map(SettingsDocuments::name))
                                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatCanBeLockedHasANameForWhoeverTriesToChangeIt(String language) {
        Messages words = Messages.in(Locale.forLanguageTag(language));
        assertThat(Stream.concat(Keys.ALL.keys().stream(), Keys.ALL.administrators().stream())
                        .filter(key -> key.isLockable() || !key.lock().with().isEmpty()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(new LockedSettingException(key.path(), ADMINISTRATOR).say(words))
                        .contains(ADMINISTRATOR.toString()));
    }

    @Test
    void oneMoreLineIsOneMoreRowAndOneMoreProperty() {
        Key<Settings, Boolean> line = new Key<>("/made/up", Codecs.flag(), Keys.LOG.lens(), "what nobody needs");
        SettingsDocuments more = new SettingsDocuments(new SettingsTable(
                Stream.concat(Keys.ALL.keys().stream(), Stream.<Key<Settings, ?>>of(line))
                        .toList(),
                Keys.ALL.administrators()));
        assertThat(more.rows()).isEqualTo(MADE.rows() + "| `made.up` | what nobody needs | `true`, `false` |\n");
        assertThat(Json.line(more.schema().at("/properties/made/properties")))
                .isEqualTo("{\"up\":{\"description\":\"what nobody needs\",\"default\":false,"
                        + "\"type\":[\"boolean\",\"null\"]}}");
    }

    @Nested
    class TheSchema {

        private final ObjectNode schema = MADE.schema();

        @Test
        void liesBesideTheManual() throws IOException {
            String made = kept("settings.schema.json", Json.indented(schema));
            assertThat(Files.readString(SCHEMA)).isEqualTo(made);
        }

        @Test
        void hasEverySettingAndNothingElse() {
            List<String> told = new ArrayList<>();
            collect(schema, "", told);
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("/version"),
                                    Keys.ALL.keys().stream().map(Key::path))
                            .toList());
        }

        /** Groups have no words of their own. */
        private void collect(JsonNode of, String path, List<String> told) {
            of.path("properties").properties().forEach(member -> {
                String at = path + "/" + member.getKey();
                if (member.getValue().has("description")) {
                    told.add(at);
                } else {
                    collect(member.getValue(), at, told);
                }
            });
        }

        @Test
        void agreesWithTheProgramAboutEveryFileOfTheTestsAndTheManual() throws IOException {
            int good = 0;
            int bad = 0;
            for (String text : samples()) {
                boolean reads = agrees(text);
                good += reads ? 1 : 0;
                bad += reads ? 0 : 1;
            }
            assertThat(good).isGreaterThan(10);
            assertThat(bad).isGreaterThan(30);
        }

        /** Each value of a file that has all of them is replaced by what cannot be, or may be, there. */
        @Test
        void agreesWithTheProgramAboutEveryValueThatIsReplaced() {
            ObjectNode all = (ObjectNode) SettingsDocuments.json(ALL);
            assertThat(agrees(ALL)).isTrue();
            List<String> places = new ArrayList<>();
            places(all, "", places);
            assertThat(places).hasSizeGreaterThan(70);
            int good = 0;
            for (String place : places) {
                for (String odd : ODD) {
                    good += agrees(Json.line(with(all.deepCopy(), place, SettingsDocuments.json(odd)))) ? 1 : 0;
                }
            }
            assertThat(good).isGreaterThan(100);
        }

        /** Whether that file reads without notes. */
        private boolean agrees(String text) {
            List<SettingsNote> notes = SettingsDocuments.notes(Keys.ALL, text);
            if (notes.stream().allMatch(SettingsDocumentsTest::isBeyondASchema) && !notes.isEmpty()) {
                return false;
            }
            List<String> wrong = SchemaCheck.of(schema, SettingsDocuments.json(text));
            assertThat(wrong.isEmpty())
                    .as("%s%nnotes: %s%nschema: %s", text, notes, wrong)
                    .isEqualTo(notes.isEmpty());
            return notes.isEmpty();
        }
    }

    private static final String[] ODD = {
        "null",
        "true",
        "7",
        "1",
        "101",
        "-1",
        "1.5",
        "\"\"",
        "\" \"",
        "\"x\"",
        "[]",
        "[7]",
        "[\"\"]",
        "[null]",
        "{}",
        "{\"x\": 1}",
        "\"PT0S\"",
        "\"PT5M\"",
        "\"PT1H30M\"",
        "\"PT90S\"",
        "\"PT25H\"",
        "\"PT0.5S\"",
        "\"common\"",
        "\"http://example.org/\"",
        "\"https://ada@example.org/\"",
        "\"http://localhost:1/\"",
        "\"own\"",
        "\"usual\"",
        "\"07:30\"",
        "\"24:00\"",
        "\"{r}\"",
        "\"{red}\"",
        "\"\\\\x1\"",
        "\"(\"",
        "\"a\\u0001\"",
        "\"#12345\"",
        "\"#123456\""
    };

    /** Every setting, and every part of those that have parts. */
    private static final String ALL = """
            {
              "version": 1,
              "account": {"clientId": "a", "tenant": "b", "cloud": "global", "authority": "https://x/", "graph": "https://x/",
                "signIn": "browser", "signOutOnQuit": true},
              "polling": {"usual": "PT5M", "fastest": "PT5M", "slowest": "PT5M"},
              "lights": {
                "serial": ["a", {"id": "b", "protocol": "wled", "answers": false, "board": {"serial": "1", "socket": "2"}},
                  {"id": "c", "protocol": "template", "template": "{r}", "off": "o", "states": {"red": "R", "in-a-call": "C"},
                    "lineEnd": "lf", "baud": 9600, "dtr": true, "rts": false, "expect": "OK"},
                  {"id": "d", "protocol": "mutesync"}, {"id": "e", "protocol": "ampel"}],
                "each": {"luxafor": {"name": "Door", "off": false, "brightness": 40, "correct": [1, 2, 3], "button": "none",
                  "scheme": "classic", "confirmed": true}},
                "whenLocked": "dim", "outOfHours": "off"},
              "onScreen": {"shown": true, "size": "small", "corner": "top-left", "whilePresenting": true},
              "manual": {"duration": "PT5M", "durations": {"presenting": "PT45M"}, "offered": ["PT5M", "PT1H"],
                "workingDay": {"days": ["monday"], "start": "08:00", "end": "17:00"}, "lease": "PT10M", "onQuit": "leave"},
              "scheme": "own",
              "ownScheme": {"rules": [{"activities": ["InACall"], "availabilities": ["Busy"], "outOfOffice": true,
                "colour": "#ff0000", "effect": "pulse", "speed": "slow"}], "otherwise": {"colour": "#000000", "effect": "solid",
                "speed": "usual"}},
              "looks": {"language": "de", "theme": "dark", "icons": "mono", "motion": "full"},
              "history": {"on": true, "days": 30},
              "people": {"colleagues": true, "wall": false, "tellMeWhen": true, "excludedGroup": "Board", "searches": [
                {"name": "a", "group": "11111111-2222-3333-4444-555555555555", "part": "members",
                  "secondary": ["21111111-2222-3333-4444-555555555555"]},
                {"name": "b", "department": "Sales", "primary": "21111111-2222-3333-4444-555555555555"},
                {"name": "c", "primary": "21111111-2222-3333-4444-555555555555"},
                {"name": "d", "secondary": ["21111111-2222-3333-4444-555555555555"]}]},
              "log": "detailed"
            }
            """;

    private static void places(JsonNode node, String path, List<String> places) {
        node.properties().forEach(member -> {
            places.add(path + "/" + member.getKey());
            places(member.getValue(), path + "/" + member.getKey(), places);
        });
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            places.add(path + "/" + i);
            places(node.get(i), path + "/" + i, places);
        }
    }

    private static JsonNode with(JsonNode root, String place, JsonNode value) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        JsonNode parent = root.at(place.substring(0, place.lastIndexOf('/')));
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
        return root;
    }

    /** What stands in the tests of settings and in the manual as JSON objects that look like settings. */
    private static Set<String> samples() throws IOException {
        Set<String> samples = new LinkedHashSet<>();
        String manual = Files.readString(MANUAL);
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(manual)
                .results()
                .forEach(block -> samples.add(block.group(1)));
        for (String test : List.of("SettingsStoreTest", "SchemeFileTest")) {
            String source = Files.readString(Path.of("src/test/java/app/ampel/adapter/files/" + test + ".java"));
            Stream.concat(
                            Pattern.compile("\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL)
                                    .matcher(source)
                                    .results(),
                            Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"")
                                    .matcher(source)
                                    .results())
                    .map(literal -> unescaped(literal.group(1)).strip())
                    .flatMap(SettingsDocumentsTest::asSettings)
                    .forEach(samples::add);
        }
        return samples;
    }

    private static String unescaped(String literal) {
        return Pattern.compile("(?<!\\\\)\\\\u([0-9a-f]{4})")
                .matcher(literal)
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)))
                .translateEscapes();
    }

    /** Rows of a table are cut at the bar; a serial light alone is put where such stand. */
    private static Stream<String> asSettings(String literal) {
        String text = literal.split(" \\| ")[0];
        if (Json.readObject(text.getBytes(StandardCharsets.UTF_8)).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                SettingsDocuments.json(text).has("protocol")
                                || SettingsDocuments.json(text).has("id")
                        ? "{\"lights\":{\"serial\":[" + text + "]}}"
                        : text);
    }

    @Nested
    class ARangeOfDurations {

        static Stream<List<Duration>> bounds() {
            return Stream.of(
                    List.of(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                    List.of(Duration.ofMinutes(1), Duration.ofHours(24)),
                    List.of(Duration.ofMinutes(5), Duration.ofHours(4)),
                    List.of(Duration.ofSeconds(20), Duration.ofDays(2)));
        }

        @ParameterizedTest
        @MethodSource("bounds")
        void hasAPatternThatTakesTheSame(List<Duration> bounds) {
            Duration least = bounds.get(0);
            Duration most = bounds.get(1);
            Pattern pattern =
                    Pattern.compile(Schemas.duration(least, most).get("pattern").asText());
            LongStream.rangeClosed(0, most.plusHours(2).toSeconds())
                    .filter(seconds -> seconds < 700 || seconds % 7 == 0 || seconds % 60 == 0)
                    .mapToObj(Duration::ofSeconds)
                    .forEach(span -> assertThat(Stream.of(span.toString(), "PT" + span.toSeconds() + "S")
                                    .map(text -> pattern.matcher(text).find()))
                            .as(span.toString())
                            .containsOnly(span.compareTo(least) >= 0 && span.compareTo(most) <= 0));
        }

        @Test
        void needsEveryNumberFromTheFirstToTheLast() {
            for (long[] range : new long[][] {{1, 9}, {1, 600}, {5, 240}, {60, 86_400}, {99, 101}, {7, 7}}) {
                Pattern pattern = Pattern.compile("^" + Schemas.range(range[0], range[1]) + "$");
                assertThat(LongStream.rangeClosed(0, range[1] * 11)
                                .filter(n -> pattern.matcher("" + n).find()))
                        .hasSize((int) (range[1] - range[0] + 1))
                        .allMatch(n -> n >= range[0] && n <= range[1]);
            }
        }
    }
}
