package app.ampel.bench;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightLink;
import java.util.List;
import java.util.Optional;

/** One HID light that takes every report at once. */
record InstantBus(RoundTrips trips) implements LightBus {

    @Override
    public List<Found> list() {
        LightModel luxafor = new Catalogue().find("luxafor").orElseThrow();
        return List.of(new Found("bench", luxafor, luxafor.name(), "bench", Condition.OK, Optional.empty()));
    }

    @Override
    public LightLink open(Found found) {
        return new LightLink() {
            @Override
            public void send(Report report) {
                trips.written();
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Override
    public void watch(Runnable changed) {
        // It never comes nor goes.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
