package app.ampel.domain.naming;

/**
 * Whether a text came in as it was written, and how one is shown that anybody may have written. Where a program's character set cannot have the letters that were typed, each
 * becomes U+FFFD, or half of one is left; who sends such a text on tells others nonsense. Pure.
 */
public final class Legible {

    private static final char REPLACEMENT = '\ufffd';
    private static final String ELLIPSIS = "\u2026";

    /** Several emoji become one with the first of these, and Persian needs the other. */
    private static final int JOINER = 0x200d;

    private static final int NON_JOINER = 0x200c;

    /** More on one letter is no language's. */
    private static final int MOST_MARKS = 4;

    /** Code points that are looked at; nobody reads further. */
    private static final int LONGEST = 20_000;

    private Legible() {}

    /** No letter was lost on the way: neither U+FFFD nor half a surrogate pair. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(Legible::lost);
    }

    /**
     * A foreign text as one line that can be read and harms nothing around it: no control characters, no marks that turn the
     * direction of writing, no letters that were lost, no towers of accents; cut where it is too long, never within a
     * letter. Letters of every script and emoji stay.
     *
     * @param most code points of the answer
     */
    public static String of(String text, int most) {
        StringBuilder line = new StringBuilder();
        int marks = 0;
        boolean gap = false;
        int[] codePoints = text.codePoints().limit(LONGEST).toArray();
        for (int codePoint : codePoints) {
            int type = Character.getType(codePoint);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (isGap(codePoint, type)) {
                gap = line.length() > 0;
            } else if (isShown(codePoint, type) && marks <= MOST_MARKS) {
                line.append(gap ? " " : "").appendCodePoint(codePoint);
                gap = false;
            }
        }
        return cut(line.toString(), most);
    }

    private static boolean isGap(int codePoint, int type) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || type == Character.CONTROL;
    }

    private static boolean isShown(int codePoint, int type) {
        boolean invisible = type == Character.FORMAT && codePoint != JOINER && codePoint != NON_JOINER;
        return !invisible && !lost(codePoint) && type != Character.PRIVATE_USE;
    }

    private static String cut(String line, int most) {
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        int end = line.offsetByCodePoints(0, most - 1);
        // What joins itself to the letter before stays with it.
        while (end > 0 && joins(line, end)) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).strip() + ELLIPSIS;
    }

    private static boolean joins(String line, int at) {
        int next = line.codePointAt(at);
        int before = line.codePointBefore(at);
        int type = Character.getType(next);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.MODIFIER_SYMBOL && next > Character.MAX_VALUE
                || next == JOINER
                || before == JOINER;
    }

    private static boolean lost(int codePoint) {
        return codePoint == REPLACEMENT || Character.getType(codePoint) == Character.SURROGATE;
    }
}
