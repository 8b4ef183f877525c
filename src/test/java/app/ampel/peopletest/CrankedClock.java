package app.ampel.peopletest;

import app.ampel.service.engine.Cranked;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Cranked time for whoever wants a clock. */
final class CrankedClock extends Clock {

    private final Cranked time;
    private final ZoneId zone;

    CrankedClock(Cranked time) {
        this(time, PeopleScenario.BERLIN);
    }

    private CrankedClock(Cranked time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return time.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CrankedClock(time, other);
    }
}
