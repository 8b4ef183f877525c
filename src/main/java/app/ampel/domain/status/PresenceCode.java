package app.ampel.domain.status;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Availability and activity as Microsoft takes and shows them together. */
public record PresenceCode(Availability availability, Activity activity) {

    /** Keeps a preferred presence in effect without saying anything itself: every other session outranks it. */
    public static final PresenceCode AWAY = new PresenceCode(Availability.AWAY, Activity.AWAY);

    /** Microsoft's page on managing presence state; Offline is what remains without any session. */
    private static final Map<Availability, Integer> RANKS = Map.of(
            Availability.DO_NOT_DISTURB,
            4,
            Availability.BUSY,
            3,
            Availability.BUSY_IDLE,
            3,
            Availability.AVAILABLE,
            2,
            Availability.AVAILABLE_IDLE,
            2,
            Availability.AWAY,
            1,
            Availability.BE_RIGHT_BACK,
            1,
            Availability.OFFLINE,
            0);

    public PresenceCode {
        Objects.requireNonNull(availability);
        Objects.requireNonNull(activity);
    }

    boolean isShownBy(Presence presence) {
        return presence.availability().equals(availability);
    }

    /** Whether {@code presence} is one that a session of this pair would have outranked. */
    boolean outranks(Presence presence) {
        OptionalInt theirs = rank(presence.availability());
        OptionalInt ours = rank(availability);
        return theirs.isPresent() && ours.isPresent() && theirs.getAsInt() < ours.getAsInt();
    }

    /** Whether {@code presence} is one that a session can have made of its own rank. */
    boolean isOutrankedBy(Presence presence) {
        OptionalInt theirs = rank(presence.availability());
        OptionalInt ours = rank(availability);
        return theirs.isPresent() && ours.isPresent() && theirs.getAsInt() > ours.getAsInt();
    }

    private static OptionalInt rank(Availability availability) {
        Integer rank = RANKS.get(availability);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    @Override
    public String toString() {
        return availability + "/" + activity;
    }
}
