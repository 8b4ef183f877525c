package app.ampel.domain.light;

/** A button on a light, as its input reports tell of it. No state: any thread. */
@FunctionalInterface
public interface Button {

    /**
     * Whether this input report says that the button has just been pressed: once for each press.
     *
     * @param report without its id, as long as it came; it may be anything
     */
    boolean pressedBy(byte[] report);
}
