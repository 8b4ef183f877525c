package app.ampel.domain.status;

import java.time.Instant;

/**
 * What is held once Microsoft has taken a write.
 *
 * @param at when it was sent
 * @param jitter -1 to 1
 */
record Taken(Manual arrived, Instant at, double jitter) implements Write.Visitor<Manual> {

    @Override
    public Manual setSession(Write.SetSession set) {
        return arrived.with(arrived.session().taken(set, at, jitter));
    }

    @Override
    public Manual clearSession(Write.ClearSession clear) {
        return arrived.with(SessionSlot.EMPTY);
    }

    @Override
    public Manual setPreferred(Write.SetPreferred set) {
        return arrived.with(arrived.preferred().taken(set, at));
    }

    @Override
    public Manual clearPreferred(Write.ClearPreferred clear) {
        return arrived.with(PreferredSlot.EMPTY);
    }

    @Override
    public Manual setNote(Write.SetNote set) {
        return arrived.with(arrived.note().taken(set, at));
    }

    @Override
    public Manual putBackNote(Write.PutBackNote back) {
        return arrived.with(arrived.note().putBack());
    }
}
