package app.ampel.adapter.os.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void forget() {
        for (String property : List.of(PLACE, "javafx.cachedir", "jna.nounpack", "jna.noclasspath")) {
            before.put(property, System.clearProperty(property));
        }
    }

    @AfterEach
    void putBack() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areUnpackedIntoAFolderForTheOwnerAlone() throws IOException {
        Path place = folder.resolve("home/native");
        Files.createDirectory(folder.resolve("home"));
        assertThat(NativeLibraries.keepIn(place)).isTrue();
        assertThat(System.getProperty(PLACE)).isEqualTo(place.toString());
        assertThat(System.getProperty("javafx.cachedir")).isEqualTo(place.toString());
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
    void areDoneWithoutWhereThereCanBeNoSuchFolder() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("native"));
        assertThat(NativeLibraries.keepIn(inTheWay)).isFalse();
        assertThat(System.getProperty("jna.nounpack")).isEqualTo("true");
        assertThat(System.getProperty("jna.noclasspath")).isEqualTo("true");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areDoneWithoutWhereALinkLeadsElsewhere() throws IOException {
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Path link = Files.createSymbolicLink(folder.resolve("native"), planted);
        assertThat(NativeLibraries.keepIn(link)).isFalse();
        assertThat(System.getProperty(PLACE)).isNull();
    }
}
