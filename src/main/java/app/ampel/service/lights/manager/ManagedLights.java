package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSettings;
import java.util.concurrent.CompletableFuture;

/** All attached lights, as far as somebody deals with single ones, or looks at what they would show. Any thread; never blocks. */
public interface ManagedLights extends LightStates {

    /** Blinks one light white three times and puts it back. False when there is no such light in reach. */
    boolean identify(String id);

    /** What the user wants of single lights from now on. */
    void apply(LightSettings settings);

    /** Shows {@code command} on every light in place of what is wanted, for a while. */
    void preview(LightCommand command);

    /** Ends a preview, if there is one. */
    void endPreview();

    /** Looks at every bus afresh. Completes when that is done. */
    CompletableFuture<Void> scan();
}
