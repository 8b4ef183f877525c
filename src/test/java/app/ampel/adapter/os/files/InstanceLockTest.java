package app.ampel.adapter.os.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.Fork;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    @TempDir
    private Path folder;

    private Folders folders(String home) {
        return Folders.of(Optional.of(folder.resolve(home)));
    }

    @Test
    void isHeldOnceAHome() throws IOException {
        try (InstanceLock first = InstanceLock.tryTake(folders("one")).orElseThrow();
                InstanceLock other = InstanceLock.tryTake(folders("two")).orElseThrow()) {
            assertThat(first).isNotSameAs(other);
            assertThat(InstanceLock.tryTake(folders("one"))).isEmpty();
        }
        try (InstanceLock again = InstanceLock.tryTake(folders("one")).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void isHeldAgainstOtherProcesses() throws IOException, InterruptedException {
        String home = folders("one").home().toString();
        try (InstanceLock held = InstanceLock.tryTake(folders("one")).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(Fork.run(List.of(), Map.of(), Taker.class, home).output())
                    .isEqualTo("taken");
        }
        assertThat(Fork.run(List.of(), Map.of(), Taker.class, home).output()).isEqualTo("free");
    }

    @Test
    void whatAKilledWriterLeavesIsGoneWithTheNextStart() throws Exception {
        Folders folders = folders("one");
        try (InstanceLock first = InstanceLock.tryTake(folders).orElseThrow()) {
            assertThat(first).isNotNull();
        }
        for (Path file : folders.replaced()) {
            Files.createDirectories(file.getParent());
            await().untilAsserted(() -> assertThat(leftAfterAKill(file)).isNotEmpty());
        }
        Path theirs = Files.writeString(folders.home().resolve(".manual.json.swp"), "somebody's editor");
        Path others = Files.createFile(folders.home().resolve(".notes." + UUID.randomUUID()));
        try (InstanceLock next = InstanceLock.tryTake(folders).orElseThrow()) {
            assertThat(next).isNotNull();
        }
        for (Path file : folders.replaced()) {
            assertThat(left(file)).isEmpty();
        }
        assertThat(theirs).exists();
        assertThat(others).exists();
    }

    private static List<Path> leftAfterAKill(Path file) throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .start();
        try {
            await().until(() -> !left(file).isEmpty() || !writer.isAlive());
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return left(file);
    }

    private static List<Path> left(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.filter(path -> path.getFileName().toString().startsWith("." + file.getFileName() + "."))
                    .filter(path -> !path.toString().endsWith(".swp"))
                    .toList();
        }
    }

    @Test
    void everyFileOfTheHomeIsLookedAt() throws Exception {
        Folders folders = folders("one");
        // The lock is never replaced, the history is a database's, the others are folders.
        Set<Path> others = Set.of(
                folders.home(),
                folders.machineSettings(),
                folders.lock(),
                folders.history(),
                folders.log(),
                folders.tokens(),
                folders.nativeLibraries());
        for (Method method : Folders.class.getDeclaredMethods()) {
            if (method.getReturnType() == Path.class
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())) {
                Path path = (Path) method.invoke(folders);
                assertThat(folders.replaced().contains(path) || others.contains(path))
                        .as("%s", path)
                        .isTrue();
            }
        }
    }

    /** Another process, which is killed while it writes. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            byte[] much = new byte[32 << 20];
            while (true) {
                OwnerOnly.write(Path.of(arguments[0]), much);
            }
        }
    }

    /** Another process. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            Folders folders = Folders.of(Optional.of(Path.of(arguments[0])));
            System.out.print(InstanceLock.tryTake(folders).isPresent() ? "free" : "taken");
        }
    }
}
