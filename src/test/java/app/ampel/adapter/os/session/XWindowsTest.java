package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disc that is left of a window. */
class XWindowsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 47, 48, 72, 144, 256})
    void isRoundAndTouchesAllFourSides(int diameter) {
        int[] rows = IntStream.range(0, diameter)
                .map(row -> XWindows.indent(row, diameter))
                .toArray();
        assertThat(IntStream.of(rows).allMatch(from -> from >= 0 && 2 * from <= diameter))
                .isTrue();
        assertThat(rows[diameter / 2]).isZero();
        assertThat(rows[0]).isEqualTo(rows[diameter - 1]).isLessThan(diameter / 2 + 1);
        double area = IntStream.of(rows).map(from -> diameter - 2 * from).sum();
        assertThat(area)
                .isBetween(Math.PI * diameter * diameter / 4 - diameter, Math.PI * diameter * diameter / 4 + diameter);
    }
}
