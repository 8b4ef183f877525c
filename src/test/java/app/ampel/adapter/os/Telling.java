package app.ampel.adapter.os;

import app.ampel.service.session.SessionEvents;
import java.util.List;

/** Notes what a session tells, in order. */
public record Telling(List<String> told) implements SessionEvents {

    @Override
    public void locked(boolean isLocked) {
        told.add(isLocked ? "locked" : "unlocked");
    }

    @Override
    public void away(boolean isAway) {
        told.add(isAway ? "away" : "in front");
    }

    @Override
    public void sleeps() {
        told.add("sleeps");
    }

    @Override
    public void woke() {
        told.add("woke");
    }
}
