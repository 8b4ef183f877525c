package app.ampel.adapter.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * A real dbus-daemon of the test's own. Its policy is as open as can be: everybody may own any name and send anything, so
 * that what is not heard was left out by whoever listens.
 */
public final class RealBus implements AutoCloseable {

    private static final String CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_type="method_call"/>
                <allow send_type="signal"/>
                <allow send_requested_reply="true" send_type="method_return"/>
                <allow send_requested_reply="true" send_type="error"/>
                <allow receive_type="method_call"/>
                <allow receive_type="signal"/>
                <allow receive_type="method_return"/>
                <allow receive_type="error"/>
              </policy>
            </busconfig>
            """;

    private final Process daemon;
    private final String address;

    /** @param folder where its socket lies */
    public RealBus(Path folder) throws IOException {
        Path socket = folder.resolve("bus");
        address = "unix:path=" + socket;
        Path configuration = Files.writeString(folder.resolve("bus.conf"), CONFIGURATION.formatted(socket));
        daemon = new ProcessBuilder(
                        "dbus-daemon", "--config-file=" + configuration, "--nofork", "--nopidfile", "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = daemon.inputReader(StandardCharsets.UTF_8);
        if (out.readLine() == null) {
            throw new IOException("dbus-daemon did not start");
        }
    }

    public String address() {
        return address;
    }

    public DBusConnection connect() throws DBusException {
        return TestBus.connect(address);
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            daemon.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
