package app.ampel.adapter.files.history;

import app.ampel.domain.history.Span;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A span but for its beginning as it stands in the file: end, out of office, light only, availability, activity. */
final class SpanText {

    private static final String TAB = "\t";
    private static final int FIELDS = 5;

    private SpanText() {}

    static String of(Span span) {
        Presence presence = span.presence();
        return String.join(
                TAB,
                Long.toString(span.to().getEpochSecond()),
                Boolean.toString(presence.outOfOffice()),
                Boolean.toString(span.lightOnly()),
                word(presence.availability().word()),
                word(presence.activity().word()));
    }

    /** Microsoft may invent any word, but none with a tab gets far. */
    private static String word(String word) {
        return word.replace(TAB, " ");
    }

    /** Empty for what {@link #of} has not written. */
    static Optional<Span> read(long from, String text) {
        String[] fields = text.split(TAB, -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            Presence presence = new Presence(
                    new Availability(fields[3]),
                    new Activity(fields[4]),
                    Boolean.parseBoolean(fields[1]),
                    Optional.empty(),
                    Optional.empty(),
                    "");
            Instant to = Instant.ofEpochSecond(Long.parseLong(fields[0]));
            return Span.of(Instant.ofEpochSecond(from), to, presence, Boolean.parseBoolean(fields[2]));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
