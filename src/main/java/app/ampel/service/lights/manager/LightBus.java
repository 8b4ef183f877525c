package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState;
import java.util.List;
import java.util.Optional;

/** A way to lights. Called on the manager's worker threads; {@link #list} and {@link #open} may block. */
public interface LightBus {

    /**
     * A light on this bus.
     *
     * @param id see {@link LightState#id}; unique on the bus
     * @param kind see {@link LightState#kind}
     * @param model how to speak to it
     * @param name its name, for people
     * @param attachment where it is plugged in and since when: differs after every replug, so that a light which left and came
     *     back between two looks is noticed
     * @param condition {@link LightState.Condition#OK} when it may be opened
     * @param hint what to do about it otherwise, or what has to be known of it all the same
     */
    record Found(
            String id,
            String kind,
            LightModel model,
            String name,
            String attachment,
            LightState.Condition condition,
            Optional<LightState.Hint> hint) {

        /** A light that is the only one of its kind. */
        public Found(
                String id,
                LightModel model,
                String name,
                String attachment,
                LightState.Condition condition,
                Optional<LightState.Hint> hint) {
            this(id, id, model, name, attachment, condition, hint);
        }

        /** Something that may be a light, and is not one before the user says so: it is sent nothing. */
        public static Found possible(String id, LightModel model, String attachment) {
            return new Found(
                    id,
                    id,
                    model,
                    model.name() + "?",
                    attachment,
                    LightState.Condition.UNKNOWN_MODEL,
                    Optional.of(new LightState.Hint(POSSIBLE, model.name())));
        }

        public boolean isPossible() {
            return hint.filter(it -> it.key().equals(POSSIBLE)).isPresent();
        }

        private static final String POSSIBLE = "light.hint.possible";

        /** Whether it has a button whose presses can be heard of. */
        public boolean hasButton() {
            return model.hasButton(name);
        }
    }

    /** What is there now. Talks to no light. */
    List<Found> list();

    /** Opens a light that {@link #list} named, which may have gone meanwhile. */
    LightLink open(Found found) throws LightException;

    /** Calls {@code changed}, on any thread, when {@link #list} may have another answer. Called once. */
    void watch(Runnable changed);

    /** Stops watching and lets go of everything. Does not block on a device. */
    void close();
}
