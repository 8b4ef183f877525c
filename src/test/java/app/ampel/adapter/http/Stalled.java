package app.ampel.adapter.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that have said a part of a request and say nothing more. */
public final class Stalled implements AutoCloseable {

    private static final List<String> PARTS = List.of(
            "GE",
            "GET / HTTP/1.1\r\nHost: local",
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nstate=",
            "");

    public final List<Socket> all = new ArrayList<>();

    /** {@code each} of each kind. */
    public Stalled(URI server, int each) throws IOException {
        for (int i = 0; i < each; i++) {
            for (String part : PARTS) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                socket.setSoTimeout(30_000);
                OutputStream out = socket.getOutputStream();
                out.write(part.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                all.add(socket);
            }
        }
    }

    public int count() {
        return all.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : all) {
            socket.close();
        }
    }
}
