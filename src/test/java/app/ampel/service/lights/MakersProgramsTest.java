package app.ampel.service.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.programs.RunningPrograms;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MakersProgramsTest {

    private static MakersPrograms running(String... commands) {
        return new MakersPrograms(new RunningPrograms(() -> 0, () -> Stream.of(commands))::names);
    }

    private static LightModel model(String key) {
        return new Catalogue().find(key).orElseThrow();
    }

    @Test
    void areNamedForTheirOwnLightsOnly() {
        MakersPrograms programs = running("/Applications/kuandoHUB.app/Contents/MacOS/kuandoHUB", "/usr/bin/java");
        assertThat(programs.of(model("kuando"))).contains("kuandoHUB");
        assertThat(programs.of(model("luxafor"))).isEmpty();
        assertThat(programs.of(model("blink1"))).isEmpty();
    }

    @Test
    void setAllLightsOfTheirMaker() {
        MakersPrograms programs = running("C:\\Program Files\\Embrava\\Embrava Connect.exe");
        assertThat(new Catalogue()
                        .models().stream().filter(model -> programs.of(model).isPresent()))
                .extracting(LightModel::key)
                .contains("blynclight", "blynclight-plus", "blynclight-mini", "blyncusb10", "plantronics")
                .doesNotContain("kuando", "luxafor", "serial");
    }

    @Test
    void areNobodyWhereNoneRuns() {
        assertThat(running("/usr/bin/java", "C:\\tools\\my-luxafor-notes.exe").of(model("luxafor")))
                .isEmpty();
    }
}
