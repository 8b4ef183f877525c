package app.ampel.bench;

import app.ampel.desktoptest.DesktopSession;
import app.ampel.face.tray.linux.BenchPanel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;

/** A screen, a bus, a window manager, and a panel that clicks. Needs xvfb, dbus, openbox, xdotool and x11-utils. */
final class BenchDesktop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    /** When the window manager's list of windows changed, and how many there were then. */
    private record Listed(long at, int windows) {}

    private final DesktopSession session;
    private final BenchPanel panel;
    private final Map<String, String> environment;
    private final BlockingQueue<Listed> lists = new LinkedBlockingQueue<>();

    /** @param more variables for the programs that run here */
    BenchDesktop(Map<String, String> more) throws IOException, DBusException {
        // A short name: sockets want one.
        Path folder = Files.createTempDirectory("ampel-b");
        session = new DesktopSession(folder, folder);
        panel = new BenchPanel(session.env().get("DBUS_SESSION_BUS_ADDRESS"));
        environment = new HashMap<>(session.env());
        environment.putAll(more);
        Process spy = session.start("xprop", "-spy", "-root", "_NET_CLIENT_LIST");
        Thread reader = new Thread(() -> read(spy), "windows");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Process spy) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(spy.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lists.add(new Listed(System.nanoTime(), line.split("0x", -1).length - 1));
            }
        } catch (IOException e) {
            lists.clear();
        }
    }

    Map<String, String> environment() {
        return environment;
    }

    BenchPanel panel() {
        return panel;
    }

    /** Seconds from a click on the icon to the window; there is to be no other before it. */
    double secondsToWindow(int icon) throws DBusException, InterruptedException {
        lists.clear();
        long clicked = System.nanoTime();
        panel.open(icon);
        return (await(1) - clicked) / 1e9;
    }

    /** Closes the only window, by the keyboard. */
    void closeWindow() throws Exception {
        session.run(
                "xdotool", "search", "--onlyvisible", "--name", "^Ampel$", "windowfocus", "--sync", "key", "ctrl+w");
        await(0);
    }

    private long await(int windows) throws InterruptedException {
        Listed listed;
        do {
            listed = lists.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (listed == null) {
                throw new IllegalStateException("there never were " + windows + " windows");
            }
        } while (listed.windows() != windows);
        return listed.at();
    }

    @Override
    public void close() throws IOException {
        panel.close();
        session.close();
    }
}
