package app.ampel.face.window.wall;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A text that is cut where it is too wide, never within a letter. Pure. */
final class Shortened {

    private static final String ELLIPSIS = "…";

    /** Nothing on a wall is longer; a name may have three hundred. */
    private static final int MOST = 120;

    private static final int JOINER = 0x200d;

    private Shortened() {}

    /** @param measure how wide a text is */
    static String of(String text, double width, ToDoubleFunction<String> measure) {
        if (text.length() <= MOST && measure.applyAsDouble(text) <= width) {
            return text;
        }
        List<Integer> ends = ends(text);
        int fits = 0;
        int tooMany = ends.size();
        while (fits + 1 < tooMany) {
            int middle = (fits + tooMany) / 2;
            if (measure.applyAsDouble(cut(text, ends.get(middle))) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return cut(text, ends.get(fits));
    }

    private static String cut(String text, int end) {
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** After how many characters it may be cut, beginning with none. */
    private static List<Integer> ends(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int end = letters.next(); end != BreakIterator.DONE && end <= MOST; end = letters.next()) {
            boolean joined =
                    end < text.length() && text.codePointAt(end) == JOINER || text.codePointBefore(end) == JOINER;
            if (!joined && end < text.length()) {
                ends.add(end);
            }
        }
        return ends;
    }
}
