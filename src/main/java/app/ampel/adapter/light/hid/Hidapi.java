package app.ampel.adapter.light.hid;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.threads.Daemons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hid4java.HidDevice;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;

/**
 * hid4java behind one thread: lists, opens and closes there and nowhere else, because hidapi keeps its last error in
 * one place without a lock, and on macOS is bound to the thread that began. The native library is loaded by the first
 * call.
 */
final class Hidapi {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("ampel-hid"));

    /** What the last listing found, by path, but for what was opened since. On the one thread. */
    private final Map<String, HidDevice> listed = new HashMap<>();

    private HidServices services;

    /** Everything attached, lights or not; several entries may share one path. */
    List<HidDevice> list() throws LightException {
        return onThread(() -> services().getAttachedHidDevices());
    }

    /**
     * Opens the device at that path, of which the caller knows that it is there. Listing costs more than opening, so one
     * listing serves all lights that are opened together; what else its objects know of the device is of no account.
     */
    HidDevice open(String path) throws LightException {
        return onThread(() -> {
            if (!listed.containsKey(path)) {
                listed.clear();
                services().getAttachedHidDevices().forEach(device -> listed.putIfAbsent(device.getPath(), device));
            }
            HidDevice device = listed.remove(path);
            if (device == null) {
                throw new LightException(Condition.GONE, "no longer attached");
            }
            if (!device.open()) {
                throw new LightException(Condition.NOT_ANSWERING, "could not be opened");
            }
            return device;
        });
    }

    void close(HidDevice device) throws LightException {
        onThread(() -> {
            device.close();
            return null;
        });
    }

    void end() {
        thread.shutdown();
    }

    private HidServices services() {
        if (services == null) {
            HidServicesSpecification wishes = new HidServicesSpecification();
            wishes.setScanMode(ScanMode.NO_SCAN);
            wishes.setAutoStart(false);
            wishes.setAutoShutdown(false);
            wishes.setAutoDataRead(false);
            services = HidManager.getHidServices(wishes);
        }
        return services;
    }

    private <T> T onThread(Callable<T> task) throws LightException {
        try {
            return thread.submit(task).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LightException known) {
                throw known;
            }
            if (e.getCause() instanceof LinkageError || e.getCause() instanceof org.hid4java.HidException) {
                throw new NoHidapi(e.getCause());
            }
            throw new LightException(Condition.NOT_ANSWERING, "hidapi failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LightException(Condition.NOT_ANSWERING, "interrupted", e);
        }
    }

    /** The native library is missing, too new for this system, or may not be loaded. */
    static final class NoHidapi extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoHidapi(Throwable cause) {
            super(cause);
        }
    }
}
