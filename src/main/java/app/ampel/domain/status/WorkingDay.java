package app.ampel.domain.status;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * On which days one works, and from when to when. Where the end is not after the start, work that begins on one of the
 * days ends on the next.
 */
public record WorkingDay(Set<DayOfWeek> days, LocalTime start, LocalTime end) {

    public static final WorkingDay USUAL =
            new WorkingDay(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(17, 0));

    /** Nothing is set for longer; beyond it, the next working day's end is no end that anybody means. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private record Shift(Instant from, Instant to) {}

    public WorkingDay {
        days = Set.copyOf(days);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }

    public WorkingDay withDays(Set<DayOfWeek> other) {
        return new WorkingDay(other, start, end);
    }

    public WorkingDay withStart(LocalTime other) {
        return new WorkingDay(days, other, end);
    }

    public WorkingDay withEnd(LocalTime other) {
        return new WorkingDay(days, start, other);
    }

    /** The next end of a working day; 24 hours from now where none comes before. */
    public Instant endAfter(Instant now, ZoneId zone) {
        Instant latest = now.plus(LONGEST);
        return shifts(now, zone)
                .map(Shift::to)
                .filter(to -> to.isAfter(now) && to.isBefore(latest))
                .findFirst()
                .orElse(latest);
    }

    /** Whether one works then. */
    public boolean isWithin(Instant now, ZoneId zone) {
        return shifts(now, zone).anyMatch(shift -> !now.isBefore(shift.from()) && now.isBefore(shift.to()));
    }

    /** When work next begins or ends; empty when there is no working day. */
    public Optional<Instant> changesAfter(Instant now, ZoneId zone) {
        return shifts(now, zone)
                .flatMap(shift -> Stream.of(shift.from(), shift.to()))
                .filter(change -> change.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** From yesterday's to the one in a week, in their order. */
    private Stream<Shift> shifts(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-1, 7)
                .mapToObj(today::plusDays)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> new Shift(
                        day.atTime(start).atZone(zone).toInstant(),
                        (end.isAfter(start) ? day : day.plusDays(1))
                                .atTime(end)
                                .atZone(zone)
                                .toInstant()));
    }
}
