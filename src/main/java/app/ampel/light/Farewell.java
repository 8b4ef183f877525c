package app.ampel.light;

import app.ampel.light.LightState.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches a light off for good and lets it go, on a worker. A write may fail once for no lasting reason, and this one
 * has no later to be tried again: so it is, at once and on a fresh handle.
 *
 * @param open its link; null: it has to be opened first
 * @param left runs when it is dark, or cannot be made so
 */
record Farewell(LightBus bus, LightBus.Found light, LightLink open, Runnable left) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    @Override
    public void run() {
        LightLink last = open;
        try {
            last = switchOff();
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not be switched off", light.id(), e);
        } finally {
            left.run();
            letGo(last);
        }
    }

    private LightLink switchOff() {
        LightLink last = open;
        for (int again = 1; again >= 0; again--) {
            try {
                last = last == null ? bus.open(light) : last;
                for (Report report : light.model().farewell()) {
                    last.send(report);
                }
                return last;
            } catch (LightException e) {
                letGo(last);
                last = null;
                if (e.condition() == Condition.GONE) {
                    return null;
                }
                LOG.warn("{} was not switched off, {} more try: {}", light.id(), again, e.getMessage());
            }
        }
        return last;
    }

    private static void letGo(LightLink link) {
        if (link != null) {
            link.close();
        }
    }
}
