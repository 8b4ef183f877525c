package app.ampel.domain.presence;

import java.util.Locale;

/**
 * How reachable a person is, the coarser of Microsoft's two words. An open set: the pages of
 * Microsoft list different words, in different case, and new ones appear, so unknown words are kept as they are and
 * words that differ only in case are equal.
 *
 * @param word as Microsoft writes it
 */
public record Availability(String word) {

    public static final Availability AVAILABLE = new Availability("Available");
    public static final Availability AVAILABLE_IDLE = new Availability("AvailableIdle");
    public static final Availability AVAILABLE_INACTIVE = new Availability("AvailableInactive");
    public static final Availability AWAY = new Availability("Away");
    public static final Availability BE_RIGHT_BACK = new Availability("BeRightBack");
    public static final Availability BUSY = new Availability("Busy");
    public static final Availability BUSY_IDLE = new Availability("BusyIdle");
    public static final Availability DO_NOT_DISTURB = new Availability("DoNotDisturb");
    public static final Availability OFFLINE = new Availability("Offline");
    public static final Availability PRESENCE_UNKNOWN = new Availability("PresenceUnknown");

    public Availability {
        word = word == null || word.isBlank() ? "PresenceUnknown" : word.strip();
    }

    /** For look-ups: the same for all spellings of a word. */
    public String key() {
        return word.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Availability that && AnyCase.equal(word, that.word);
    }

    @Override
    public int hashCode() {
        return AnyCase.hash(word);
    }

    @Override
    public String toString() {
        return word;
    }
}
