package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;
import java.util.Objects;
import java.util.Optional;

/**
 * One light as the user sees it.
 *
 * @param id stable over replugging: made of model and serial number, else of model and USB port; never of a node's
 *     number such as {@code hidraw3} or {@code ttyUSB0}
 * @param model the model's name
 * @param condition how it is
 * @param shown what it was last brought to show, before its brightness and correction; dark while it cannot be reached
 * @param hint what to do about it, or to know of it; empty when nothing: a key in words.properties and its argument
 * @param name what the user calls it; empty: by its model
 * @param kind what its settings belong to: the id where that is made of a serial number, else the model's key, so that lights
 *     of one model behave alike in every socket
 * @param hasButton whether it has a button that can be given something to do, see {@link ButtonUse}
 */
public record LightState(
        String id,
        String model,
        Transport transport,
        Condition condition,
        LightCommand shown,
        Optional<Hint> hint,
        Optional<String> name,
        String kind,
        boolean hasButton) {

    public LightState {
        Objects.requireNonNull(id);
        Objects.requireNonNull(model);
        Objects.requireNonNull(transport);
        Objects.requireNonNull(condition);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(hint);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }

    /** A light that the user has not named, without a button. */
    public LightState(
            String id,
            String model,
            Transport transport,
            Condition condition,
            LightCommand shown,
            Optional<Hint> hint) {
        this(id, model, transport, condition, shown, hint, Optional.empty(), id, false);
    }

    /** What it is called: by the user, else by its model. */
    public String title() {
        return name.orElse(model);
    }

    /** Words as in {@code status --json}. */
    public enum Condition implements WireName {
        OK,
        /** It is there and may not be opened. */
        NO_PERMISSION,
        /** Another program has it; serial ports only, HID nodes are shared. */
        IN_USE,
        /** Added by the user and not plugged in. */
        GONE,
        NOT_ANSWERING,
        /** By the maker of lights that Ampel knows, but not one of them. */
        UNKNOWN_MODEL,
        /** Switched off by the user. */
        OFF
    }

    /** A sentence: a key in words.properties and what goes into it. */
    public record Hint(String key, String argument) {}
}
