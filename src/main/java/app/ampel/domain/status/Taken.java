package app.ampel.domain.status;

import java.time.Instant;

/**
 * What is held once Microsoft has taken a write.
 *
 * @param at when it was sent
 * @param jitter -1 to 1
 */
record Taken(StatusOverride arrived, Instant at, double jitter) implements GraphRequest.Visitor<StatusOverride> {

    @Override
    public StatusOverride setSession(GraphRequest.SetSession set) {
        return arrived.with(arrived.session().taken(set, at, jitter));
    }

    @Override
    public StatusOverride clearSession(GraphRequest.ClearSession clear) {
        return arrived.with(SessionSlot.EMPTY);
    }

    @Override
    public StatusOverride setPreferred(GraphRequest.SetPreferred set) {
        return arrived.with(arrived.preferred().taken(set, at));
    }

    @Override
    public StatusOverride clearPreferred(GraphRequest.ClearPreferred clear) {
        return arrived.with(PreferredSlot.EMPTY);
    }

    @Override
    public StatusOverride setNote(GraphRequest.SetNote set) {
        return arrived.with(arrived.note().taken(set, at));
    }

    @Override
    public StatusOverride putBackNote(GraphRequest.PutBackNote back) {
        return arrived.with(arrived.note().putBack());
    }
}
