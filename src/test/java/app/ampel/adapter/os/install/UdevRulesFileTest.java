package app.ampel.adapter.os.install;

import static app.ampel.adapter.os.install.UdevRulesFile.State.CURRENT;
import static app.ampel.adapter.os.install.UdevRulesFile.State.MISSING;
import static app.ampel.adapter.os.install.UdevRulesFile.State.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UdevRulesFileTest {

    private static final String WANTED = "# head\nA==\"1\"\nB==\"2\"\n";

    @TempDir
    private Path administrators;

    @TempDir
    private Path packagers;

    private UdevRulesFile.State state() throws IOException {
        return new UdevRulesFile("60-ampel.rules", List.of(administrators, packagers)).compare(WANTED);
    }

    private static void install(Path folder, String rules) throws IOException {
        Files.writeString(folder.resolve("60-ampel.rules"), rules);
    }

    @Test
    void areMissingWhereThereIsNoFile() throws IOException {
        assertThat(state()).isEqualTo(MISSING);
    }

    @Test
    void areCurrentWhateverElseStandsThere() throws IOException {
        install(packagers, "# another head\n\nB==\"2\"\n  A==\"1\"  \nC==\"3\"\n");
        assertThat(state()).isEqualTo(CURRENT);
    }

    @Test
    void areOldWhereOneIsMissing() throws IOException {
        install(packagers, WANTED);
        install(administrators, "A==\"1\"\n# B==\"2\"\n");
        assertThat(state()).isEqualTo(OLD);
    }
}
