package app.ampel.domain.light;

import java.util.Locale;
import java.util.Set;

/** What USB devices call their serial number. Pure. */
public final class SerialNumbers {

    /** Such that are no numbers at all, and one that every newer light of Cleware's has. */
    private static final Set<String> SHARED =
            Set.of("63813", "serial", "serialnumber", "none", "null", "unknown", "default", "notset", "na", "deadbeef");

    private static final int SHORTEST_RUN = 3;
    private static final int HEX = 16;

    private SerialNumbers() {}

    /**
     * Whether it may be one that no other device has. Not so are, whatever stands between their letters and digits: none at
     * all, zeros before a single digit (0001, as CP2102 chips leave the factory), one digit over and over, digits or letters
     * in the order of counting (123456, 0123456789ABCDEF, 654321), and words such as "none".
     */
    public static boolean isOwn(String serial) {
        String plain = serial.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return !plain.matches("0*\\p{N}?")
                && !plain.matches("(.)\\1{2,}")
                && !SHARED.contains(plain)
                && !isRun(plain, 1)
                && !isRun(plain, -1);
    }

    private static boolean isRun(String plain, int step) {
        if (plain.length() < SHORTEST_RUN) {
            return false;
        }
        boolean run = true;
        for (int i = 1; i < plain.length(); i++) {
            run &= follows(plain.charAt(i - 1), plain.charAt(i), step);
        }
        return run;
    }

    /** Also 0 after 9, and A after 9. */
    private static boolean follows(char before, char after, int step) {
        int digit = Character.digit(before, HEX);
        boolean wraps = step == 1 ? before == '9' && after == '0' : before == '0' && after == '9';
        return after - before == step || wraps || digit >= 0 && Character.digit(after, HEX) - digit == step;
    }
}
