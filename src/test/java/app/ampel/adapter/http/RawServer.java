package app.ampel.adapter.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What no HTTP server would do, done to every connection on a loopback port. */
public final class RawServer implements AutoCloseable {

    @FunctionalInterface
    public interface Treatment {
        void of(Socket socket) throws IOException;
    }

    private final ServerSocket server;

    private RawServer(Treatment treatment) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(treatment), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Treatment treatment) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread one = new Thread(
                        () -> {
                            try (socket) {
                                treatment.of(socket);
                            } catch (IOException e) {
                                // The other side has hung up, which it may.
                            }
                        },
                        "raw-connection");
                one.setDaemon(true);
                one.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    public static RawServer of(Treatment treatment) throws IOException {
        return new RawServer(treatment);
    }

    /** Reads the request, says this, hangs up. */
    public static RawServer saying(String answer) throws IOException {
        return new RawServer(socket -> {
            head(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        });
    }

    /** Reads the request and resets the connection. */
    public static RawServer resetting() throws IOException {
        return new RawServer(socket -> {
            head(socket);
            socket.setSoLinger(true, 0);
        });
    }

    /** Reads the request and says nothing until the other side hangs up. */
    public static RawServer silent() throws IOException {
        return new RawServer(socket -> {
            while (socket.getInputStream().read() != -1) {
                continue;
            }
        });
    }

    /** The request's head, up to the empty line. */
    public static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next == -1) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
