package app.ampel.face.window.wall;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.wall.WallTheme;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By WCAG 2.1: 4.5 for texts, 3 for signs; 7 for both where contrast was asked for. */
class WallColoursTest {

    private static double light(String web) {
        Color colour = Color.web(web);
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double contrast(String one, String other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenStandsOutFromWhatIsBehindIt(WallTheme theme) {
        WallColours colours = WallColours.of(theme);
        double least = theme == WallTheme.CONTRAST ? 7 : 4.5;
        assertThat(new String[] {colours.text(), colours.muted(), colours.warning()})
                .allSatisfy(
                        text -> assertThat(contrast(text, colours.background())).isGreaterThan(least));
    }

    @ParameterizedTest
    @EnumSource
    void eachStateHasAColourAndASignThatCanBeSeenOnIt(WallTheme theme) {
        WallColours colours = WallColours.of(theme);
        double least = theme == WallTheme.CONTRAST ? 7 : 3;
        assertThat(TeamsColour.values())
                .allSatisfy(hue -> assertThat(contrast(colours.sign(hue), colours.state(hue)))
                        .isGreaterThan(least));
    }

    /** Yellow does not stand out from white; its sign does. */
    @ParameterizedTest
    @EnumSource
    void theDiscOfBusyWhichHasNoSignStandsOutByItself(WallTheme theme) {
        WallColours colours = WallColours.of(theme);
        assertThat(contrast(colours.state(TeamsColour.BUSY), colours.background()))
                .isGreaterThan(3);
    }
}
