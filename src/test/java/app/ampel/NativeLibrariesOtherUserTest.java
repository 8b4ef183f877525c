package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.serial.PtyCable;
import app.ampel.adapter.light.serial.UsesNativeLibraries;
import app.ampel.adapter.os.OtherUser;
import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rule: the program runs no library that another user could have put there, nor one that lies where another user may
 * write. Real processes, whose temporary folder and caches are open to everybody, and where another user has put what looks
 * right; the kernel tells what they run.
 */
@Tag("other-user")
@Timeout(180)
@EnabledIfEnvironmentVariable(named = OtherUser.VARIABLE, matches = ".+")
class NativeLibrariesOtherUserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where the libraries that we use look by themselves, below the temporary folder, the cache or the user's home. */
    private static final List<String> TRAPS = List.of(
            "jSerialComm/2.11.4",
            ".jSerialComm/2.11.4",
            "JNA/temp",
            ".cache/JNA/temp",
            "jna-" + Math.abs("root".hashCode()),
            ".openjfx/cache",
            ".openjfx_root/cache");

    private Path shared;
    private Path home;
    private Path own;
    private Path port;
    private PtyCable cable;
    private Process process;
    private final StringBuffer wire = new StringBuffer();

    @BeforeEach
    void set() throws Exception {
        shared = OtherUser.shared();
        plant();
        own = Files.createTempDirectory("o").toRealPath();
        home = Files.createDirectory(own.resolve("home"));
        port = own.resolve("light");
        cable = new PtyCable(port);
        cable.connect(bytes -> wire.append(new String(bytes, StandardCharsets.US_ASCII)));
        Files.writeString(home.resolve("settings.json"), """
                {"version": 1, "lights": {"serial": [
                  {"id": "serial:%s", "protocol": "template", "template": "{RR}{GG}{BB}"}]}}
                """.formatted(port));
    }

    @AfterEach
    void tidy() throws Exception {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        cable.close();
        for (Path folder : List.of(shared, own)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** The very library, so that whoever falls into the trap loads it and says nothing. */
    private void plant() throws Exception {
        Path bait = Files.createTempFile("bait", ".so");
        try (InputStream library = SerialPort.class.getResourceAsStream("/Linux/x86_64/libjSerialComm.so")) {
            Files.write(bait, library.readAllBytes());
        }
        Files.setPosixFilePermissions(bait, PosixFilePermissions.fromString("rw-r--r--"));
        for (String trap : TRAPS) {
            OtherUser.run(
                    Map.of(),
                    "sh",
                    "-c",
                    "umask 0; mkdir -p " + shared.resolve(trap) + "; cp " + bait + " "
                            + shared.resolve(trap).resolve("libjSerialComm.so"));
        }
        Files.delete(bait);
    }

    private List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Djava.io.tmpdir=" + shared);
        command.add("-Duser.home=" + shared);
        command.addAll(List.of("-Dprism.order=sw", "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> env = builder.environment();
        env.put("XDG_RUNTIME_DIR", own.toString());
        env.put("XDG_CACHE_HOME", shared.toString());
        env.put("AMPEL_HOME", home.toString());
        env.remove("DISPLAY");
        return builder.redirectErrorStream(true).start();
    }

    /** Every file that it has in its memory, with its owner: what the kernel says. */
    private static List<String> mapped(long pid) throws IOException {
        return mapped(pid, ".*");
    }

    /** Those of which it may run something, which it may not of what the kernel has refused to load. */
    private static List<String> runnable(long pid) throws IOException {
        return mapped(pid, "\\S+ ..x. .*");
    }

    private static List<String> mapped(long pid, String lines) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/maps")).stream()
                .filter(line -> line.contains(" /") && line.matches(lines))
                .map(line -> line.substring(line.indexOf(" /") + 1))
                .distinct()
                .toList();
    }

    private void runsNothingOfTheirs(List<String> mapped) {
        assertThat(mapped).isNotEmpty().noneMatch(file -> file.startsWith(shared.toString()));
        assertThat(mapped).allSatisfy(file -> {
            Path path = Path.of(file);
            if (Files.exists(path)) {
                assertThat(Files.getOwner(path).getName()).as(file).isNotEqualTo(System.getenv(OtherUser.VARIABLE));
            }
        });
    }

    private static String said(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void whoeverIsCarelessFallsIn() throws Exception {
        process = start(java(UsesNativeLibraries.class));
        List<String> mapped = said(process).lines().toList();
        assertThat(mapped)
                .contains(shared.resolve("jSerialComm/2.11.4/libjSerialComm.so").toString());
        assertThat(mapped)
                .filteredOn(file -> file.startsWith(shared.toString()))
                .hasSizeGreaterThan(2);
    }

    @Test
    void theProgramRunsWhatLiesInItsOwnFolder() throws Exception {
        process = start(java(Main.class, "run", "--headless"));
        await().atMost(PATIENCE).until(() -> wire.toString().contains("\n"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mapped(process.pid()))
                        .filteredOn(file -> file.startsWith(home.toString()))
                        .anyMatch(file -> file.contains("jSerialComm"))
                        .anyMatch(file -> file.contains("jna")));
        runsNothingOfTheirs(mapped(process.pid()));
    }

    @Test
    void soDoesEverythingElseThatBringsLibrariesOfItsOwn() throws Exception {
        process = start(java(UsesNativeLibraries.class, home.resolve("native").toString()));
        List<String> mapped = said(process).lines().toList();
        assertThat(mapped)
                .filteredOn(file -> file.startsWith(home.toString()))
                .anyMatch(file -> file.contains("jSerialComm"))
                .anyMatch(file -> file.contains("jna"))
                .anyMatch(file -> file.contains("prism") || file.contains("javafx"));
        runsNothingOfTheirs(mapped);
    }

    /** What may be where our folder of libraries should be. */
    enum Obstacle {
        A_FILE,
        A_LINK_TO_THEIRS,
        THEIRS,
        NOTHING_MAY_RUN_THERE
    }

    private List<String> behind(Obstacle obstacle, List<String> command) throws Exception {
        Path folder = home.resolve("native");
        switch (obstacle) {
            case A_FILE -> Files.createFile(folder);
            case A_LINK_TO_THEIRS -> Files.createSymbolicLink(folder, shared.resolve("jSerialComm"));
            case THEIRS -> {
                Files.createDirectory(folder);
                OtherUser.giveAway(folder);
            }
            case NOTHING_MAY_RUN_THERE -> {
                Files.createDirectory(folder);
                List<String> all = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c"));
                all.add("mount -t tmpfs -o noexec,mode=700 none " + folder + " && exec \"$@\"");
                all.add("sh");
                all.addAll(command);
                return all;
            }
        }
        return command;
    }

    @ParameterizedTest
    @EnumSource
    void whereThatFolderCannotBeUsedThereAreNoSuchLightsAndItIsSaid(Obstacle obstacle) throws Exception {
        process = start(behind(obstacle, java(Main.class, "run", "--headless")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(start(java(Main.class, "lights"))))
                        .contains("Serial lights cannot be used on this computer")
                        .contains("a folder \"native\" in Ampel's own that is yours alone"));
        runsNothingOfTheirs(mapped(process.pid()));
        assertThat(runnable(process.pid()))
                .isNotEmpty()
                .noneMatch(file -> file.contains("jSerialComm") || file.contains("jna"));
        assertThat(wire).isEmpty();
    }
}
