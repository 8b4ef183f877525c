package app.ampel.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IconPainterTest {

    private static final int LIGHT_PANEL = 0xf2f2f2;
    private static final int DARK_PANEL = 0x2b2b2b;

    @ParameterizedTest
    @EnumSource(IconState.class)
    void theCornersAreClear(IconState state) {
        for (int size : IconPainter.SIZES) {
            Pixmap icon = IconPainter.paint(state, size);
            int last = size - 1;
            assertThat(List.of(icon.at(0, 0), icon.at(last, 0), icon.at(0, last), icon.at(last, last)))
                    .allSatisfy(pixel -> assertThat(pixel >>> 24).isZero());
        }
    }

    /** Teams' own colours, where the disc has no sign. */
    @ParameterizedTest
    @CsvSource({
        "AVAILABLE, 13a10e",
        "BUSY, d13438",
        "IN_A_CALL, d13438",
        "DO_NOT_DISTURB, d13438",
        "AWAY, eaa300",
        "OUT_OF_OFFICE, c239b3"
    })
    void theDiscHasTheColourThatPeopleKnow(IconState state, String rgb) {
        Pixmap icon = IconPainter.paint(state, 48);
        assertThat(icon.at(24, 6)).isEqualTo(0xff000000 | Integer.parseInt(rgb, 16));
    }

    static Stream<Arguments> pairs() {
        return EnumSet.allOf(IconState.class).stream()
                .flatMap(one -> EnumSet.allOf(IconState.class).stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> Arguments.of(one, other)));
    }

    /** At the smallest size, on both panels, without looking at the colour. */
    @ParameterizedTest
    @MethodSource("pairs")
    void noTwoStatesAreTheSameShape(IconState one, IconState other) {
        for (int panel : List.of(LIGHT_PANEL, DARK_PANEL)) {
            double[] a = outline(one, panel);
            double[] b = outline(other, panel);
            long different = IntStream.range(0, a.length)
                    .filter(i -> Math.abs(a[i] - b[i]) > 0.25)
                    .count();
            assertThat(different)
                    .as("pixels of %s and %s that differ", one, other)
                    .isGreaterThanOrEqualTo(8);
        }
    }

    /** How far each pixel is from the state's own body colour: what remains when hues cannot be told apart. */
    private static double[] outline(IconState state, int panel) {
        int[] argb = IconPainter.paint(state, 16).argb();
        double body = luminance(Drawing.of(state).colour());
        return Arrays.stream(argb)
                .mapToDouble(pixel -> luminance(over(pixel, panel)) - body)
                .map(away -> Math.min(1, Math.abs(away) * 3))
                .toArray();
    }

    /** Contrast of 3 to 1 is what small pictures need (WCAG 1.4.11); the outline may bring it. */
    @ParameterizedTest
    @EnumSource(IconState.class)
    void somethingOfItStandsOutFromEveryPanel(IconState state) {
        for (int panel : List.of(LIGHT_PANEL, DARK_PANEL)) {
            long clear = Arrays.stream(IconPainter.paint(state, 16).argb())
                    .filter(pixel -> contrast(over(pixel, panel), panel) >= 3)
                    .count();
            assertThat(clear).as("pixels of %s on %06x", state, panel).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void theBytesStandInNetworkOrder() {
        assertThat(new Pixmap(1, new int[] {0x80112233}).bytes())
                .containsExactly((byte) 0x80, (byte) 0x11, (byte) 0x22, (byte) 0x33);
    }

    private static int over(int argb, int panel) {
        double alpha = (argb >>> 24) / 255.0;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = (argb >> shift & 0xff) * alpha + (panel >> shift & 0xff) * (1 - alpha);
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
