package app.ampel.domain.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The checks that the values of this package share. What they say has no value in it: it might be logged. */
final class Limits {

    private static final int LONGEST_ID = 200;

    private Limits() {}

    /** An object id, or a sign-in name. */
    static void id(String id) {
        if (id.isEmpty()
                || id.length() > LONGEST_ID
                || id.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("not an id");
        }
    }

    static void text(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(what + " is empty or too long");
        }
    }

    static <T> void atMost(String what, List<T> list, int most, Function<T, Object> key) {
        if (list.size() > most) {
            throw new IllegalArgumentException("too many " + what);
        }
        Set<Object> keys = new HashSet<>();
        if (!list.stream().map(key).allMatch(keys::add)) {
            throw new IllegalArgumentException(what + " twice");
        }
    }

    static void ids(String what, Set<String> ids, int most) {
        if (ids.size() > most) {
            throw new IllegalArgumentException("too many " + what);
        }
        ids.forEach(Limits::id);
    }

    /** No longer than {@code longest}, and no half of a letter at its end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
