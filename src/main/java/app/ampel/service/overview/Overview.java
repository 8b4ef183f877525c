package app.ampel.service.overview;

import app.ampel.domain.light.LightState;
import app.ampel.service.engine.Snapshot;
import java.util.List;
import java.util.Objects;

/** Everything that tray, windows and {@code status} show, at one moment. */
public record Overview(Snapshot snapshot, List<LightState> lights) {

    public Overview {
        Objects.requireNonNull(snapshot);
        lights = List.copyOf(lights);
    }
}
