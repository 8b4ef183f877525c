package app.ampel.domain.people;

import app.ampel.domain.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What Microsoft said about somebody, and when. It can be had only together with the moment at which it is to be true: what
 * is older than three of its intervals is unknown, wherever it is asked for.
 */
public final class PresenceAt {

    private static final int INTERVALS = 3;

    private final Optional<Presence> presence;
    private final Instant asOf;
    private final Duration interval;

    /**
     * @param presence empty where Microsoft said nothing about this person
     * @param asOf when it was asked for
     * @param interval after which it was to be asked for again
     */
    public PresenceAt(Optional<Presence> presence, Instant asOf, Duration interval) {
        this.presence = Objects.requireNonNull(presence);
        this.asOf = Objects.requireNonNull(asOf);
        this.interval = Objects.requireNonNull(interval);
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("an interval of nothing");
        }
    }

    /** Empty: unknown. A clock that was put back makes nothing fresh again. */
    public Optional<Presence> on(Instant now) {
        boolean fresh = Duration.between(asOf, now).abs().compareTo(interval.multipliedBy(INTERVALS)) <= 0;
        return fresh ? presence : Optional.empty();
    }

    public Instant asOf() {
        return asOf;
    }

    /** The last moment at which it is still known. */
    public Instant freshUntil() {
        return asOf.plus(interval.multipliedBy(INTERVALS));
    }

    /** The computer's clock was put right by so much. */
    public PresenceAt corrected(Duration by) {
        return new PresenceAt(presence, asOf.plus(by), interval);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PresenceAt that
                && presence.equals(that.presence)
                && asOf.equals(that.asOf)
                && interval.equals(that.interval);
    }

    @Override
    public int hashCode() {
        return Objects.hash(presence, asOf, interval);
    }

    /** Without the presence: it might be logged. */
    @Override
    public String toString() {
        return "PresenceAt[asOf=" + asOf + "]";
    }
}
