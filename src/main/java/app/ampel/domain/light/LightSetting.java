package app.ampel.domain.light;

import java.util.Objects;
import java.util.Optional;

/**
 * What the user wants of one light, or of all lights of a model that have no serial number.
 *
 * @param name what the user calls it; empty: by its model
 * @param off dark and let go, whatever the others show
 * @param button what its button does, where it has one
 * @param scheme the name of the scheme that it follows; empty: the one in force
 * @param confirmed the user says that it is a light, where only its ids speak for that
 */
public record LightSetting(
        Optional<String> name,
        boolean off,
        Adjustment adjustment,
        ButtonUse button,
        Optional<String> scheme,
        boolean confirmed) {

    /** One of which nobody has had to say that it is a light. */
    public LightSetting(
            Optional<String> name, boolean off, Adjustment adjustment, ButtonUse button, Optional<String> scheme) {
        this(name, off, adjustment, button, scheme, false);
    }

    public static final LightSetting DEFAULT =
            new LightSetting(Optional.empty(), false, Adjustment.NONE, ButtonUse.NONE, Optional.empty());

    private static final int LONGEST_NAME = 40;

    public LightSetting {
        if (!name.equals(name.flatMap(LightSetting::name))) {
            throw new IllegalArgumentException("not a name");
        }
        Objects.requireNonNull(adjustment);
        Objects.requireNonNull(button);
        Objects.requireNonNull(scheme);
    }

    /** A name without blanks around it; empty when it is none: blank, too long, or nothing that can be shown. */
    public static Optional<String> name(String text) {
        String name = text.strip();
        boolean shown = name.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        return Optional.of(name).filter(it -> shown && !it.isEmpty() && it.length() <= LONGEST_NAME);
    }

    public LightSetting withName(Optional<String> other) {
        return new LightSetting(other, off, adjustment, button, scheme, confirmed);
    }

    public LightSetting withOff(boolean other) {
        return new LightSetting(name, other, adjustment, button, scheme, confirmed);
    }

    public LightSetting with(Adjustment other) {
        return new LightSetting(name, off, other, button, scheme, confirmed);
    }

    public LightSetting with(ButtonUse other) {
        return new LightSetting(name, off, adjustment, other, scheme, confirmed);
    }

    public LightSetting following(Optional<String> otherScheme) {
        return new LightSetting(name, off, adjustment, button, otherScheme, confirmed);
    }

    public LightSetting withConfirmed(boolean other) {
        return new LightSetting(name, off, adjustment, button, scheme, other);
    }
}
