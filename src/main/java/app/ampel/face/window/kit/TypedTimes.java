package app.ampel.face.window.kit;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans and times of day as people type them, in any of our languages. Pure. */
public final class TypedTimes {

    private static final String MINUTE = "(?:m|min|minutes?|minuten?)\\.?";
    private static final String HOUR = "(?:h|hours?|std|stunden?)\\.?";
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:" + MINUTE + ")?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:[.,](\\d))?\\s*" + HOUR);
    private static final Pattern BOTH =
            Pattern.compile("(\\d{1,2})\\s*(?::|" + HOUR + ")\\s*(\\d{1,2})\\s*(?:" + MINUTE + ")?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:\\s*[:.h]?\\s*(\\d{2}))?\\s*(?:h|uhr)?\\s*([ap])?\\.?m?\\.?");

    private TypedTimes() {}

    /** "45", "45 min", "1:30", "1 h 30 min", "1.5 h"; a number alone is minutes. Empty when it is none of these. */
    public static Optional<Duration> span(String typed) {
        String text = tidy(typed);
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Optional.of(Duration.ofMinutes(number(minutes.group(1))));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return Optional.of(Duration.ofMinutes(60L * number(hours.group(1)) + 6L * number(hours.group(2))));
        }
        Matcher both = BOTH.matcher(text);
        return both.matches() && number(both.group(2)) < 60
                ? Optional.of(Duration.ofMinutes(60L * number(both.group(1)) + number(both.group(2))))
                : Optional.empty();
    }

    /** "8", "8:30", "0830", "17.30 Uhr", "5:30 pm", "24:00". Empty when it is none of these. */
    public static Optional<LocalTime> timeOfDay(String typed) {
        Matcher time = TIME.matcher(tidy(typed));
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = number(time.group(1));
        int minute = number(time.group(2));
        String half = time.group(3);
        if (minute > 59 || (half == null ? hour > 24 || (hour == 24 && minute > 0) : hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(half == null ? hour % 24 : hour % 12 + (half.equals("p") ? 12 : 0), minute));
    }

    private static String tidy(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
