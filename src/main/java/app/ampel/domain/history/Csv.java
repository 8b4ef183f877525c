package app.ampel.domain.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spans as RFC 4180 has it, the same in every language: times in ISO 8601 with their offset, Microsoft's own words. A
 * field that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class Csv {

    private static final List<String> HEADER =
            List.of("from", "to", "seconds", "availability", "activity", "out_of_office", "source");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    public static String of(List<Span> spans, ZoneId zone) {
        return Stream.concat(Stream.of(HEADER), spans.stream().map(span -> row(span, zone)))
                .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> row(Span span, ZoneId zone) {
        return List.of(
                time(span.from(), zone),
                time(span.to(), zone),
                Long.toString(span.length().toSeconds()),
                span.presence().availability().word(),
                span.presence().activity().word(),
                Boolean.toString(span.presence().outOfOffice()),
                span.lightOnly() ? "light-only" : "teams");
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    private static String field(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return TO_BE_QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
