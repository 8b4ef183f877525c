package app.ampel.domain.status;

import app.ampel.domain.presence.StatusMessage;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a note that was read is one that was written. Microsoft may show a text in another spelling: entities in place
 * of signs, other line ends and blanks, composed letters; and it may leave something out. Pure.
 */
final class NoteText {

    /** As long as a request is under way, and clocks differ. Nobody writes a note of his own in Teams so soon. */
    private static final Duration OUR_WRITE = Duration.ofSeconds(10);

    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,6});");

    private NoteText() {}

    /** By what they say. */
    static boolean same(String a, String b) {
        return a.equals(b) || plain(a).equals(plain(b));
    }

    /** By when it was put there: with a request of ours that was sent at {@code sent}. */
    static boolean isOurs(StatusMessage read, Instant sent) {
        return read.published()
                .filter(there -> Duration.between(sent, there).abs().compareTo(OUR_WRITE) <= 0)
                .isPresent();
    }

    /** Entities may have been put in twice on the way. */
    static String plain(String text) {
        String decoded = decoded(decoded(text));
        return Normalizer.normalize(decoded, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("[\\p{Z}\\p{Cc}]+", " ")
                .strip();
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(sign(entity.group(1), entity.group())));
    }

    private static String sign(String name, String otherwise) {
        if (name.startsWith("#")) {
            boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : otherwise;
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> otherwise;
        };
    }
}
