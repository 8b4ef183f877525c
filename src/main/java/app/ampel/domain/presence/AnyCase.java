package app.ampel.domain.presence;

/** Compares words letter by letter, whatever their case, and makes no new ones: hundreds are compared at once. */
final class AnyCase {

    private static final int FACTOR = 31;

    private AnyCase() {}

    static boolean equal(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (Character.toLowerCase(one.charAt(i)) != Character.toLowerCase(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same for words that are equal. */
    static int hash(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = FACTOR * hash + Character.toLowerCase(word.charAt(i));
        }
        return hash;
    }
}
