package app.ampel.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class SocketsTest {

    private Path folder;

    /** JUnit's own temporary folders have long names. */
    @BeforeEach
    void makeAShortFolder() throws IOException {
        folder = Files.createTempDirectory("a").toRealPath();
    }

    @AfterEach
    void remove() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Folders folders(Map<String, String> env) {
        Map<String, String> properties =
                Map.of("user.home", folder.toString(), "user.name", "ada/x", "java.io.tmpdir", folder.toString());
        return Folders.of(Optional.of(folder.resolve("home")), OperatingSystem.LINUX, env, properties::get);
    }

    private Path runtime(int length) throws IOException {
        String name = "r".repeat(length - folder.toString().length() - 1);
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void lieInTheRuntimeFolder() throws IOException {
        Path runtime = runtime(40);
        Folders folders = folders(Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        assertThat(Sockets.prepare(folders)).isEqualTo(runtime.resolve("ampel").resolve(folders.hash() + ".sock"));
        assertThat(Files.getPosixFilePermissions(runtime.resolve("ampel")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void lieInAFolderOfTheUsersOwnUnderTheTemporaryFolderElse() throws IOException {
        assertThat(Sockets.prepare(folders(Map.of())).getParent()).isEqualTo(folder.resolve("ampel-ada_x"));
        Map<String, String> gone =
                Map.of("XDG_RUNTIME_DIR", folder.resolve("gone").toString());
        assertThat(Sockets.prepare(folders(gone)).getParent()).isEqualTo(folder.resolve("ampel-ada_x"));
    }

    @Nested
    class WhenThePathIsLong {

        /** The path is the folder, {@code /ampel/}, 16 digits and {@code .sock}: 28 bytes more. */
        @Test
        void staysInTheRuntimeFolderUpTo106Bytes() throws IOException {
            Path runtime = runtime(106 - 28);
            Path socket = Sockets.prepare(folders(Map.of("XDG_RUNTIME_DIR", runtime.toString())));
            assertThat(socket.toString().getBytes(StandardCharsets.UTF_8)).hasSize(106);
            assertThat(socket).startsWithRaw(runtime);
        }

        @Test
        void fallsBackFrom107BytesOn() throws IOException {
            Path runtime = runtime(107 - 28);
            assertThat(Sockets.prepare(folders(Map.of("XDG_RUNTIME_DIR", runtime.toString()))))
                    .startsWithRaw(folder.resolve("ampel-ada_x"));
        }
    }

    @Test
    void areRefusedInAFolderThatIsNotOurOwn() throws IOException {
        Files.createSymbolicLink(folder.resolve("ampel-ada_x"), runtime(40));
        assertThatThrownBy(() -> Sockets.prepare(folders(Map.of()))).isInstanceOf(ForeignFolderException.class);
    }

    @Test
    void areLookedForWhereTheProgramSaidItListens() throws IOException {
        Folders folders = folders(Map.of());
        folders.create();
        Files.writeString(folders.address(), "/run/somewhere/x.sock");
        assertThat(Sockets.toConnect(folders))
                .containsExactly(
                        Path.of("/run/somewhere/x.sock"),
                        folder.resolve("ampel-ada_x").resolve(folders.hash() + ".sock"));
    }
}
