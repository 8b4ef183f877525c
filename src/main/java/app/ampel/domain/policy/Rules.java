package app.ampel.domain.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How presence becomes what lights show: the settings.
 *
 * @param usual the name of the scheme in force: a ready-made one's, or {@link #OWN}
 * @param own the user's own scheme, in force or not
 * @param whenLocked while the session is locked; Available is never shown then
 * @param outOfHours outside the working hours of {@link app.ampel.domain.status.StatusDefaults#workingDay}
 */
public record Rules(String usual, Optional<Scheme> own, IdleBehaviour whenLocked, IdleBehaviour outOfHours) {

    /** The name of the user's own scheme. */
    public static final String OWN = "own";

    public static final Rules USUAL =
            new Rules(Schemes.CLASSIC.name(), Optional.empty(), IdleBehaviour.FOLLOW, IdleBehaviour.FOLLOW);

    public Rules {
        Objects.requireNonNull(own);
        Objects.requireNonNull(whenLocked);
        Objects.requireNonNull(outOfHours);
        if (!isScheme(usual, own)) {
            throw new IllegalArgumentException("no scheme: " + usual);
        }
    }

    private static boolean isScheme(String name, Optional<Scheme> own) {
        return name.equals(OWN) ? own.isPresent() : Schemes.named(name).isPresent();
    }

    /** The scheme in force. */
    public Scheme scheme() {
        return all().get(usual);
    }

    /** Every scheme that a light may follow, by its name. */
    public Map<String, Scheme> all() {
        Map<String, Scheme> all = new LinkedHashMap<>();
        Schemes.READY_MADE.forEach(scheme -> all.put(scheme.name(), scheme));
        own.ifPresent(scheme -> all.put(OWN, scheme));
        return all;
    }

    public Rules using(String name) {
        return new Rules(name, own, whenLocked, outOfHours);
    }

    public Rules withOwn(Optional<Scheme> other) {
        return new Rules(usual, other, whenLocked, outOfHours);
    }

    public Rules withWhenLocked(IdleBehaviour other) {
        return new Rules(usual, own, other, outOfHours);
    }

    public Rules withOutOfHours(IdleBehaviour other) {
        return new Rules(usual, own, whenLocked, other);
    }
}
