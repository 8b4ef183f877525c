package app.ampel.service.lights.manager;

import app.ampel.domain.light.Report;
import java.util.List;
import java.util.function.Consumer;

/**
 * An open light. One thread at a time sends; {@link #close} may come from any thread, also while another one sends.
 */
public interface LightLink {

    /** Sends and waits until the light has taken it. May block for as long as the device likes. */
    void send(Report report) throws LightException;

    /** Sends all of it, one after the other. */
    default void send(List<Report> reports) throws LightException {
        for (Report report : reports) {
            send(report);
        }
    }

    /**
     * Sends a heartbeat.
     *
     * @return false when the light turned out to show something else than it was told, and has to be told again
     */
    default boolean beat(List<Report> reports) throws LightException {
        send(reports);
        return true;
    }

    /**
     * Passes on every input report of the light, on a thread of the link's own, until the link is closed or the light is
     * gone; called once at most. Does nothing where the light has nothing to tell.
     *
     * @param heard given each report without its id; be quick
     */
    default void listen(Consumer<byte[]> heard) {
        // Most lights have nothing to tell.
    }

    /** Lets the light go, and frees a {@link #send} that hangs where that is possible. Idempotent; never throws; returns when it is closed. */
    void close();
}
