package app.ampel.adapter.light.hid;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hid4java.HidDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open HID light. A write that is refused takes some 10 ms, one that is never answered 5 s on Linux. */
final class HidLink implements LightLink {

    private static final Logger LOG = LoggerFactory.getLogger(HidLink.class);

    private final HidDevice device;
    private final String path;
    private final Hidapi hidapi;
    private final WriteGate gate;
    private final Pace pace;
    private final BooleanSupplier attached;
    private Optional<InputReportReader> reader = Optional.empty();
    private boolean closed;

    HidLink(HidDevice device, String path, Hidapi hidapi, WriteGate gate, Pace pace, BooleanSupplier attached) {
        this.device = device;
        this.path = path;
        this.hidapi = hidapi;
        this.gate = gate;
        this.pace = pace;
        this.attached = attached;
    }

    @Override
    public synchronized void send(Report report) throws LightException {
        if (closed) {
            throw new LightException(Condition.NOT_ANSWERING, "closed");
        }
        pace.await();
        long number = gate.enter();
        int result;
        try {
            result = write(report);
        } finally {
            gate.leave(number);
        }
        // Windows counts its padding: anything but an error is good.
        if (result < 0) {
            throw attached.getAsBoolean()
                    ? new LightException(Condition.NOT_ANSWERING, "refused a report")
                    : new LightException(Condition.GONE, "pulled out");
        }
    }

    @Override
    public synchronized void listen(Consumer<byte[]> heard) {
        if (closed) {
            return;
        }
        try {
            InputReportReader opened = new InputReportReader(gate.open(path, hidapi), hidapi, gate, heard);
            opened.start();
            reader = Optional.of(opened);
        } catch (LightException | RuntimeException e) {
            LOG.warn("The button of a light cannot be heard", e);
        }
    }

    private int write(Report report) {
        byte id = (byte) report.reportId().orElse(0);
        byte[] payload = report.payload();
        return switch (report.transport()) {
            case HID_OUTPUT -> device.write(payload, payload.length, id);
            case HID_FEATURE -> device.sendFeatureReport(payload, id);
            case SERIAL, SCREEN, TERMINAL -> throw new IllegalArgumentException("not for HID: " + report);
        };
    }

    /** Waits for a write of its own: hidapi must not lose a handle that it is using. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        reader.ifPresent(InputReportReader::close);
        try {
            gate.close(device, hidapi);
        } catch (LightException | RuntimeException e) {
            LOG.debug("A light did not close", e);
        }
    }
}
