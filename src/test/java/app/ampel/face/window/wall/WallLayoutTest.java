package app.ampel.face.window.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallLayoutTest {

    private static final WallLayout.Area FULL_HD = new WallLayout.Area(1856, 864, 1080, true);

    static Stream<WallLayout.Area> areas() {
        return Stream.of(
                FULL_HD,
                new WallLayout.Area(1856, 864, 1080, false),
                new WallLayout.Area(1237, 576, 720, true),
                new WallLayout.Area(1016, 1536, 1920, true),
                new WallLayout.Area(3776, 1728, 2160, false),
                new WallLayout.Area(200, 90, 110, true));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void noNameIsSmallerThanCanBeReadFromThreeMetresAndNoneLargerThanLooksWell(WallLayout.Area area) {
        for (int people : new int[] {0, 1, 3, 12, 40, 55, 56, 640, 5_000, 100_000}) {
            assertThat(WallLayout.of(area, people).text())
                    .isBetween(area.screen() * WallLayout.SMALLEST, area.screen() * WallLayout.LARGEST);
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void theMoreThereAreTheSmallerTheyStandAndAllThatFitOnOnePageAreOnOne(WallLayout.Area area) {
        double before = Double.MAX_VALUE;
        int most = WallLayout.of(area, 100_000).capacity();
        for (int people = 1; people <= most; people++) {
            WallLayout layout = WallLayout.of(area, people);
            assertThat(layout.text()).isLessThanOrEqualTo(before);
            assertThat(layout.pages(people)).isEqualTo(1);
            before = layout.text();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void allCellsOfAPageStandWithinTheArea(WallLayout.Area area) {
        IntStream.of(1, 7, 41, 333).forEach(people -> {
            WallLayout layout = WallLayout.of(area, people);
            assertThat(layout.columns() * layout.cellWidth()).isLessThanOrEqualTo(area.width() + 0.01);
            // One row there always is, however low the window.
            if (layout.rows() > 1) {
                assertThat(layout.rowsFor(people) * layout.cellHeight(people))
                        .isLessThanOrEqualTo(area.height() + 0.01);
            }
        });
    }

    @Test
    void moreThanFitHavePages() {
        WallLayout layout = WallLayout.of(FULL_HD, 5_000);
        assertThat(layout.capacity()).isBetween(40, 80);
        assertThat(layout.pages(5_000) * layout.capacity()).isGreaterThanOrEqualTo(5_000);
        assertThat((layout.pages(5_000) - 1) * layout.capacity()).isLessThan(5_000);
        assertThat(layout.pages(layout.capacity())).isEqualTo(1);
        assertThat(layout.pages(layout.capacity() + 1)).isEqualTo(2);
        assertThat(layout.pages(0)).isEqualTo(1);
    }

    @Test
    void theColumnsOfASinglePageHaveTheSameShare() {
        WallLayout layout = WallLayout.of(FULL_HD, 40);
        assertThat(layout.rowsFor(40)).isEqualTo((40 + layout.columns() - 1) / layout.columns());
        WallLayout full = WallLayout.of(FULL_HD, 5_000);
        assertThat(full.rowsFor(5_000)).isEqualTo(full.rows());
    }

    @Test
    void nothingJumpsWhenSomebodyComesOrGoes() {
        WallLayout layout = WallLayout.of(FULL_HD, 40);
        for (int people = layout.capacity(); people > layout.capacity() * 9 / 10; people--) {
            assertThat(layout.following(FULL_HD, people)).isSameAs(layout);
        }
        assertThat(layout.following(FULL_HD, layout.capacity() + 1).text()).isLessThan(layout.text());
        assertThat(layout.following(FULL_HD, 4).text()).isGreaterThan(layout.text());
        WallLayout.Area other = new WallLayout.Area(1237, 576, 720, true);
        assertThat(layout.following(other, 40)).isEqualTo(WallLayout.of(other, 40));
    }
}
