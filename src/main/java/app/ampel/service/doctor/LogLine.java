package app.ampel.service.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the log, as it stands in the file.
 *
 * @param more what follows on lines of its own: what was thrown, and from where
 */
public record LogLine(Level level, String text, List<String> more) {

    /** From the least to the most important. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    private static final Pattern HEAD = Pattern.compile("[0-9-]{10}T[0-9:.]{12}\\S* (TRACE|DEBUG|INFO|WARN|ERROR) +.*");
    private static final Pattern THROWN = Pattern.compile("(?:Caused by: )?([\\w$]+(?:\\.[\\w$]+)+)(?::.*)?");

    public LogLine {
        Objects.requireNonNull(level);
        Objects.requireNonNull(text);
        more = List.copyOf(more);
    }

    /** Puts lines that belong together into one; what stands before the first entry belongs to none. */
    public static List<LogLine> read(List<String> lines) {
        List<LogLine> entries = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String head = "";
        for (String line : lines) {
            if (HEAD.matcher(line).matches()) {
                add(entries, head, more);
                head = line;
                more.clear();
            } else {
                more.add(line);
            }
        }
        add(entries, head, more);
        return List.copyOf(entries);
    }

    private static void add(List<LogLine> entries, String head, List<String> more) {
        Matcher matcher = HEAD.matcher(head);
        if (matcher.matches()) {
            String level = matcher.group(1).equals("TRACE") ? "DEBUG" : matcher.group(1);
            entries.add(new LogLine(Level.valueOf(level), head, more));
        }
    }

    /** The entry with the classes of what was thrown, but without what those say: that is others' text. */
    String withoutMessages() {
        String thrown = String.join(
                ", ",
                more.stream()
                        .map(THROWN::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .toList());
        return thrown.isEmpty() ? text : text + " (" + thrown + ")";
    }
}
