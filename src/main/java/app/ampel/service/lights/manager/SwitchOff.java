package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.threads.Dispatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches a light off for good and lets it go, on a worker. A write may fail once for no lasting reason, and this one
 * has no later to be tried again: so it is, at once and on a fresh handle.
 *
 * @param open its link; null: it has to be opened first
 * @param whenDark runs when it is dark, or cannot be made so
 */
record SwitchOff(LightBus bus, LightBus.Found light, LightLink open, Runnable whenDark) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchOff.class);

    @Override
    public void run() {
        LightLink last = switchOff();
        whenDark.run();
        close(last);
    }

    private LightLink switchOff() {
        LightLink last = open;
        for (int again = 1; again >= 0; again--) {
            try {
                last = last == null ? bus.open(light) : last;
                last.send(light.model().farewell());
                return last;
            } catch (LightException e) {
                failed(e.condition(), again, e);
            } catch (RuntimeException | Error e) {
                failed(Condition.NOT_ANSWERING, again, e);
            }
            close(last);
            last = null;
        }
        return null;
    }

    /** Never silently: what was pulled out is dark, but whoever looks for a light that stayed lit finds it in the log. */
    private void failed(Condition how, int again, Throwable why) {
        if (how == Condition.GONE) {
            LOG.info("{} was gone before it was switched off, {} more try: {}", light.id(), again, why.getMessage());
        } else {
            LOG.warn("{} was not switched off, {} more try", light.id(), again, why);
        }
    }

    private static void close(LightLink link) {
        if (link != null) {
            Dispatch.guarded("Closing a light", link::close);
        }
    }
}
