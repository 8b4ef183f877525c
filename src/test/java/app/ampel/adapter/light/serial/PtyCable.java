package app.ampel.adapter.light.serial;

import static org.awaitility.Awaitility.await;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Two pseudo terminals that socat joins: the computer's end of a serial cable, and the board's. */
public final class PtyCable implements AutoCloseable {

    private final Path near;
    private final Path far;
    private final Process socat;
    private final FileOutputStream out;

    /** @param near becomes the computer's end */
    public PtyCable(Path near) throws IOException {
        this.near = near;
        far = near.resolveSibling("far");
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + far, "pty,raw,echo=0,link=" + near)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().until(() -> Files.exists(far) && Files.exists(near));
        out = new FileOutputStream(far.toFile());
    }

    Path port() {
        return near;
    }

    /** The board hears what the computer says, on a thread of its own. */
    public void connect(Consumer<byte[]> board) {
        Thread reader = new Thread(() -> listen(board), "board");
        reader.setDaemon(true);
        reader.start();
    }

    private void listen(Consumer<byte[]> board) {
        try (FileInputStream in = new FileInputStream(far.toFile())) {
            byte[] buffer = new byte[256];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                board.accept(Arrays.copyOf(buffer, length));
            }
        } catch (IOException e) {
            // pulled out
        }
    }

    /** The board says something. */
    public void say(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            // pulled out
        }
    }

    /** Pulls it out. */
    @Override
    public void close() {
        socat.destroyForcibly().onExit().join();
    }
}
