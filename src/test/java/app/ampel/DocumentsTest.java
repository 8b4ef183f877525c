package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.Folders;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say of the program is true. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)#?([^)\\s]*)\\)");
    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

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
    void theSettingsOfTheManualAreTheDefaultsAndNoteNothing() throws IOException {
        SettingsStore store = open(block(0));
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().withAccount(AccountSettings.NONE)).isEqualTo(Settings.DEFAULT);
        assertThat(store.settings().account().registration()).isPresent();
    }

    @Test
    void aSchemeAsInTheManualCanBeRead() throws IOException {
        SettingsStore store = open(block(1));
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().rules().scheme().rules()).hasSize(3);
    }

    @Test
    void singleLightsAsInTheManualCanBeRead() throws IOException {
        SettingsStore store = open(block(2));
        assertThat(store.notes()).isEmpty();
        assertThat(store.settings().lights().each()).hasSize(2);
    }

    @Test
    void theManualNamesEverySetting() throws IOException {
        String table = part(settings(), "# Settings", "**Colours of your own**");
        Set<String> told = Pattern.compile("`([a-zA-Z.]+)`(?=[^|]* \\|[^|\n]*\\|[^|\n]*\\|$)", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(known());
    }

    /** What the program says it knows when it meets a member that it does not know. */
    private Set<String> known() throws IOException {
        Set<String> groups = Set.of("account", "polling", "lights", "manual", "looks", "history", "onScreen", "people");
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
        return SettingsFiles.open(folders, Clock.systemUTC());
    }

    /** The JSON examples of the page of settings: all of them, a scheme, single lights. */
    private static String block(int index) throws IOException {
        return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(settings())
                .results()
                .map(block -> block.group(1))
                .toList()
                .get(index);
    }

    private static String settings() throws IOException {
        return Files.readString(Path.of("packaging/manual/settings.md"));
    }

    private static String part(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    @Test
    void everyLinkLeadsToAFileAndToAHeadingInIt() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            for (MatchResult link :
                    LINK.matcher(withoutCode(document)).results().toList()) {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                links++;
                if (!Files.exists(target)
                        || !link.group(2).isEmpty() && !anchors(target).contains(link.group(2))) {
                    broken.add(document + " " + link.group());
                }
            }
        }
        assertThat(links).isGreaterThan(50);
        assertThat(broken).isEmpty();
    }

    /** What is for those who want to know more stands in the manual. */
    @Test
    void theReadmeIsReadInFiveMinutes() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThan(13_000);
    }

    @Test
    void everyPageOfTheManualStandsInItsIndex() throws IOException {
        Path index = Path.of("packaging/manual/README.md");
        String text = Files.readString(index);
        try (Stream<Path> pages = Files.list(index.getParent())) {
            assertThat(pages.filter(page -> !page.equals(index)))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(text).contains("(" + page.getFileName() + ")"));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> below =
                        Stream.of("packaging", "firmware-notes", "icons", "src").flatMap(DocumentsTest::filesBelow)) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> filesBelow(String folder) {
        try {
            return Files.walk(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutCode(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    /** What a link to a heading is called where these pages are shown. */
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(withoutCode(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
