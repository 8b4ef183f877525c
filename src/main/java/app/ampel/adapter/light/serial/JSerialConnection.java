package app.ampel.adapter.light.serial;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.LightException;
import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An open port of jSerialComm's. No listener is added: its thread would wake up once or twice a second, spin while an
 * unplugged port is not closed, and keep the program alive. A port that has gone is noticed by its node's leaving, or by
 * the next heartbeat.
 */
final class JSerialConnection implements SerialConnection {

    private final SerialPort port;
    private final AtomicBoolean closed = new AtomicBoolean();

    JSerialConnection(SerialPort port) {
        this.port = port;
    }

    @Override
    public void write(byte[] bytes) throws LightException {
        // An unplugged port takes 0 bytes without an error, a closed one -1.
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new LightException(Condition.GONE, "the port takes nothing");
        }
    }

    @Override
    public byte[] read() throws LightException {
        byte[] buffer = new byte[256];
        int length = port.readBytes(buffer, buffer.length);
        if (length < 0 || port.bytesAvailable() < 0) {
            throw new LightException(Condition.GONE, "the port gives nothing");
        }
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public byte[] pending() throws LightException {
        return port.bytesAvailable() == 0 ? new byte[0] : read();
    }

    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            // Linux would wait half a minute for what a hung board has not taken.
            port.flushIOBuffers();
            port.closePort();
        }
    }
}
