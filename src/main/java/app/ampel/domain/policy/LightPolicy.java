package app.ampel.domain.policy;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every light shows, and why. Dark means "this light says nothing"; nothing stale and nothing locked ever shows the
 * colour of Available, whatever the scheme.
 */
public final class LightPolicy {

    /** How long a stale colour stays, dimmed, and how long signed out blinks. */
    static final Duration LINGERS = Duration.ofMinutes(10);

    static final int DIMMED_PERCENT = 30;

    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);

    private LightPolicy() {}

    /**
     * What is known.
     *
     * @param override what the user told the light; stands above everything
     * @param signedOutSince when the user was first found signed out; empty while signed in
     * @param calm whether effects are left out
     */
    public record Known(
            PresenceReading reading,
            Optional<ManualStatus> manual,
            Optional<LightCommand> override,
            boolean locked,
            Optional<Instant> signedOutSince,
            Scheme scheme,
            IdleRule rest,
            boolean calm,
            Instant now) {
        public Known {
            Objects.requireNonNull(reading);
            Objects.requireNonNull(manual);
            Objects.requireNonNull(override);
            Objects.requireNonNull(signedOutSince);
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(rest);
            Objects.requireNonNull(now);
        }
    }

    /**
     * The decision.
     *
     * @param until when time alone will change it
     */
    public record Shown(LightCommand command, Reason reason, Optional<Instant> until) {

        static Shown lasting(LightCommand command, Reason reason) {
            return new Shown(command, reason, Optional.empty());
        }
    }

    public static Shown decide(Known known) {
        if (known.override().isPresent()) {
            return Shown.lasting(known.override().get(), Reason.OVERRIDE);
        }
        Optional<ManualStatus> manual =
                known.manual().filter(status -> status.state() != ManualStatus.State.OVERRIDDEN);
        Shown shown = manual.map(status -> manual(status, known)).orElseGet(() -> reading(known));
        // Whoever sets a status at night wants it to be seen.
        boolean works = manual.isPresent() && known.rest().why() == Reason.OUT_OF_HOURS;
        Shown rested = works ? shown : resting(shown, known.rest());
        Shown decided = known.calm() ? calmed(rested) : rested;
        return known.locked() || shown.reason() == Reason.STALE ? neverAvailable(decided, known) : decided;
    }

    /** In a scheme of one's own, what replaces Available or is dimmed may have its colour again. */
    private static Shown neverAvailable(Shown decided, Known known) {
        return decided.command().colour().isDark() || !looksAvailable(decided.command(), known)
                ? decided
                : new Shown(sayingNothing(known), decided.reason(), decided.until());
    }

    private static LightCommand sayingNothing(Known known) {
        return looksAvailable(Schemes.DIM_WHITE, known) ? LightCommand.OFF : Schemes.DIM_WHITE;
    }

    private static boolean looksAvailable(LightCommand command, Known known) {
        LightCommand available = known.scheme().show(AVAILABLE);
        return Stream.of(available, known.rest().how().of(available))
                .anyMatch(shown -> shown.colour().equals(command.colour()));
    }

    private static Shown resting(Shown shown, IdleRule rest) {
        Optional<Instant> until =
                Stream.of(shown.until(), rest.until()).flatMap(Optional::stream).min(Comparator.naturalOrder());
        if (rest.isNone()) {
            return new Shown(shown.command(), shown.reason(), until);
        }
        Reason why = shown.reason() == Reason.LOCKED ? Reason.LOCKED : rest.why();
        return new Shown(rest.how().of(shown.command()), why, until);
    }

    private static Shown calmed(Shown shown) {
        LightCommand command = shown.command().equals(Schemes.DOUBLE_WHITE)
                ? Schemes.DIM_WHITE
                : LightCommand.solid(shown.command().colour());
        return new Shown(command, shown.reason(), shown.until());
    }

    private static Shown manual(ManualStatus manual, Known known) {
        Presence chosen =
                Presence.of(manual.choice().availability(), manual.choice().activity());
        return unlessLocked(known.scheme().show(chosen), Reason.MANUAL, known);
    }

    private static Shown reading(Known known) {
        PresenceReading reading = known.reading();
        return switch (reading.kind()) {
            case SIGNED_OUT -> signedOut(known);
            case CONSENT_MISSING -> Shown.lasting(Schemes.DIM_WHITE, Reason.CONSENT_MISSING);
            case KNOWN, STALE, THROTTLED, UNREACHABLE ->
                reading.last().map(last -> last(last, known)).orElse(Shown.lasting(Schemes.DIM_WHITE, Reason.UNKNOWN));
        };
    }

    private static Shown signedOut(Known known) {
        // Somebody who is signed in and only asked for a second proof is not called for all day.
        return known.signedOutSince()
                .map(since -> since.plus(LINGERS))
                .filter(quietFrom -> known.now().isBefore(quietFrom))
                .map(quietFrom -> new Shown(Schemes.DOUBLE_WHITE, Reason.SIGNED_OUT, Optional.of(quietFrom)))
                .orElse(Shown.lasting(Schemes.DIM_WHITE, Reason.SIGNED_OUT));
    }

    private static Shown last(PresenceReading.Last last, Known known) {
        LightCommand command = known.scheme().show(last.presence());
        return last.staleSince()
                .map(since -> stale(command, since.plus(LINGERS), known))
                .orElseGet(() -> unlessLocked(command, Reason.PRESENCE, known));
    }

    private static Shown stale(LightCommand command, Instant lingersUntil, Known known) {
        if (saysAvailable(command, known.scheme()) || !known.now().isBefore(lingersUntil)) {
            return Shown.lasting(Schemes.DIM_WHITE, Reason.STALE);
        }
        LightCommand dimmed = LightCommand.solid(command.colour().dimmedTo(DIMMED_PERCENT));
        return new Shown(dimmed, Reason.STALE, Optional.of(lingersUntil));
    }

    private static Shown unlessLocked(LightCommand command, Reason reason, Known known) {
        return known.locked() && saysAvailable(command, known.scheme())
                ? Shown.lasting(known.scheme().show(Presence.of(Availability.AWAY, Activity.AWAY)), Reason.LOCKED)
                : Shown.lasting(command, reason);
    }

    private static boolean saysAvailable(LightCommand command, Scheme scheme) {
        return command.colour().equals(scheme.show(AVAILABLE).colour());
    }
}
