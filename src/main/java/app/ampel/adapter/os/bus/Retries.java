package app.ampel.adapter.os.bus;

import java.time.Duration;

/** How long to wait before each further attempt: twice as long each time, up to a limit. */
public record Retries(Duration first, Duration longest) {

    public static final Retries USUAL = new Retries(Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** @param failures in a row so far, at least one */
    public Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 30));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
