package app.ampel.adapter.graph.people;

import app.ampel.domain.naming.Legible;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is typed as Graph's {@code $search} wants it: whole clauses in double quotes, a quote or backslash inside escaped with
 * a backslash. What belongs to an address the SDK encodes.
 */
final class SearchText {

    private static final int LONGEST = 120;

    private SearchText() {}

    /** Any of the properties; empty where there is nothing to look for. */
    static Optional<String> anyOf(String typed, String... properties) {
        // Graph has trouble with "&", and for its words it is no more than a gap.
        String line = Legible.of(typed.replace('&', ' '), LONGEST).replace("\u2026", "");
        if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        String escaped = line.replace("\\", "\\\\").replace("\"", "\\\"");
        return Optional.of(Arrays.stream(properties)
                .map(property -> "\"" + property + ":" + escaped + "\"")
                .collect(Collectors.joining(" OR ")));
    }

    /** As a text within {@code $filter}. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
