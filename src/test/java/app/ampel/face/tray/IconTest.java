package app.ampel.face.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IconTest {

    private static final List<Integer> PANELS = List.of(0xffffff, 0xf2f2f2, 0x303030, 0x000000);

    /** What small pictures need to be seen (WCAG 1.4.11). */
    private static final double CLEAR = 3;

    static Stream<Icon> icons() {
        return Stream.of(IconStyle.values())
                .flatMap(style -> Stream.of(IconState.values()).map(state -> new Icon(state, style)));
    }

    @ParameterizedTest
    @MethodSource("icons")
    void hasEverySizeThatPanelsAskFor(Icon icon) {
        assertThat(icon.pictures()).extracting(Pixmap::size).containsExactly(16, 20, 22, 24, 32, 48);
    }

    @ParameterizedTest
    @MethodSource("icons")
    void leavesTheCornersClear(Icon icon) {
        assertThat(icon.pictures()).allSatisfy(picture -> {
            int last = picture.size() - 1;
            assertThat(List.of(picture.at(0, 0), picture.at(last, 0), picture.at(0, last), picture.at(last, last)))
                    .allSatisfy(pixel -> assertThat(pixel >>> 24).isZero());
        });
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
    void hasTheColourThatPeopleKnow(IconState state, String rgb) {
        Pixmap icon = new Icon(state, IconStyle.COLOUR).pictures().get(5);
        assertThat(icon.at(24, 5)).isEqualTo(0xff000000 | Integer.parseInt(rgb, 16));
    }

    static Stream<Arguments> pairs() {
        return icons().flatMap(one -> Stream.of(IconState.values())
                .filter(other -> one.state().compareTo(other) < 0)
                .map(other -> Arguments.of(one, new Icon(other, one.style()))));
    }

    /** At the smallest size, on every panel, by light and dark alone. */
    @ParameterizedTest
    @MethodSource("pairs")
    void isNoOtherStatesShape(Icon one, Icon other) {
        for (int panel : PANELS) {
            int[] a = seen(one, panel);
            int[] b = seen(other, panel);
            long different = IntStream.range(0, a.length)
                    .filter(i -> contrast(a[i], b[i]) >= CLEAR)
                    .count();
            assertThat(different)
                    .as("pixels of %s and %s that differ on %06x", one, other, panel)
                    .isGreaterThanOrEqualTo(8);
        }
    }

    /** The outline may bring the contrast. */
    @ParameterizedTest
    @MethodSource("icons")
    void standsOutFromEveryPanel(Icon icon) {
        for (int panel : PANELS) {
            long clear = Arrays.stream(seen(icon, panel))
                    .filter(pixel -> contrast(pixel, panel) >= CLEAR)
                    .count();
            assertThat(clear).as("pixels on %06x", panel).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void itsBytesStandInNetworkOrder() {
        assertThat(new Pixmap(1, new int[] {0x80112233}).bytes())
                .containsExactly((byte) 0x80, (byte) 0x11, (byte) 0x22, (byte) 0x33);
    }

    /** The smallest picture, as it looks on that panel. */
    private static int[] seen(Icon icon, int panel) {
        return Arrays.stream(icon.pictures().get(0).argb())
                .map(pixel -> over(pixel, panel))
                .toArray();
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
