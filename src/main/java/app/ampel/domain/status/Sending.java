package app.ampel.domain.status;

import java.time.Instant;

/** What is held, or may be held, once a write is on its way. */
record Sending(Manual going, Instant now) implements Write.Visitor<Manual> {

    @Override
    public Manual setSession(Write.SetSession set) {
        return going.with(going.session().sending(set, now));
    }

    @Override
    public Manual clearSession(Write.ClearSession clear) {
        return going;
    }

    @Override
    public Manual setPreferred(Write.SetPreferred set) {
        Instant until = going.wish().map(wish -> wish.end().at()).orElse(now.plus(set.time()));
        return going.with(going.preferred().sending(set, until, now));
    }

    @Override
    public Manual clearPreferred(Write.ClearPreferred clear) {
        return going;
    }

    @Override
    public Manual setNote(Write.SetNote set) {
        return going.with(going.note().sending(set, now));
    }

    @Override
    public Manual putBackNote(Write.PutBackNote back) {
        return going;
    }
}
