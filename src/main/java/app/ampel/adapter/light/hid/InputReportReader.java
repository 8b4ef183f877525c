package app.ampel.adapter.light.hid;

import app.ampel.service.lights.manager.LightException;
import app.ampel.service.threads.Daemons;
import java.util.Arrays;
import java.util.function.Consumer;
import org.hid4java.HidDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a light tells by itself, on a thread and a handle of its own: hidapi keeps the last error of a handle in one
 * place without a lock, so reading and writing at once would not go well together. The thread waits in the system and
 * wakes up once a second to see whether it shall end; it ends by itself when the light is gone.
 */
final class InputReportReader {

    private static final Logger LOG = LoggerFactory.getLogger(InputReportReader.class);
    private static final int WAIT_MILLIS = 1000;
    private static final int LONGEST_REPORT = 64;

    private final HidDevice device;
    private final Hidapi hidapi;
    private final WriteGate gate;
    private final Consumer<byte[]> heard;
    private volatile boolean closed;

    /** @param device open; closed at the end */
    InputReportReader(HidDevice device, Hidapi hidapi, WriteGate gate, Consumer<byte[]> heard) {
        this.device = device;
        this.hidapi = hidapi;
        this.gate = gate;
        this.heard = heard;
    }

    void start() {
        Daemons.thread("ampel-button", this::run).start();
    }

    private void run() {
        try {
            read();
        } catch (RuntimeException | Error e) {
            LOG.error("Listening to a light failed", e);
        } finally {
            closeDevice();
        }
    }

    private void read() {
        byte[] buffer = new byte[LONGEST_REPORT];
        while (!closed) {
            int length = device.read(buffer, WAIT_MILLIS);
            if (length < 0) {
                return; // pulled out, or refused; whoever writes will notice as well
            }
            if (length > 0 && !closed) {
                heard.accept(Arrays.copyOf(buffer, length));
            }
        }
    }

    private void closeDevice() {
        try {
            gate.close(device, hidapi);
        } catch (LightException | RuntimeException e) {
            LOG.debug("A light that was listened to did not close", e);
        }
    }

    /** Within a second nothing more is read. Does not wait for that. */
    void close() {
        closed = true;
    }
}
