package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.thingm.Blink1;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Input reports from the pages in firmware-notes/lights. */
class ButtonsTest {

    private static boolean pressed(LightModel model, String report) {
        Button button = model.button().orElseThrow();
        return button.pressedBy(HexFormat.of().parseHex(report.replace(" ", "")));
    }

    @Test
    void aMuteMeIsPressedWhenATouchBegins() {
        MuteMe model = new MuteMe();
        assertThat(pressed(model, "00 00 00 04 00 00 00 00")).isTrue();
        assertThat(pressed(model, "00 00 00 04")).isTrue();
        for (String other : new String[] {"00 00 00 01", "00 00 00 02", "00 00 00 00", "04 00 00 00", "04", ""}) {
            assertThat(pressed(model, other)).as(other).isFalse();
        }
    }

    @Test
    void aLuxaforMuteSaysSo() {
        Luxafor model = new Luxafor();
        assertThat(pressed(model, "83 01 00 00 00 00 00 00")).isTrue();
        for (String other : new String[] {"83 00 00 00 00 00 00 00", "41 01 00 00", "00 01 00 00", "83", ""}) {
            assertThat(pressed(model, other)).as(other).isFalse();
        }
    }

    @Test
    void ofTheLuxaforsOnlyAMuteHasOne() {
        Luxafor model = new Luxafor();
        assertThat(model.hasButton("Luxafor Mute")).isTrue();
        assertThat(model.hasButton("Luxafor Flag")).isFalse();
        assertThat(new MuteMe().hasButton("MuteMe")).isTrue();
        assertThat(new Blink1().hasButton("blink(1)")).isFalse();
    }

    @Test
    void aMuteSyncSaysItInAByte() {
        MuteSync model = new MuteSync();
        assertThat(pressed(model, "33")).isTrue();
        assertThat(pressed(model, "34 33")).isTrue();
        assertThat(pressed(model, "34")).isFalse();
        assertThat(pressed(model, "")).isFalse();
    }

    @Test
    void otherLightsHaveNone() {
        assertThat(new Catalogue()
                        .models().stream()
                                .filter(model -> model.button().isPresent())
                                .map(LightModel::key))
                .containsExactlyInAnyOrder("luxafor", "muteme", "mutesync");
    }
}
