package app.ampel.adapter.os.bus;

import java.io.IOException;
import org.freedesktop.dbus.connections.IDisconnectCallback;

/** The end of a connection that nobody here has closed. */
public record Lost(Runnable told) implements IDisconnectCallback {

    @Override
    public void disconnectOnError(IOException e) {
        told.run();
    }
}
