package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.desktop.RunningPrograms;
import app.ampel.light.model.Blink1;
import app.ampel.light.model.KuandoBusylight;
import app.ampel.light.model.Luxafor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MakersProgramsTest {

    private static MakersPrograms running(String... commands) {
        return new MakersPrograms(new RunningPrograms(() -> 0, () -> Stream.of(commands)));
    }

    @Test
    void areNamedForTheirOwnLightsOnly() {
        MakersPrograms programs = running("/Applications/kuandoHUB.app/Contents/MacOS/kuandoHUB", "/usr/bin/java");
        assertThat(programs.of(new KuandoBusylight())).contains("kuandoHUB");
        assertThat(programs.of(new Luxafor())).isEmpty();
        assertThat(programs.of(new Blink1())).isEmpty();
    }

    @Test
    void areNobodyWhereNoneRuns() {
        assertThat(running("/usr/bin/java", "C:\\tools\\my-luxafor-notes.exe").of(new Luxafor()))
                .isEmpty();
    }
}
