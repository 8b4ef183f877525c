package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.lights.ScreenLightPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of the light on the screen. */
class ScreenLightPlaceFileTest {

    @TempDir
    private Path home;

    private static final String ONE = "0,0,1920x1080";
    private static final String TWO = ONE + ";1920,0,1280x1024";

    private Path file;
    private ScreenLightPlaceFile place;

    @BeforeEach
    void look() {
        file = home.resolve("screen-light");
        place = new ScreenLightPlaceFile(file, Runnable::run);
    }

    @Test
    void isKept() {
        assertThat(place.last(ONE)).isEmpty();
        place.keep(ONE, Optional.of(new ScreenLightPlace.Spot(12.5, -3)));
        assertThat(new ScreenLightPlaceFile(file, Runnable::run).last(ONE))
                .contains(new ScreenLightPlace.Spot(12.5, -3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0,0,1920x1080",
                "0,0,1920x1080 12",
                "0,0,1920x1080 a b",
                "0,0,1920x1080 NaN 1",
                "0,0,1920x1080 1 Infinity",
                "0,0,1920x1080 1 2 and then more"
            })
    void isForgottenWhenTheFileMakesNoSense(String content) throws IOException {
        Files.writeString(file, content);
        assertThat(place.last(ONE)).isEmpty();
    }

    @Test
    void isAnotherOneWithOtherMonitors() {
        place.keep(ONE, Optional.of(new ScreenLightPlace.Spot(1, 2)));
        place.keep(TWO, Optional.of(new ScreenLightPlace.Spot(2000, 3)));
        ScreenLightPlaceFile again = new ScreenLightPlaceFile(file, Runnable::run);
        assertThat(again.last(ONE)).contains(new ScreenLightPlace.Spot(1, 2));
        assertThat(again.last(TWO)).contains(new ScreenLightPlace.Spot(2000, 3));
        again.keep(ONE, Optional.empty());
        assertThat(new ScreenLightPlaceFile(file, Runnable::run).last(ONE)).isEmpty();
    }

    @Test
    void isKeptForTheMonitorsOfLateOnly() {
        for (int i = 0; i <= 20; i++) {
            place.keep("monitors-" + i, Optional.of(new ScreenLightPlace.Spot(i, i)));
        }
        ScreenLightPlaceFile again = new ScreenLightPlaceFile(file, Runnable::run);
        assertThat(again.last("monitors-0")).isEmpty();
        assertThat(again.last("monitors-20")).contains(new ScreenLightPlace.Spot(20, 20));
    }

    @Test
    void isNotMissedWhenItCannotBeKept() {
        ScreenLightPlaceFile nowhere = new ScreenLightPlaceFile(home.resolve("no/such/folder/file"), Runnable::run);
        nowhere.keep(ONE, Optional.of(new ScreenLightPlace.Spot(1, 2)));
        assertThat(nowhere.last(ONE)).contains(new ScreenLightPlace.Spot(1, 2));
        assertThat(nowhere.last(TWO)).isEmpty();
    }
}
