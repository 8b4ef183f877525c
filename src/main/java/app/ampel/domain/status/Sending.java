package app.ampel.domain.status;

import java.time.Instant;

/** What is held, or may be held, once a write is on its way. */
record Sending(StatusOverride going, Instant now) implements GraphRequest.Visitor<StatusOverride> {

    @Override
    public StatusOverride setSession(GraphRequest.SetSession set) {
        return going.with(going.session().sending(set, now));
    }

    @Override
    public StatusOverride clearSession(GraphRequest.ClearSession clear) {
        return going;
    }

    @Override
    public StatusOverride setPreferred(GraphRequest.SetPreferred set) {
        Instant until = going.wish().map(wish -> wish.end().at()).orElse(now.plus(set.time()));
        return going.with(going.preferred().sending(set, until, now));
    }

    @Override
    public StatusOverride clearPreferred(GraphRequest.ClearPreferred clear) {
        return going;
    }

    @Override
    public StatusOverride setNote(GraphRequest.SetNote set) {
        return going.with(going.note().sending(set, now));
    }

    @Override
    public StatusOverride putBackNote(GraphRequest.PutBackNote back) {
        return going;
    }
}
