package app.ampel.adapter.light.serial;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.SerialProfile;
import app.ampel.service.lights.manager.LightException;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** Opens ports with jSerialComm, which from the first one on keeps them open until nobody needs them. */
final class JSerialOpener implements SerialBus.Opener {

    /** Linux and macOS; reading with a shorter wait is rounded up to this by the library anyway. */
    private static final int READ_MILLIS = 100;

    private static final int EACCES = 13;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int WINDOWS_ACCESS_DENIED = 5;

    private final SerialLibrary library;
    private boolean using;
    private boolean closed;

    JSerialOpener(SerialLibrary library) {
        this.library = library;
    }

    /**
     * Opens the port anew: an old object keeps the node that a link led to when it was made. Writing does not wait for the
     * board: a blocking write to one that takes nothing would never end, and what is written without an answer is far
     * less than the system's buffer.
     */
    @Override
    public SerialConnection open(String node, SerialProfile profile) throws LightException {
        library.prepare();
        acquireLibrary();
        try {
            SerialPort port = SerialPort.getCommPort(node);
            port.setComPortParameters(profile.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            lines(port, profile);
            if (!port.openPort()) {
                throw new LightException(reason(port.getLastErrorCode()), "errno " + port.getLastErrorCode());
            }
            return new JSerialConnection(port);
        } catch (SerialPortInvalidPortException e) {
            throw new LightException(Condition.GONE, "no such port", e);
        }
    }

    /** The library raises both unless it is told otherwise before. */
    private static void lines(SerialPort port, SerialProfile profile) {
        if (!profile.dtr()) {
            port.clearDTR();
        }
        if (!profile.rts()) {
            port.clearRTS();
        }
    }

    private static Condition reason(int code) {
        boolean windows = OperatingSystem.current() == OperatingSystem.WINDOWS;
        return switch (code) {
            case EAGAIN, EBUSY -> Condition.IN_USE;
            case EACCES -> windows ? Condition.GONE : Condition.NO_PERMISSION;
            case WINDOWS_ACCESS_DENIED -> windows ? Condition.IN_USE : Condition.GONE;
            default -> Condition.GONE;
        };
    }

    private synchronized void acquireLibrary() throws LightException {
        if (closed) {
            throw new LightException(Condition.GONE, "at the end");
        }
        if (!using) {
            using = true;
            library.acquire();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (using) {
            using = false;
            library.release();
        }
    }
}
