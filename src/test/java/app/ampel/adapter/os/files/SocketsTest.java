package app.ampel.adapter.os.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.os.OperatingSystem;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        return Folders.of(
                Optional.of(folder.resolve("home")), OperatingSystem.LINUX, env, properties::get, Optional::empty);
    }

    private static Path place(Folders folders) throws IOException {
        return Sockets.listen(folders, socket -> socket);
    }

    private Path runtime(int length) throws IOException {
        String name = "r".repeat(length - folder.toString().length() - 1);
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void lieInTheRuntimeFolder() throws IOException {
        Path runtime = runtime(40);
        Folders folders = folders(Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        assertThat(place(folders)).isEqualTo(runtime.resolve("ampel").resolve(folders.hash() + ".sock"));
        assertThat(Files.getPosixFilePermissions(runtime.resolve("ampel")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void lieInAFolderOfTheUsersOwnUnderTheTemporaryFolderElse() throws IOException {
        assertThat(place(folders(Map.of())).getParent()).isEqualTo(folder.resolve("ampel-ada_x"));
        Map<String, String> gone =
                Map.of("XDG_RUNTIME_DIR", folder.resolve("gone").toString());
        assertThat(place(folders(gone)).getParent()).isEqualTo(folder.resolve("ampel-ada_x"));
    }

    @Nested
    class WhenThePathIsLong {

        /** The path is the folder, {@code /ampel/}, 16 digits and {@code .sock}: 28 bytes more. */
        @Test
        void staysInTheRuntimeFolderUpTo106Bytes() throws IOException {
            Path runtime = runtime(106 - 28);
            Path socket = place(folders(Map.of("XDG_RUNTIME_DIR", runtime.toString())));
            assertThat(socket.toString().getBytes(StandardCharsets.UTF_8)).hasSize(106);
            assertThat(socket).startsWithRaw(runtime);
        }

        @Test
        void fallsBackFrom107BytesOn() throws IOException {
            Path runtime = runtime(107 - 28);
            assertThat(place(folders(Map.of("XDG_RUNTIME_DIR", runtime.toString()))))
                    .startsWithRaw(folder.resolve("ampel-ada_x"));
        }
    }

    @Nested
    class WhenSomebodyElseHasTakenTheName {

        @BeforeEach
        void take() throws IOException {
            Files.createSymbolicLink(folder.resolve("ampel-ada_x"), runtime(40));
        }

        @Test
        void lieInTheHome() throws IOException {
            Folders folders = folders(Map.of());
            folders.create();
            Path socket = place(folders);
            assertThat(socket.getParent()).isEqualTo(folders.home().resolve("run"));
            assertThat(Sockets.toConnect(folders)).contains(socket);
            assertThat(Sockets.isOwn(socket)).isTrue();
        }

        @Test
        void areRefusedWhereThereIsNoOtherPlace() {
            assertThatThrownBy(() -> place(folders(Map.of()))).isInstanceOf(ForeignFolderException.class);
        }

        @Test
        void areNotTrustedThere() throws IOException {
            Files.createFile(folder.resolve("ampel-ada_x").resolve("x.sock"));
            assertThat(Sockets.isOwn(folder.resolve("ampel-ada_x").resolve("x.sock")))
                    .isFalse();
        }
    }

    @Nested
    class AreTheUsersOwn {

        private Path own;

        @BeforeEach
        void make() throws IOException {
            own = place(folders(Map.of()));
            Files.createFile(own);
        }

        @Test
        void inAFolderOfTheUsersThatIsClosedToOthers() {
            assertThat(Sockets.isOwn(own)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"rwxrwx---", "rwx-w----", "rwx-----x", "rwxrwxrwx"})
        void butNotWhereOthersHavePermissions(String permissions) throws IOException {
            Files.setPosixFilePermissions(own.getParent(), PosixFilePermissions.fromString(permissions));
            assertThat(Sockets.isOwn(own)).isFalse();
        }

        @Test
        void butNotThroughALinkOutOfTheFolder() throws IOException {
            Path link = own.resolveSibling("y.sock");
            Files.createSymbolicLink(link, Files.createFile(folder.resolve("elsewhere")));
            assertThat(Sockets.isOwn(link)).isFalse();
        }
    }

    @Test
    void areWhereItWorksEvenIfNotAtTheBestPlace() throws IOException {
        Folders folders = folders(Map.of());
        folders.create();
        Path socket = Sockets.listen(folders, path -> {
            if (path.startsWith(folder.resolve("ampel-ada_x"))) {
                throw new IOException("no sockets on this disk");
            }
            return path;
        });
        assertThat(socket).startsWithRaw(folders.home());
    }

    @Test
    void areLookedForWhereTheProgramSaidItListens() throws IOException {
        Folders folders = folders(Map.of());
        folders.create();
        Files.writeString(folders.address(), "/run/somewhere/x.sock");
        assertThat(Sockets.toConnect(folders))
                .containsExactly(
                        Path.of("/run/somewhere/x.sock"),
                        folder.resolve("ampel-ada_x").resolve(folders.hash() + ".sock"),
                        folders.home().resolve("run").resolve(folders.hash() + ".sock"));
    }
}
