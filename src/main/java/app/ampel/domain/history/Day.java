package app.ampel.domain.history;

import app.ampel.domain.presence.PresenceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day of somebody's history, from midnight to midnight where they are: 23, 24 or 25 hours.
 *
 * @param spans what is known of it, in order, cut at its ends; between them are gaps
 */
public record Day(LocalDate date, ZoneId zone, List<Span> spans) {

    public Day {
        Objects.requireNonNull(date);
        Objects.requireNonNull(zone);
        spans = List.copyOf(spans);
    }

    /** From {@code today} back to the first of which anything is known; at least today. */
    public static List<Day> of(Collection<Span> spans, LocalDate today, ZoneId zone) {
        SortedMap<LocalDate, List<Span>> byDate = new TreeMap<>();
        for (Span span : spans) {
            LocalDate date = LocalDate.ofInstant(span.from(), zone);
            for (; date.atStartOfDay(zone).toInstant().isBefore(span.to()); date = date.plusDays(1)) {
                Day empty = new Day(date, zone, List.of());
                List<Span> there = byDate.computeIfAbsent(date, fresh -> new ArrayList<>());
                span.within(empty.start(), empty.end()).ifPresent(there::add);
            }
        }
        LocalDate first = byDate.isEmpty() || byDate.firstKey().isAfter(today) ? today : byDate.firstKey();
        return today.datesUntil(first.minusDays(1), Period.ofDays(-1))
                .map(date -> new Day(date, zone, byDate.getOrDefault(date, List.of())))
                .toList();
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What the clock on the wall says at a moment. */
    public LocalTime clock(Instant moment) {
        return LocalTime.ofInstant(moment, zone);
    }

    public Duration total(PresenceKind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
