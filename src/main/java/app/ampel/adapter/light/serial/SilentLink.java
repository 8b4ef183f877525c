package app.ampel.adapter.light.serial;

import app.ampel.service.lights.LightException;
import app.ampel.service.lights.LightLink;
import app.ampel.service.lights.Report;
import app.ampel.service.lights.SerialWay;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial light that answers no report: what comes from it is its button. */
final class SilentLink implements LightLink {

    private static final Logger LOG = LoggerFactory.getLogger(SilentLink.class);

    private final Conversation talk;
    private final SerialWay way;
    private volatile boolean listening;
    private volatile boolean closed;

    SilentLink(Conversation talk, SerialWay way) {
        this.talk = talk;
        this.way = way;
    }

    @Override
    public void send(Report report) throws LightException {
        byte[] bytes = report.payload();
        if (listening) {
            talk.tellAndLeaveTheRest(bytes, way.timeFor(bytes.length));
        } else {
            talk.drop();
            talk.tell(bytes, way.timeFor(bytes.length));
        }
    }

    @Override
    public void listen(Consumer<byte[]> heard) {
        listening = true;
        Thread thread = new Thread(() -> hear(heard), "ampel-button");
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(Consumer<byte[]> heard) {
        try {
            while (!closed) {
                byte[] come = talk.read();
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
        talk.close();
    }
}
