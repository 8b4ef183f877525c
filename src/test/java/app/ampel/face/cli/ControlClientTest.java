package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.files.Sockets;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Home;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What listens may be anybody's. {@code ControlOtherUserTest} has another user do it. */
@DisabledOnOs(OS.WINDOWS)
class ControlClientTest {

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());
    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocketChannel listener;
    private Path socket;

    @BeforeEach
    void listen() throws IOException {
        Folders folders = home.folders();
        folders.create();
        socket = folders.socketFolders().get(0).resolve(folders.hash() + ".sock");
        OwnerOnly.createFolder(socket.getParent());
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        home.close();
    }

    /** Whoever connects is answered {@code line}, whatever it says. */
    private void answer(String line) {
        CompletableFuture.runAsync(() -> {
            while (listener.isOpen()) {
                try (SocketChannel client = listener.accept()) {
                    heard.addAndGet(client.read(ByteBuffer.allocate(4096)));
                    client.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    // The test is over.
                }
            }
        });
    }

    @Test
    void aSocketInAFolderThatIsOpenToOthersIsNotSpokenTo() throws IOException {
        answer("{\"ok\":true,\"text\":[\"signed in\"]}");
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(typed.ampel("status")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(typed.err()).contains(socket.getParent().toString()).contains("not yours alone");
        assertThat(typed.out()).isEmpty();
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThat(typed.ampel("status")).isZero();
        assertThat(typed.err()).isEmpty();
        await().until(() -> heard.get() > 0);
    }

    @Test
    void norIsOneThatTheNoteLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectory(home.folder().resolve("open"));
        Path link = elsewhere.resolve("x.sock");
        Files.createSymbolicLink(link, socket);
        Files.writeString(home.folders().address(), link.toString());
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        answer("{\"ok\":true,\"text\":[\"signed in\"]}");
        assertThat(typed.ampel("status")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(heard).hasValue(0);
        assertThat(Sockets.isOwn(link)).isFalse();
    }

    @Test
    void whatIsAnsweredSteersNoTerminal() {
        answer(
                "{\"ok\":true,\"text\":[\"a\\u001b[2Jb\\u009bc\\u202Ed\"],\"status\":{\"x\":\"\\u009b\\u202E\\u007f\\u001bä\"}}");
        assertThat(typed.ampel("status")).isZero();
        assertThat(typed.out()).isEqualTo("a?[2Jb?c?d");
        assertThat(typed.ampel("status", "--json")).isZero();
        assertThat(typed.out()).isEqualTo("{\"x\":\"\\u009B\\u202E\\u007F\\u001Bä\"}");
    }

    @Test
    void norDoesAnError() {
        answer("{\"error\":{\"kind\":\"x\",\"message\":\"a\\u001b]0;b\\u0007\",\"exit\":1}}");
        assertThat(typed.ampel("status")).isEqualTo(1);
        assertThat(typed.err()).isEqualTo("a?]0;b?");
    }

    @Test
    void norDoesWhatIsWatched() {
        answer("{\"event\":\"status\",\"text\":[\"a\\u001b[2Jb\"]}");
        typed.ampel("status", "--watch");
        assertThat(typed.out()).isEqualTo("a?[2Jb");
    }
}
