package app.ampel.service.doctor;

import java.util.List;

/**
 * The end of the log.
 *
 * @param stamp changes with every new line
 * @param lines the newest last
 */
public record LogEnd(long stamp, List<String> lines) {

    /** Of which nothing has been read yet. */
    public static final LogEnd UNREAD = new LogEnd(Long.MIN_VALUE, List.of());

    public LogEnd {
        lines = List.copyOf(lines);
    }
}
