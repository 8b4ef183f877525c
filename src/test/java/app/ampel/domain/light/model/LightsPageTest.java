package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of lights in the manual is the catalogue, and the shorter one in the README leaves no maker out. */
class LightsPageTest {

    private static final int EFFECTS = Effect.values().length - 1;

    @Test
    void hasARowForEachModelThatSaysWhatTheCatalogueSays() throws IOException {
        String page = Files.readString(Path.of("packaging/manual/lights.md"));
        List<String> rows = page.lines()
                .filter(line -> line.matches("\\| .* \\| `[a-z0-9-]+` \\|.*"))
                .toList();
        List<LightModel> models = new Catalogue().models();
        assertThat(rows).hasSameSizeAs(models);
        for (LightModel model : models) {
            assertThat(rows)
                    .as(model.key())
                    .anyMatch(row -> row.startsWith("| " + model.name()) && row.endsWith(told(model)));
        }
    }

    /** A row names the makers, in bold, whose models begin like that, and what becomes of all of them. */
    @Test
    void theReadmeHasOneRowForEachMakerThatSaysWhatBecomesOfItsLights() throws IOException {
        List<String> rows = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| **"))
                .toList();
        assertThat(new Catalogue().models()).allSatisfy(model -> {
            List<String> mine = rows.stream()
                    .filter(row -> makers(row).anyMatch(model.name()::startsWith))
                    .toList();
            assertThat(mine).as(model.name()).hasSize(1);
            assertThat(mine.get(0)
                            .substring(mine.get(0).lastIndexOf("| ", mine.get(0).length() - 3)))
                    .as(model.name())
                    .contains(model.darkAfter()
                            .map(time -> String.valueOf(time.toSeconds()))
                            .orElse("keeps its colour"));
        });
        assertThat(rows)
                .allSatisfy(row -> assertThat(makers(row))
                        .allSatisfy(maker -> assertThat(new Catalogue().models())
                                .anySatisfy(model -> assertThat(model.name()).startsWith(maker))));
    }

    private static Stream<String> makers(String row) {
        return Pattern.compile("\\*\\*(.+?)\\*\\*").matcher(row).results().map(name -> name.group(1));
    }

    private static String told(LightModel model) {
        return " | `" + model.key() + "` | " + effects(model) + " | "
                + model.darkAfter()
                        .map(time -> "dark after " + time.toSeconds() + " s")
                        .orElse("**keeps its colour**")
                + " | " + (model.confidence().isUntried() ? "untried |" : "|");
    }

    private static String effects(LightModel model) {
        if (model.ownEffects().isEmpty()) {
            return "by Ampel";
        }
        return model.ownEffects().size() == EFFECTS
                ? "in the light"
                : model.ownEffects().stream().map(Effect::word).collect(Collectors.joining(", "))
                        + " in the light, others by Ampel";
    }
}
