package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the program is true. */
class DocumentsTest {

    private static final Pattern PACKAGE_ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([a-z.]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

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
