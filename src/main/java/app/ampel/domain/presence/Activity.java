package app.ampel.domain.presence;

import java.util.Locale;

/**
 * What a person is doing, the finer of Microsoft's two words. An open set: the pages of
 * Microsoft list different words, in different case, and new ones appear, so unknown words are kept as they are and
 * words that differ only in case are equal.
 *
 * @param word as Microsoft writes it
 */
public record Activity(String word) {

    public static final Activity AVAILABLE = new Activity("Available");
    public static final Activity AWAY = new Activity("Away");
    public static final Activity BE_RIGHT_BACK = new Activity("BeRightBack");
    public static final Activity BUSY = new Activity("Busy");
    public static final Activity DO_NOT_DISTURB = new Activity("DoNotDisturb");
    public static final Activity IN_A_CALL = new Activity("InACall");
    public static final Activity IN_A_CONFERENCE_CALL = new Activity("InAConferenceCall");
    public static final Activity IN_A_MEETING = new Activity("InAMeeting");
    public static final Activity INACTIVE = new Activity("Inactive");
    public static final Activity OFFLINE = new Activity("Offline");
    public static final Activity OFF_WORK = new Activity("OffWork");
    public static final Activity OUT_OF_OFFICE = new Activity("OutOfOffice");
    public static final Activity PRESENCE_UNKNOWN = new Activity("PresenceUnknown");
    public static final Activity PRESENTING = new Activity("Presenting");
    public static final Activity FOCUSING = new Activity("Focusing");
    public static final Activity URGENT_INTERRUPTIONS_ONLY = new Activity("UrgentInterruptionsOnly");

    public Activity {
        word = word == null || word.isBlank() ? "PresenceUnknown" : word.strip();
    }

    /** For look-ups: the same for all spellings of a word. */
    public String key() {
        return word.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Activity that && AnyCase.equal(word, that.word);
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
