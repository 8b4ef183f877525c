package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightState;
import java.util.Objects;

/** A light that cannot be reached, and how it is. Stays between manager and buses; the cause is for the log only. */
public final class LightException extends Exception {

    private static final long serialVersionUID = 1L;

    private final LightState.Condition condition;

    public LightException(LightState.Condition condition, String what) {
        this(condition, what, null);
    }

    public LightException(LightState.Condition condition, String what, Throwable cause) {
        super(what, cause);
        this.condition = Objects.requireNonNull(condition);
    }

    public LightState.Condition condition() {
        return condition;
    }
}
