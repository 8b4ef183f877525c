package app.ampel.manual;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** On which days one works, and until when. */
public record WorkingDay(Set<DayOfWeek> days, LocalTime end) {

    public static final WorkingDay USUAL =
            new WorkingDay(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(17, 0));

    /** Nothing is set for longer; beyond it, the next working day's end is no end that anybody means. */
    private static final Duration LONGEST = Duration.ofHours(24);

    public WorkingDay {
        days = Set.copyOf(days);
        Objects.requireNonNull(end);
    }

    /** The next end of a working day; 24 hours from now where none comes before. */
    public Instant endAfter(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        Instant latest = now.plus(LONGEST);
        for (int day = 0; day <= 1; day++) {
            ZonedDateTime end =
                    here.toLocalDate().plusDays(day).atTime(this.end).atZone(zone);
            boolean works = days.contains(end.getDayOfWeek());
            if (works && end.toInstant().isAfter(now) && end.toInstant().isBefore(latest)) {
                return end.toInstant();
            }
        }
        return latest;
    }
}
