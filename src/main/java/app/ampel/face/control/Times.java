package app.ampel.face.control;

import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --for}, {@code --until} and the like. Pure. */
public final class Times {

    private static final Pattern SPAN = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,6})s)?");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}");
    private static final Pattern TIME = Pattern.compile("(?:(\\p{L}+)\\s+)?(\\d{1,2})[:.](\\d{2})");
    private static final Set<String> TODAY = Set.of("today", "heute");
    private static final Set<String> TOMORROW = Set.of("tomorrow", "morgen");
    private static final Duration UNTIL_TOMORROW_NIGHT = Duration.ofHours(49);

    private final Messages words;

    public Times(Messages words) {
        this.words = words;
    }

    /** {@code 45m}, {@code 1h}, {@code 1h30m}, {@code 90} (minutes), {@code 60s}. */
    public static Optional<Duration> span(String text) {
        if (MINUTES.matcher(text).matches()) {
            return Optional.of(Duration.ofMinutes(Long.parseLong(text)));
        }
        Matcher parts = SPAN.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofHours(number(parts, 1)).plusMinutes(number(parts, 2)).plusSeconds(number(parts, 3)));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** How long a status is to last, or is to last longer. */
    public Duration span(String text, Instant now) throws Failure {
        Duration span = span(text).orElseThrow(() -> Failure.usage(words.say("cli.wrong-span", Phrases.tame(text))));
        check(now.plus(span), now, StatusDefaults.LONGEST, text);
        return span;
    }

    private void check(Instant end, Instant now, Duration longest, String text) throws Failure {
        Duration left = Duration.between(now, end);
        if (left.compareTo(StatusDefaults.SHORTEST) < 0 || left.compareTo(longest) > 0) {
            throw Failure.usage(words.say("cli.span-range", Phrases.tame(text)));
        }
    }

    /** Whether it says which day a time is of. */
    public static boolean isDay(String word) {
        return TODAY.contains(word.toLowerCase(Locale.ROOT)) || TOMORROW.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The next time that a clock on the wall shows {@code text}: today, or else tomorrow; or on the day that it names. */
    public Instant endAt(String text, Instant now, ZoneId zone) throws Failure {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw Failure.usage(words.say("cli.wrong-time", Phrases.tame(text)));
        }
        LocalTime time;
        try {
            time = LocalTime.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw Failure.usage(words.say("cli.wrong-time", Phrases.tame(text)));
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant end = today.atTime(time).atZone(zone).toInstant();
        if (parts.group(1) != null && !isDay(parts.group(1))) {
            throw Failure.usage(words.say("cli.wrong-time", Phrases.tame(text)));
        }
        String day = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
        if (TOMORROW.contains(day) || day.isEmpty() && !end.isAfter(now)) {
            end = today.plusDays(1).atTime(time).atZone(zone).toInstant();
        }
        if (!end.isAfter(now)) {
            throw Failure.usage(words.say("cli.time-over", Phrases.tame(text)));
        }
        check(end, now, UNTIL_TOMORROW_NIGHT, text);
        return end;
    }
}
