package app.ampel.adapter.light.serial;

import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import app.ampel.service.threads.Daemons;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial light that answers no report: what comes from it is its button. */
final class SilentLink implements LightLink {

    private static final Logger LOG = LoggerFactory.getLogger(SilentLink.class);

    private final LineClient client;
    private final SerialProfile profile;
    private volatile boolean listening;
    private volatile boolean closed;

    SilentLink(LineClient client, SerialProfile profile) {
        this.client = client;
        this.profile = profile;
    }

    @Override
    public void send(Report report) throws LightException {
        byte[] bytes = report.payload();
        if (listening) {
            client.sendWithoutReading(bytes, profile.timeFor(bytes.length));
        } else {
            client.discardPending();
            client.send(bytes, profile.timeFor(bytes.length));
        }
    }

    @Override
    public void listen(Consumer<byte[]> heard) {
        listening = true;
        Daemons.thread("ampel-button", () -> read(heard)).start();
    }

    private void read(Consumer<byte[]> heard) {
        try {
            while (!closed) {
                byte[] come = client.read();
                if (come.length > 0) {
                    heard.accept(come);
                }
            }
        } catch (LightException e) {
            LOG.debug("A light that was listened to is gone", e);
        } catch (RuntimeException | Error e) {
            LOG.error("Listening to a light failed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
