package app.ampel.face.control;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.Sockets;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A client that says whatever the test wants. */
final class RawClient implements AutoCloseable {

    private final SocketChannel channel;
    private final BufferedReader in;

    RawClient(Folders folders) throws IOException {
        channel = SocketChannel.open(
                UnixDomainSocketAddress.of(Sockets.toConnect(folders).get(0)));
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Sends as much as the other side takes. */
    RawClient send(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // Hung up on; what it said before can still be read.
        }
        return this;
    }

    /** Reads the first letter of what comes, and no more than the reader takes with it. */
    void begin() throws IOException {
        in.mark(1);
        in.read();
        in.reset();
    }

    /** The next line as JSON; missing at the end. */
    JsonNode next() throws IOException {
        String line = in.readLine();
        return line == null
                ? Json.read("{}".getBytes(StandardCharsets.UTF_8)).orElseThrow().path("end")
                : Json.read(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    boolean isHungUpOn() {
        try {
            return in.readLine() == null;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
