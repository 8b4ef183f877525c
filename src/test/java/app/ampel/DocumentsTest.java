package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.desktop.Folders;
import app.ampel.settings.AccountSettings;
import app.ampel.settings.Settings;
import app.ampel.settings.SettingsNote;
import app.ampel.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say of the program is true. */
class DocumentsTest {

    private static final Pattern PACKAGE_ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([a-z.]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path folder;

    @Test
    void contributingShowsTheTableThatTheRulesKeep() throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        Map<String, Set<String>> told = new TreeMap<>();
        PACKAGE_ROW
                .matcher(text.substring(text.indexOf("## Packages"), text.indexOf("## Style")))
                .results()
                .forEach(row -> told.put(row.group(1), words(row.group(2))));
        assertThat(told).isEqualTo(Table.PACKAGES);
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everySuppressedWarningHasItsRow() throws IOException {
        String contributing = Files.readString(Path.of("CONTRIBUTING.md"));
        List<Path> suppressing = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            for (Path file : (Iterable<Path>) sources::iterator) {
                if (file.toString().endsWith(".java") && Files.readString(file).contains("@Suppress" + "Warnings")) {
                    suppressing.add(file.getFileName());
                }
            }
        }
        assertThat(suppressing)
                .allSatisfy(file -> assertThat(contributing)
                        .contains("| `" + file.toString().replace(".java", "") + "` |"));
    }

    @Test
    void theSettingsOfTheReadmeAreTheDefaultsAndNoteNothing() throws IOException {
        SettingsStore store = open(settingsOfTheReadme());
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().withAccount(AccountSettings.NONE)).isEqualTo(Settings.DEFAULT);
        assertThat(store.settings().account().registration()).isPresent();
    }

    @Test
    void aSchemeAsInTheReadmeCanBeRead() throws IOException {
        SettingsStore store = open(block(2));
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().rules().scheme().rules()).hasSize(3);
    }

    @Test
    void singleLightsAsInTheReadmeCanBeRead() throws IOException {
        SettingsStore store = open(block(3));
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().lights().each()).hasSize(2);
    }

    @Test
    void theReadmeNamesEverySetting() throws IOException {
        String table = part(readme(), "## Settings", "**Colours of your own**");
        Set<String> told = Pattern.compile("`([a-zA-Z.]+)`(?=[^|]* \\|[^|\n]*\\|[^|\n]*\\|$)", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(known());
    }

    /** What the program says it knows when it meets a member that it does not know. */
    private Set<String> known() throws IOException {
        Set<String> groups = Set.of("account", "polling", "lights", "manual", "looks", "history", "onScreen");
        String text = "{\"?\":0,"
                + groups.stream().map(g -> "\"" + g + "\":{\"?\":0}").collect(Collectors.joining(",")) + "}";
        Set<String> known = new TreeSet<>();
        for (SettingsNote note : open(text).notes()) {
            String group = note.member().replaceAll("/?\\?$", "");
            if (note.kind() == SettingsNote.Kind.UNKNOWN) {
                for (String name : note.allowed().split(", ")) {
                    known.add(group.isEmpty() ? name : group + "." + name);
                }
            }
        }
        known.removeAll(groups);
        return known;
    }

    private SettingsStore open(String settings) throws IOException {
        Path home = Files.createTempDirectory(folder, "home");
        Folders folders = new Folders(home, folder.resolve("no-machine-settings"), List.of());
        Files.writeString(folders.settings(), settings);
        return SettingsStore.open(folders, Clock.systemUTC());
    }

    private static String settingsOfTheReadme() throws IOException {
        return block(1);
    }

    /** The JSON examples of the README: the status, the settings, a scheme, single lights. */
    private static String block(int index) throws IOException {
        return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(readme())
                .results()
                .map(block -> block.group(1))
                .toList()
                .get(index);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String part(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    @Test
    void linksToFilesLeadSomewhere() throws IOException {
        for (String name : Set.of("README.md", "CONTRIBUTING.md", "packaging/administrator.md")) {
            Path document = Path.of(name);
            assertThat(LINK.matcher(Files.readString(document)).results().map(MatchResult::group))
                    .as(name)
                    .isNotEmpty();
            assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                    .as(name)
                    .allSatisfy(target ->
                            assertThat(document.resolveSibling(target)).exists());
        }
    }
}
