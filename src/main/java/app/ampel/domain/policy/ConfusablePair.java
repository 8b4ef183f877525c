package app.ampel.domain.policy;

import app.ampel.domain.colour.ColourVision;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.PresenceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Two kinds of presence that may be taken for each other, because their lights do the same in colours that are hardly apart.
 *
 * @param forEverybody false: only by people who see red and green alike
 */
public record ConfusablePair(PresenceKind one, PresenceKind other, boolean forEverybody) {

    public ConfusablePair {
        Objects.requireNonNull(one);
        Objects.requireNonNull(other);
    }

    /** All of a scheme, the worst first: busy people who look available, and what looks the same to everybody. */
    public static List<ConfusablePair> in(Map<PresenceKind, LightCommand> shows) {
        List<ConfusablePair> found = new ArrayList<>();
        PresenceKind[] kinds = PresenceKind.values();
        for (int i = 0; i < kinds.length; i++) {
            for (int j = i + 1; j < kinds.length; j++) {
                between(kinds[i], kinds[j], shows).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((ConfusablePair mixup) -> !mixup.forEverybody())
                .thenComparing(mixup -> !mixup.isBusyForAvailable()));
        return found;
    }

    private static Optional<ConfusablePair> between(
            PresenceKind one, PresenceKind other, Map<PresenceKind, LightCommand> shows) {
        boolean harmless = one.isBusy() && other.isBusy();
        return Optional.of(
                        new ConfusablePair(one, other, areAlike(shows.get(one), shows.get(other), ColourVision.NORMAL)))
                .filter(mixup -> !harmless && areAlike(shows.get(one), shows.get(other)));
    }

    private boolean isBusyForAvailable() {
        return one.isBusy() && other == PresenceKind.AVAILABLE;
    }

    /** Whether somebody may take the one for the other, however he sees. */
    public static boolean areAlike(LightCommand one, LightCommand other) {
        for (ColourVision vision : ColourVision.values()) {
            if (areAlike(one, other, vision)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areAlike(LightCommand one, LightCommand other, ColourVision vision) {
        // A light that is lit is told from a dark one by everybody.
        return one.colour().isDark() == other.colour().isDark()
                && one.effect() == other.effect()
                && vision.distance(one.colour(), other.colour()) < ColourVision.ALIKE;
    }
}
