package app.ampel.service.settings;

import app.ampel.domain.naming.WireName;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How the program looks.
 *
 * @param language empty: the system's
 * @param motion whether anything moves or blinks, on the screen and on lights
 */
public record Looks(Optional<Language> language, Theme theme, Icons icons, Motion motion) {

    public static final Looks USUAL = new Looks(Optional.empty(), Theme.SYSTEM, Icons.COLOUR, Motion.SYSTEM);

    public Looks {
        Objects.requireNonNull(language);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(icons);
        Objects.requireNonNull(motion);
    }

    /** The languages that there are words in. */
    public enum Language implements WireName {
        EN(Locale.ENGLISH),
        DE(Locale.GERMAN);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        public Locale locale() {
            return locale;
        }

        /** This language in the country of {@code system}, whose week begins on its own day. */
        public Locale in(Locale system) {
            return new Locale(locale.getLanguage(), system.getCountry());
        }
    }

    public enum Theme implements WireName {
        /** As the desktop is. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** How the tray's icon is drawn. */
    public enum Icons implements WireName {
        COLOUR,
        /** Told apart by their shapes alone. */
        MONO
    }

    public enum Motion implements WireName {
        /** As the desktop wants it. */
        SYSTEM,
        FULL,
        /** Nothing moves and no light blinks. */
        REDUCED
    }

    public Looks withLanguage(Optional<Language> other) {
        return new Looks(other, theme, icons, motion);
    }

    public Looks with(Theme other) {
        return new Looks(language, other, icons, motion);
    }

    public Looks with(Icons other) {
        return new Looks(language, theme, other, motion);
    }

    public Looks with(Motion other) {
        return new Looks(language, theme, icons, other);
    }
}
