package app.ampel.domain.status;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.Presence;

/** What Microsoft's answers say about the status that it took. */
public enum Outcome implements WireName {
    NOT_SEEN,
    SHOWN,
    /** Another session counts for more: Do not disturb, then Busy, Available, Away. */
    OUTRANKED,
    /** Something that no session explains: it was chosen in Teams, which counts for more than all sessions. */
    CHOSEN_ELSEWHERE,
    /** It was shown, and was then taken back or replaced by somebody else. Nobody fights over a status. */
    REPLACED;

    boolean isOverridden() {
        return switch (this) {
            case NOT_SEEN, SHOWN -> false;
            case OUTRANKED, CHOSEN_ELSEWHERE, REPLACED -> true;
        };
    }

    /** Of something else than {@code held}. */
    static Outcome of(Presence other, PresenceCode held, boolean preferred, boolean wasShown) {
        boolean outranked = !preferred && held.isOutrankedBy(other);
        if (outranked) {
            return OUTRANKED;
        }
        return wasShown && (preferred || held.outranks(other)) ? REPLACED : CHOSEN_ELSEWHERE;
    }
}
