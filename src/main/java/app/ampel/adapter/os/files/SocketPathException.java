package app.ampel.adapter.os.files;

import java.io.IOException;
import java.nio.file.Path;

/** No folder here is short enough, or writable, for a socket. */
public final class SocketPathException extends IOException {

    private static final long serialVersionUID = 1L;

    public SocketPathException(Path home) {
        super("no place for the socket of " + home);
    }
}
