package app.ampel.cli;

import app.ampel.sentence.Phrases;
import app.ampel.settings.Settings;
import app.ampel.words.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --for}, {@code --until} and the like. Pure. */
final class Times {

    private static final Pattern SPAN = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,6})s)?");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})");

    private final Words words;

    Times(Words words) {
        this.words = words;
    }

    /** {@code 45m}, {@code 1h}, {@code 1h30m}, {@code 90} (minutes), {@code 60s}. */
    static Optional<Duration> span(String text) {
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

    /** The end of a status that is to last for {@code text}. */
    Instant endAfter(String text, Instant now) throws Failure {
        Duration span = span(text).orElseThrow(() -> Failure.usage(words.say("cli.wrong-span", Phrases.tame(text))));
        if (span.compareTo(Settings.SHORTEST_MANUAL) < 0 || span.compareTo(Settings.LONGEST_MANUAL) > 0) {
            throw Failure.usage(words.say("cli.span-range", Phrases.tame(text)));
        }
        return now.plus(span);
    }

    /** The next time that a clock on the wall shows {@code text}: today, or else tomorrow. */
    Instant endAt(String text, Instant now, ZoneId zone) throws Failure {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw Failure.usage(words.say("cli.wrong-time", Phrases.tame(text)));
        }
        LocalTime time;
        try {
            time = LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        } catch (DateTimeException e) {
            throw Failure.usage(words.say("cli.wrong-time", Phrases.tame(text)));
        }
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime end = here.toLocalDate().atTime(time).atZone(zone);
        if (!end.isAfter(here)) {
            end = here.toLocalDate().plusDays(1).atTime(time).atZone(zone);
        }
        Duration left = Duration.between(here, end);
        if (left.compareTo(Settings.SHORTEST_MANUAL) < 0 || left.compareTo(Settings.LONGEST_MANUAL) > 0) {
            throw Failure.usage(words.say("cli.span-range", Phrases.tame(text)));
        }
        return end.toInstant();
    }
}
