package app.ampel.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.window.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where something was left on the screen. */
class PlaceFileTest {

    @TempDir
    private Path home;

    private static final String ONE = "0,0,1920x1080";
    private static final String TWO = ONE + ";1920,0,1280x1024";

    private Path file;
    private PlaceFile place;

    @BeforeEach
    void look() {
        file = home.resolve("screen-light");
        place = new PlaceFile(file, Runnable::run);
    }

    @Test
    void isKept() {
        assertThat(place.last(ONE)).isEmpty();
        place.keep(ONE, Optional.of(new Place(12.5, -3, 560, 680)));
        assertThat(new PlaceFile(file, Runnable::run).last(ONE)).contains(new Place(12.5, -3, 560, 680));
    }

    @Test
    void isKeptWithWhetherItFillsItsMonitor() {
        place.keep(ONE, Optional.of(new Place(1, 2, 3, 4, true)));
        assertThat(new PlaceFile(file, Runnable::run).last(ONE)).contains(new Place(1, 2, 3, 4, true));
    }

    /** Of lights on the screen, before windows had places. */
    @Test
    void withoutASizeIsUnderstood() throws IOException {
        Files.writeString(file, ONE + " 12.5 -3.0\n");
        assertThat(place.last(ONE)).contains(new Place(12.5, -3, 0, 0));
    }

    @Test
    void belongsToItsOwnerAlone() throws IOException {
        place.keep(ONE, Optional.of(new Place(1, 2, 3, 4)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotWrittenAgainWhereNothingHasChanged() throws IOException {
        place.keep(ONE, Optional.of(new Place(1, 2, 3, 4)));
        Files.delete(file);
        place.keep(ONE, Optional.of(new Place(1, 2, 3, 4)));
        assertThat(file).doesNotExist();
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
                "0,0,1920x1080 1 2 and then more",
                "0,0,1920x1080 1 2 3",
                "0,0,1920x1080 1 2 -3 4",
                "0,0,1920x1080 1 2 3 NaN",
                "0,0,1920x1080 1 2 3 4 tilted"
            })
    void isForgottenWhenTheFileMakesNoSense(String content) throws IOException {
        Files.writeString(file, content);
        assertThat(place.last(ONE)).isEmpty();
    }

    @Test
    void isAnotherOneWithOtherMonitors() {
        place.keep(ONE, Optional.of(new Place(1, 2, 560, 680)));
        place.keep(TWO, Optional.of(new Place(2000, 3, 560, 680)));
        PlaceFile again = new PlaceFile(file, Runnable::run);
        assertThat(again.last(ONE)).contains(new Place(1, 2, 560, 680));
        assertThat(again.last(TWO)).contains(new Place(2000, 3, 560, 680));
        again.keep(ONE, Optional.empty());
        assertThat(new PlaceFile(file, Runnable::run).last(ONE)).isEmpty();
    }

    @Test
    void isKeptForTheMonitorsOfLateOnly() {
        for (int i = 0; i <= 20; i++) {
            place.keep("monitors-" + i, Optional.of(new Place(i, i, 560, 680)));
        }
        PlaceFile again = new PlaceFile(file, Runnable::run);
        assertThat(again.last("monitors-0")).isEmpty();
        assertThat(again.last("monitors-20")).contains(new Place(20, 20, 560, 680));
    }

    @Test
    void isNotMissedWhenItCannotBeKept() {
        PlaceFile nowhere = new PlaceFile(home.resolve("no/such/folder/file"), Runnable::run);
        nowhere.keep(ONE, Optional.of(new Place(1, 2, 560, 680)));
        assertThat(nowhere.last(ONE)).contains(new Place(1, 2, 560, 680));
        assertThat(nowhere.last(TWO)).isEmpty();
    }
}
