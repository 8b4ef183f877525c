package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.OtherUser;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Another user of the same computer pretends to be the running program, or wants to talk to it. */
@Tag("other-user")
@EnabledIfEnvironmentVariable(named = OtherUser.VARIABLE, matches = ".+")
class ControlOtherUserTest {

    private static final String PHISHING =
            "{\"event\":\"prompt\",\"way\":\"device-code\",\"address\":\"https://microsoft.com.evil.example/devicelogin\","
                    + "\"code\":\"EVIL1234\",\"expires\":\"2099-01-01T00:00:00Z\"}\n{\"ok\":true,\"text\":[\"You are signed in.\"]}\n";

    private Path shared;
    private Path captured;
    private Folders folders;
    private Path socket;
    private Typed typed;
    private Process listener;

    @BeforeEach
    void makeRoom() throws IOException {
        shared = OtherUser.shared();
        captured = shared.resolve("captured");
        Path home = Files.createDirectory(shared.resolve("home"));
        Path taken = shared.resolve("ampel-ada");
        folders = new Folders(home, shared.resolve("machine.json"), List.of(taken));
        folders.create();
        socket = taken.resolve(folders.hash() + ".sock");
        typed = new Typed(folders);
    }

    @AfterEach
    void tidy() throws IOException {
        if (listener != null) {
            listener.descendants().forEach(ProcessHandle::destroy);
            listener.destroy();
        }
        try (var files = Files.walk(shared)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Listens as the other user, plays Ampel to whoever connects, and keeps what it hears. */
    private void listen() throws IOException {
        Path answer = Files.writeString(shared.resolve("answer"), PHISHING);
        Files.setPosixFilePermissions(answer, PosixFilePermissions.fromString("rw-r--r--"));
        listener = OtherUser.start(
                Map.of(),
                List.of(
                        "socat",
                        "UNIX-LISTEN:" + socket + ",fork,mode=777",
                        "SYSTEM:cat " + answer + "; cat >> " + captured));
        await().until(() -> Files.exists(socket));
    }

    private void takeTheFolder(String mode) throws Exception {
        OtherUser.run(Map.of(), "mkdir", "--mode=" + mode, socket.getParent().toString());
    }

    /** The trap works: whoever is not careful loses what was said. */
    private void fallIn() throws IOException {
        try (SocketChannel careless = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            careless.write(ByteBuffer.wrap("careless\n".getBytes(StandardCharsets.UTF_8)));
            careless.shutdownOutput();
            await().until(() -> Files.exists(captured) && Files.size(captured) > 0);
        }
        assertThat(captured).content().isEqualTo("careless\n");
    }

    private void assertThatNothingIsSaidOrBelieved() {
        for (List<String> command : List.of(
                List.of("status"),
                List.of("set", "in-a-call", "--message", "my secret note"),
                List.of("stop"),
                List.of("sign-in", "--client-id", "11111111-2222-4333-8444-555555555555"))) {
            typed.display = true;
            typed.ampel(command.toArray(String[]::new));
            assertThat(typed.out() + typed.err()).as("%s", command).doesNotContain("EVIL1234", "evil.example");
            assertThat(typed.err()).as("%s", command).contains("not yours alone");
            assertThat(typed.pages)
                    .as("%s", command)
                    .noneMatch(page -> page.toString().contains("evil"));
            assertThat(typed.copied).as("%s", command).doesNotContain("EVIL1234");
        }
        assertThat(typed.ampel("status")).isEqualTo(ExitCode.NOT_RUNNING);
    }

    private void assertThatNothingWasHeard() throws IOException {
        assertThat(Files.exists(captured) ? Files.readString(captured) : "").isEmpty();
    }

    @Test
    void aListenerInAFolderOfTheirsIsNotSpokenTo() throws Exception {
        takeTheFolder("755");
        listen();
        assertThatNothingIsSaidOrBelieved();
        assertThatNothingWasHeard();
        fallIn();
    }

    @Test
    void norIsOneThatSitsInAFolderOfOurs() throws Exception {
        OwnerOnly.createFolder(socket.getParent());
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        listen();
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThatNothingIsSaidOrBelieved();
        assertThatNothingWasHeard();
        fallIn();
    }

    @Test
    void norIsOneThatANoteLeadsTo() throws Exception {
        takeTheFolder("755");
        listen();
        Files.writeString(folders.address(), socket.toString());
        assertThatNothingIsSaidOrBelieved();
        assertThatNothingWasHeard();
        fallIn();
    }

    @Test
    void aFolderOfTheirsKeepsNobodyFromStarting() throws Exception {
        for (String mode : List.of("700", "755", "777")) {
            takeTheFolder(mode);
            try (InstanceLock lock = InstanceLock.tryTake(folders).orElseThrow();
                    ControlServer server = serve(lock)) {
                assertThat(Path.of(Files.readString(folders.address()))).startsWith(folders.home());
                assertThat(typed.ampel("status")).as(mode).isZero();
                assertThat(server.size()).isLessThan(ControlServer.MOST_CONNECTIONS);
            }
            Files.delete(socket.getParent());
        }
    }

    private ControlServer serve(InstanceLock lock) throws Exception {
        return ControlServer.start(
                HomeSocket.listen(folders, lock),
                new FakeServices(folders).services(),
                Home.words(),
                () -> ZoneOffset.UTC);
    }

    @Test
    void whoeverReachesOurSocketAllTheSameIsHungUpOn() throws Exception {
        try (InstanceLock lock = InstanceLock.tryTake(folders).orElseThrow();
                ControlServer server = serve(lock)) {
            Path ours = Path.of(Files.readString(folders.address()));
            for (Path path : List.of(ours.getParent(), ours)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            String said = OtherUser.run(
                    Map.of(),
                    "sh",
                    "-c",
                    "echo '{\"command\":\"status\"}' | socat -t5 - UNIX-CONNECT:" + ours + " 2>&1 || true");
            assertThat(said).doesNotContain("\"ok\"", "\"status\"");
            Files.setPosixFilePermissions(ours.getParent(), PosixFilePermissions.fromString("rwx------"));
            assertThat(typed.ampel("status")).isZero();
            await().until(() -> server.size() == 0);
        }
    }
}
