package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build leaves of AtlantaFX's themes. Whether it is all that the windows have, the windows' own test tells. */
class ThemeTest {

    private static final Pattern CONSTANT = Pattern.compile("\\bStyles\\.([A-Z_0-9]+)");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyColourIsStillThere(String name) throws IOException {
        String primer = MakeTheme.primer(name);
        Set<String> colours = colours(primer);
        assertThat(colours).hasSizeGreaterThan(50);
        assertThat(colours(MakeTheme.kept(primer))).isEqualTo(colours);
    }

    private static Set<String> colours(String css) {
        return new TreeSet<>(Pattern.compile("-color-[\\w-]+(?=:)")
                .matcher(css.substring(0, css.indexOf('}')))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    @Test
    void aRuleStaysAsItIsWithoutTheSelectorsThatNobodyNeeds() {
        assertThat(MakeTheme.kept(
                        "/* old */ .button, .table-view > .button {\n  -fx-a: b;\n}\n.table-view { -fx-c: d; }"))
                .isEqualTo(".button {\n  -fx-a: b;\n}\n");
    }

    @Test
    void lessThanHalfOfItIsLeft() throws IOException {
        String primer = MakeTheme.primer("light");
        assertThat(MakeTheme.kept(primer).length()).isLessThan(primer.length() / 2);
    }

    @Test
    void whatPagesChooseIsKept() throws IOException {
        for (Path source : sources()) {
            for (String constant : CONSTANT.matcher(Files.readString(source))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                assertThat(MakeTheme.KEPT).as(source.toString()).contains(value(constant));
            }
        }
    }

    private static String value(String constant) {
        try {
            return (String) Styles.class.getField(constant).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(constant, e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
