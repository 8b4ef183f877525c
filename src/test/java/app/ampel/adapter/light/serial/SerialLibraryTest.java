package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SerialLibraryTest {

    @TempDir
    private Path folder;

    private List<Path> unpacked() throws IOException {
        new SerialLibrary(folder.resolve("native")).unpack();
        try (Stream<Path> files = Files.walk(folder.resolve("native"))) {
            return files.toList();
        }
    }

    @Test
    void theLibraryOfThisComputerIsUnpackedWhereJSerialCommLooksForIt() throws IOException {
        assertThat(unpacked())
                .filteredOn(Files::isRegularFile)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getFileName().toString()).contains("jSerialComm"))
                .allSatisfy(file -> assertThat(
                                folder.resolve("native").relativize(file).getNameCount())
                        .as("system, processor, file")
                        .isEqualTo(3));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayPutAnythingThere() throws IOException {
        assertThat(unpacked())
                .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .matches("rw[x-]------"));
    }

    @Test
    void aFileThatWasTamperedWithIsReplaced() throws IOException {
        Path file = unpacked().stream().filter(Files::isRegularFile).findFirst().orElseThrow();
        byte[] right = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(unpacked()).contains(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(right);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatLeadsElsewhereIsNotUnpackedInto() throws IOException {
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Files.createSymbolicLink(folder.resolve("native"), planted);
        assertThatThrownBy(this::unpacked).isInstanceOf(IOException.class);
        assertThat(planted).isEmptyDirectory();
    }
}
