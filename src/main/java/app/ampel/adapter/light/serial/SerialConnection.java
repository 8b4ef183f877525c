package app.ampel.adapter.light.serial;

import app.ampel.service.lights.manager.LightException;

/** Bytes to and from a board. One thread writes and one reads, which may be the same; {@link #close} from any. */
interface SerialConnection {

    /** Hands all of it over; if that ever blocks, {@link #close} ends it. */
    void write(byte[] bytes) throws LightException;

    /** What has come, within a tenth of a second or so; empty when nothing has. */
    byte[] read() throws LightException;

    /** What has come already; empty when nothing has. Need not wait. */
    default byte[] pending() throws LightException {
        return read();
    }

    /** Idempotent. */
    void close();
}
