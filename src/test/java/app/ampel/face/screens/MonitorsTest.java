package app.ampel.face.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.ampel.service.window.Place;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where something stands so that it is seen. */
class MonitorsTest {

    private static final double PANEL = 28;

    private static Monitor monitor(double x, double y, double width, double height) {
        return new Monitor(new Area(x, y, width, height), new Area(x, y + PANEL, width, height - PANEL));
    }

    private static Monitors of(Monitor... all) {
        return new Monitors(List.of(all));
    }

    /** What people sit before: small and large, one and several, with gaps, on both sides, above, at every scale. */
    static Stream<Monitors> desks() {
        Stream<Monitors> single = Stream.of(1.0, 1.25, 1.5, 2.0, 3.0)
                .flatMap(scale -> Stream.of(
                                monitor(0, 0, 1024, 600), monitor(0, 0, 1440, 900), monitor(0, 0, 3840, 2160))
                        .map(it -> of(monitor(
                                0, 0, it.bounds().width() / scale, it.bounds().height() / scale))));
        Monitor main = monitor(0, 0, 1920, 1080);
        return Stream.concat(
                single,
                Stream.of(
                        of(main, monitor(1920, 0, 1280, 1024)),
                        of(main, monitor(-1280, 56, 1280, 1024)),
                        of(main, monitor(0, -900, 1440, 900), monitor(1920, 300, 800, 480)),
                        of(monitor(1280, 0, 1280, 720), monitor(0, 0, 1080, 1920), monitor(4000, 0, 640, 480))));
    }

    /** Places of any size anywhere, as files may have them. */
    private static Stream<Place> places() {
        Random random = new Random(7);
        return IntStream.range(0, 500)
                .mapToObj(i -> new Place(
                        random.nextInt(-6000, 6000),
                        random.nextInt(-4000, 4000),
                        random.nextInt(0, 5000),
                        random.nextInt(0, 3000),
                        random.nextBoolean()));
    }

    private static void assertWhollySeen(Monitors desk, Place place) {
        assertThat(desk.all()).anySatisfy(monitor -> {
            assertThat(place.x()).isGreaterThanOrEqualTo(monitor.usable().x());
            assertThat(place.y()).isGreaterThanOrEqualTo(monitor.usable().y());
            assertThat(place.x() + place.width())
                    .isLessThanOrEqualTo(monitor.usable().right() + 1e-6);
            assertThat(place.y() + place.height())
                    .isLessThanOrEqualTo(monitor.usable().bottom() + 1e-6);
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void whateverIsWantedIsWhollySeenAndNotLargerThanWanted(Monitors desk) {
        places().forEach(wanted -> {
            Place place = desk.fit(wanted);
            assertWhollySeen(desk, place);
            assertThat(place.width()).isLessThanOrEqualTo(wanted.width());
            assertThat(place.height()).isLessThanOrEqualTo(wanted.height());
            assertThat(place.maximized()).isEqualTo(wanted.maximized());
            assertThat(desk.fit(place)).as("stays").isEqualTo(place);
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void whatWasNeverMovedIsInTheMiddleOfTheMainMonitor(Monitors desk) {
        Place place = desk.middle(560, 680);
        Area room = desk.main().usable();
        assertWhollySeen(desk, place);
        assertThat(desk.of(place)).isEqualTo(desk.main());
        assertThat(place.x() - room.x()).isCloseTo(room.right() - place.x() - place.width(), within(1e-6));
        assertThat(place.y() - room.y()).isLessThanOrEqualTo(room.bottom() - place.y() - place.height() + 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 100, 100",
        "100, 0, 100, 28",
        "1500, 100, 1360, 100",
        "1800, 100, 1920, 100",
        "1900, 1000, 1920, 372",
        "2000, 900, 2000, 372",
        "-300, 100, 0, 100",
        "9000, 9000, 1360, 428"
    })
    void itGoesNoFurtherThanItMust(double x, double y, double right, double down) {
        Monitors desk = of(monitor(0, 0, 1920, 1080), monitor(1920, 0, 1280, 1024));
        assertThat(desk.fit(new Place(x, y, 560, 652))).isEqualTo(new Place(right, down, 560, 652));
    }

    @Test
    void aSetHasTheSameNameInWhateverOrderItIsTold() {
        Monitor left = monitor(0, 0, 1920, 1080);
        Monitor right = monitor(1920, 0, 1280, 1024);
        assertThat(of(left, right).name()).isEqualTo("0,0,1920x1080;1920,0,1280x1024");
        assertThat(of(right, left).name()).isEqualTo(of(left, right).name());
        assertThat(of(left).name()).isEqualTo("0,0,1920x1080");
    }

    @Test
    void whatLiesBetweenOrBesideMonitorsIsNotSeen() {
        Monitors desk = of(monitor(0, 0, 1000, 800), monitor(1200, 0, 1000, 800));
        assertThat(desk.show(new Area(1050, 100, 100, 100))).isFalse();
        assertThat(desk.show(new Area(1050, 100, 200, 100))).isTrue();
        assertThat(desk.show(new Area(1000, 100, 100, 100))).isFalse();
    }
}
