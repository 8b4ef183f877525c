package app.ampel.domain.light;

import java.time.Duration;
import java.util.List;

/**
 * What keeps a light lit, or proves that it still is.
 *
 * @param period from one to the next
 * @param whileDark whether it is needed while the light is dark, too
 */
public record Heartbeat(List<Report> reports, Duration period, boolean whileDark) {
    public Heartbeat {
        reports = List.copyOf(reports);
    }
}
