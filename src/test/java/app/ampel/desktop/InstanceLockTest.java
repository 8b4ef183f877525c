package app.ampel.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Another process. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            Folders folders = Folders.of(Optional.of(Path.of(arguments[0])));
            System.out.print(InstanceLock.tryTake(folders).isPresent() ? "free" : "taken");
        }
    }
}
