package app.ampel.face.tray.linux;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.freedesktop.dbus.exceptions.DBusException;

/** A panel that shows nothing and clicks at once. */
public final class BenchPanel implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakePanel panel;

    public BenchPanel(String bus) throws DBusException {
        panel = new FakePanel(bus);
    }

    /** Waits until that many icons are there; clicks in the menu go to the last of them. */
    public void awaitIcons(int number) {
        Awaitility.await().atMost(PATIENCE).until(() -> panel.registered.size() >= number);
    }

    /** As a click on the icon; counted from 0, in the order in which they came. */
    public void open(int icon) throws DBusException {
        panel.icon(icon).Activate(0, 0);
    }

    /** As a click on that line of the menu. The line is looked for first. */
    public Runnable line(String label) throws DBusException {
        int id = panel.id(label);
        return () -> {
            try {
                panel.click(id);
            } catch (DBusException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void close() throws IOException {
        panel.close();
    }
}
