package app.ampel.domain.naming;

/**
 * Whether a text came in as it was written. Where a program's character set cannot have the letters that were typed, each
 * becomes U+FFFD, or half of one is left; who sends such a text on tells others nonsense. Pure.
 */
public final class Legible {

    private static final char REPLACEMENT = '\ufffd';

    private Legible() {}

    /** No letter was lost on the way: neither U+FFFD nor half a surrogate pair. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(Legible::lost);
    }

    private static boolean lost(int codePoint) {
        return codePoint == REPLACEMENT || Character.getType(codePoint) == Character.SURROGATE;
    }
}
