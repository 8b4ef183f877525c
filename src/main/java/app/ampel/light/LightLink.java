package app.ampel.light;

import java.util.List;

/**
 * An open light. One thread at a time sends; {@link #close} may come from any thread, also while another one sends.
 */
public interface LightLink {

    /** Sends and waits until the light has taken it. May block for as long as the device likes. */
    void send(Report report) throws LightException;

    /**
     * Sends a heartbeat.
     *
     * @return false when the light turned out to show something else than it was told, and has to be told again
     */
    default boolean beat(List<Report> reports) throws LightException {
        for (Report report : reports) {
            send(report);
        }
        return true;
    }

    /** Lets the light go, and frees a {@link #send} that hangs where that is possible. Idempotent; never throws. */
    void close();
}
