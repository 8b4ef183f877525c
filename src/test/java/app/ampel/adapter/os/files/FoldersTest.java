package app.ampel.adapter.os.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private static final Supplier<Optional<Path>> PROGRAM_DATA = () -> Optional.of(Path.of("/pd"));

    private static final Map<String, String> PROPERTIES =
            Map.of("user.home", "/home/ada", "user.name", "ada", "java.io.tmpdir", "/tmp");

    private static Folders on(OperatingSystem system, Map<String, String> env) {
        return Folders.of(Optional.empty(), system, env, PROPERTIES::get, PROGRAM_DATA);
    }

    @Test
    void lieWhereTheOperatingSystemKeepsLocalThings() {
        assertThat(on(OperatingSystem.LINUX, Map.of()).home()).isEqualTo(Path.of("/home/ada/.local/share/ampel"));
        assertThat(on(OperatingSystem.LINUX, Map.of("XDG_DATA_HOME", "/data")).home())
                .isEqualTo(Path.of("/data/ampel"));
        assertThat(on(OperatingSystem.MACOS, Map.of()).home())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Ampel"));
        assertThat(on(OperatingSystem.WINDOWS, Map.of("LOCALAPPDATA", "/local")).home())
                .isEqualTo(Path.of("/local/Ampel"));
    }

    @Test
    void ignoreARelativeXdgPath() {
        assertThat(on(OperatingSystem.LINUX, Map.of("XDG_DATA_HOME", "data")).home())
                .isEqualTo(Path.of("/home/ada/.local/share/ampel"));
    }

    @Test
    void lieWhereTheUserWantsThem() {
        Map<String, String> env = Map.of("AMPEL_HOME", "/elsewhere");
        assertThat(on(OperatingSystem.LINUX, env).home()).isEqualTo(Path.of("/elsewhere"));
        assertThat(Folders.of(
                                Optional.of(Path.of("/given/./here")),
                                OperatingSystem.LINUX,
                                env,
                                PROPERTIES::get,
                                PROGRAM_DATA)
                        .home())
                .isEqualTo(Path.of("/given/here"));
    }

    @Test
    void leaveTheAdministratorsFileWhereItIsWhateverTheUserSets() {
        Map<String, String> env = Map.of(
                "AMPEL_HOME", "/mine",
                "XDG_DATA_HOME", "/mine",
                "XDG_CONFIG_HOME", "/mine",
                "XDG_CONFIG_DIRS", "/mine",
                "ProgramData", "/mine",
                "HOME", "/mine");
        for (OperatingSystem system : List.of(OperatingSystem.LINUX, OperatingSystem.MACOS)) {
            assertThat(Folders.of(Optional.of(Path.of("/mine")), system, env, PROPERTIES::get, PROGRAM_DATA)
                            .machineSettings())
                    .isEqualTo(on(system, Map.of()).machineSettings());
        }
    }

    @Test
    void knowTheAdministratorsFile() {
        assertThat(on(OperatingSystem.LINUX, Map.of()).machineSettings())
                .isEqualTo(Path.of("/etc/ampel/settings.json"));
        assertThat(on(OperatingSystem.MACOS, Map.of()).machineSettings())
                .isEqualTo(Path.of("/Library/Application Support/Ampel/settings.json"));
    }

    /** Tried on no Windows: what it answers is made up. */
    @Test
    void knowTheAdministratorsFileFromWindowsItselfWhateverTheUserSets() {
        assertThat(on(OperatingSystem.WINDOWS, Map.of("ProgramData", "/mine")).machineSettings())
                .isEqualTo(Path.of("/pd/Ampel/settings.json"));
        assertThat(Folders.of(
                                Optional.empty(),
                                OperatingSystem.WINDOWS,
                                Map.of("ProgramData", "/mine"),
                                PROPERTIES::get,
                                Optional::empty)
                        .machineSettings())
                .isEqualTo(Path.of("C:\\ProgramData").resolve("Ampel").resolve("settings.json"));
    }

    @Test
    void haveOneHashHoweverTheHomeIsSpelt(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), home);
        assertThat(hash(home)).matches("[0-9a-f]{16}").isEqualTo(hash(link));
        assertThat(hash(home)).isEqualTo(hash(folder.resolve("x/../home"))).isNotEqualTo(hash(folder));
    }

    @Test
    void haveTheSameHashBeforeAndAfterTheHomeIsMade(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        String before = hash(link.resolve("a/home"));

        Files.createDirectories(link.resolve("a/home"));

        assertThat(hash(link.resolve("a/home"))).isEqualTo(before).isEqualTo(hash(folder.resolve("real/a/home")));
    }

    private static String hash(Path home) {
        return Folders.of(Optional.of(home), OperatingSystem.LINUX, Map.of(), PROPERTIES::get, PROGRAM_DATA)
                .hash();
    }
}
