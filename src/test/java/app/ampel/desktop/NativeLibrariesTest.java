package app.ampel.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    private static final String PLACE = "jna.tmpdir";

    @TempDir
    private Path folder;

    private String before;

    @BeforeEach
    void forget() {
        before = System.getProperty(PLACE);
        System.clearProperty(PLACE);
    }

    @AfterEach
    void putBack() {
        if (before == null) {
            System.clearProperty(PLACE);
        } else {
            System.setProperty(PLACE, before);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areUnpackedIntoAFolderForTheOwnerAlone() throws IOException {
        Path place = folder.resolve("home/native");
        Files.createDirectory(folder.resolve("home"));
        NativeLibraries.keepIn(place);
        assertThat(System.getProperty(PLACE)).isEqualTo(place.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    @Test
    void goWhereSomebodyHasDecidedAlready() {
        System.setProperty(PLACE, "elsewhere");
        NativeLibraries.keepIn(folder.resolve("native"));
        assertThat(System.getProperty(PLACE)).isEqualTo("elsewhere");
        assertThat(folder.resolve("native")).doesNotExist();
    }

    @Test
    void areUnpackedWhereJnaLikesWhenThereCanBeNoSuchFolder() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("native"));
        NativeLibraries.keepIn(inTheWay);
        assertThat(System.getProperty(PLACE)).isNull();
    }
}
