package app.ampel.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that knows CONNECT and, if told so, wants a password. */
public final class RealProxy implements AutoCloseable {

    /** What Basic says for anna:secret (RFC 7617). */
    public static final String ANNA_SECRET = "Basic YW5uYTpzZWNyZXQ=";

    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Optional<String> password;
    private final RawServer server;

    public RealProxy(Optional<String> password) throws IOException {
        this.password = password;
        this.server = RawServer.of(this::serve);
    }

    private void serve(Socket socket) throws IOException {
        String head = RawServer.head(socket);
        asked.add(head);
        OutputStream out = socket.getOutputStream();
        if (password.isPresent() && !head.contains("Proxy-Authorization: " + password.get())) {
            out.write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\n"
                            + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes());
            return;
        }
        int port = Integer.parseInt(head.split(" ")[1].split(":")[1]);
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes());
            Thread back = new Thread(() -> pump(target, socket), "proxy-back");
            back.setDaemon(true);
            back.start();
            pump(socket, target);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    public String at(String user) {
        return "http://" + user + "localhost:" + server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
