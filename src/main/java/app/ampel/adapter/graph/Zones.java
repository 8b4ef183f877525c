package app.ampel.adapter.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Time zones as Microsoft names them: by IANA, by Windows ("Pacific Standard Time"; Java knows those names on Windows
 * only, so the table of CLDR is shipped), by an offset, or "tzone://Microsoft/Utc". In any case of letters.
 */
final class Zones {

    private static final String MICROSOFT = "tzone://microsoft/";

    private Zones() {}

    /** Empty for a name that nobody knows. */
    static Optional<ZoneId> of(String name) {
        String bare = name.strip();
        if (bare.toLowerCase(Locale.ROOT).startsWith(MICROSOFT)) {
            bare = bare.substring(MICROSOFT.length());
        }
        String word = bare;
        if (word.equalsIgnoreCase("utc") || word.equalsIgnoreCase("coordinated universal time")) {
            return Optional.of(ZoneOffset.UTC);
        }
        return Optional.ofNullable(Table.WINDOWS.get(word)).or(() -> java(word));
    }

    private static Optional<ZoneId> java(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .map(ZoneId::of);
        }
    }

    /** Read when a name of Windows' may be needed for the first time. */
    private static final class Table {

        private static final Map<String, ZoneId> WINDOWS = read();

        private static Map<String, ZoneId> read() {
            Map<String, ZoneId> table = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            try (InputStream from = Zones.class.getResourceAsStream("windows-zones.txt");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("=", 2))
                        .forEach(pair -> table.put(pair[0], ZoneId.of(pair[1])));
                return table;
            } catch (IOException e) {
                throw new IllegalStateException("the table of zones is part of the program", e);
            }
        }
    }
}
