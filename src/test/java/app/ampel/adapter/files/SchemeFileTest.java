package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Speed;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.service.settings.LoadedScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeFileTest {

    @TempDir
    private Path folder;

    private LoadedScheme load(String text) throws IOException {
        return new SchemeFile().read(Files.writeString(folder.resolve("scheme.json"), text));
    }

    @Test
    void bringsBackWhatWasWrittenWithEffectsAndSpeeds() throws IOException {
        Map<PresenceKind, LightCommand> shows = Schemes.COLOUR_BLIND.shows();
        shows.put(PresenceKind.AWAY, new LightCommand(Colour.AZURE, Effect.DOUBLE_BLINK, Speed.FAST));
        Scheme scheme = Scheme.of(Rules.OWN, shows);
        Path file = folder.resolve("scheme.json");
        new SchemeFile().write(file, scheme);
        assertThat(Files.readString(file)).contains("\"speed\" : \"slow\"", "\"speed\" : \"fast\"");
        LoadedScheme loaded = new SchemeFile().read(file);
        assertThat(loaded.notes()).isEmpty();
        assertThat(loaded.scheme()).contains(scheme);
        assertThat(loaded.scheme().orElseThrow().isByKind()).isTrue();
    }

    @Test
    void takesTheOwnSchemeOutOfWholeSettings() throws IOException {
        assertThat(load("{\"version\": 1, \"polling\": {}, \"ownScheme\": {\"rules\": [], \"otherwise\":"
                                + " {\"colour\": \"#0000ff\"}}}")
                        .scheme()
                        .orElseThrow()
                        .otherwise())
                .isEqualTo(LightCommand.solid(Colour.BLUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rules\":[],\"otherwise\":{\"colour\":\"red\"}} | otherwise/colour | \"#rrggbb\"",
                "{\"rules\":[],\"otherwise\":{\"colour\":\"#ff0000\",\"speed\":2}} | otherwise/speed | slow, usual, fast",
                "{\"rules\":[{\"colour\":\"#ff0000\",\"effect\":\"disco\"}],\"otherwise\":{\"colour\":\"#ff0000\"}} | rules/0/effect | solid, blink, pulse, double-blink",
                "{\"rules\":{},\"otherwise\":{\"colour\":\"#ff0000\"}} | rules | […]",
                "{\"otherwise\":{\"colour\":\"#ff0000\"}} | rules | […]",
                "{\"rules\":[],\"otherwise\":{\"colour\":\"#ff0000\"},\"rulez\":[]} | rulez | otherwise, rules, version",
                "{} | rules | […]"
            })
    void isTakenWholeOrNotAtAll(String text, String member, String allowed) throws IOException {
        LoadedScheme loaded = load(text);
        assertThat(loaded.scheme()).isEmpty();
        assertThat(loaded.notes())
                .anySatisfy(note ->
                        assertThat(note.member() + " | " + note.allowed()).isEqualTo(member + " | " + allowed));
    }

    @Test
    void whatIsNoJsonNoFileOrAFolderIsNoted() throws IOException {
        assertThat(load("[1, 2").notes()).isNotEmpty();
        assertThat(load("[1, 2]").scheme()).isEmpty();
        assertThat(new SchemeFile().read(folder.resolve("none")).notes()).hasSize(1);
        assertThat(new SchemeFile().read(folder).notes()).hasSize(1);
    }
}
