package app.ampel.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.light.Effect;
import app.ampel.light.LightModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of lights in the manual is the catalogue. */
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
