package app.ampel.adapter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** Nobody means more; a wrong number must not silence Ampel for good. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** When to ask again; empty when the header is missing, unreadable or lies in the past. At most an hour ahead. */
    static Optional<Instant> parse(String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        Instant latest = now.plus(LONGEST);
        return moment(header.strip(), now)
                .filter(moment -> moment.isAfter(now))
                .map(moment -> moment.isAfter(latest) ? latest : moment);
    }

    private static Optional<Instant> moment(String text, Instant now) {
        try {
            return text.matches("[0-9]{1,9}(\\.[0-9]*)?")
                    ? Optional.of(now.plusMillis((long) Math.ceil(Double.parseDouble(text) * 1000)))
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
