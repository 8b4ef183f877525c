package app.ampel.adapter.os.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the session bus is looked for. */
@DisabledOnOs(OS.WINDOWS)
class BusTest {

    @TempDir
    private Path run;

    private Map<String, String> env() {
        return Map.of("XDG_RUNTIME_DIR", run.toString());
    }

    private ServerSocketChannel listen(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    @Test
    void isInTheRuntimeFolderWhereTheEnvironmentDoesNotNameIt() throws IOException {
        assertThat(Bus.inRuntimeFolder(env())).isEmpty();
        try (ServerSocketChannel bus = listen(run.resolve("bus"))) {
            assertThat(bus.isOpen()).isTrue();
            assertThat(Bus.inRuntimeFolder(env())).contains("unix:path=" + run.resolve("bus"));
            assertThat(Bus.inRuntimeFolder(Map.of(
                            "XDG_RUNTIME_DIR", run.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/elsewhere")))
                    .isEmpty();
            assertThat(Bus.inRuntimeFolder(Map.of())).isEmpty();
        }
    }

    @Test
    void isNotWhatIsNoSocketOfTheUsersOwn() throws IOException {
        Files.createFile(run.resolve("bus"));
        assertThat(Bus.inRuntimeFolder(env())).isEmpty();
        Files.delete(run.resolve("bus"));
        try (ServerSocketChannel other = listen(run.resolve("other"))) {
            assertThat(other.isOpen()).isTrue();
            Files.createSymbolicLink(run.resolve("bus"), run.resolve("other"));
            assertThat(Bus.inRuntimeFolder(env())).isEmpty();
        }
    }

    @Test
    void canBeConnectedToHoweverItsFolderIsCalled() throws Exception {
        Path odd = Files.createDirectory(run.resolve("a bü%"));
        try (EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon("unix:path=" + run.resolve("bus") + ",listen=true")) {
            daemon.startInBackgroundAndWait();
            Files.createLink(odd.resolve("bus"), run.resolve("bus"));
            String address = Bus.inRuntimeFolder(Map.of("XDG_RUNTIME_DIR", odd.toString()))
                    .orElseThrow();
            try (DBusConnection connection = Bus.connect(() -> DBusConnectionBuilder.forAddress(address))) {
                assertThat(connection.isConnected()).isTrue();
            }
        }
    }
}
