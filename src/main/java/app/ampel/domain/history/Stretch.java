package app.ampel.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The part of a day that strips show, the same for all of them, so that they can be compared: usual working hours, and
 * more where more is known.
 *
 * @param from, to full hours by the clock, 0 to 24
 */
public record Stretch(int from, int to) {

    private static final Stretch USUAL = new Stretch(8, 18);
    private static final int MIDNIGHT = 24;
    private static final int MOST_MARKS = 7;

    public Stretch {
        if (from < 0 || from >= to || to > MIDNIGHT) {
            throw new IllegalArgumentException("no hours: " + from + " to " + to);
        }
    }

    public static Stretch of(List<Day> days) {
        int from = USUAL.from;
        int to = USUAL.to;
        for (Day day : days) {
            for (Span span : day.spans()) {
                from = Math.min(from, day.clock(span.from()).getHour());
                to = Math.max(to, endHour(day, span));
            }
        }
        return new Stretch(from, to);
    }

    /** The first full hour that is not before its end; by the clock, which may say the same hour twice. */
    private static int endHour(Day day, Span span) {
        if (!span.to().isBefore(day.end())) {
            return MIDNIGHT;
        }
        LocalTime end = day.clock(span.to());
        return end.equals(LocalTime.of(end.getHour(), 0)) ? end.getHour() : end.getHour() + 1;
    }

    /** Full hours that are worth a mark, evenly spaced, not too many. */
    public List<Integer> marks() {
        int step = IntStream.of(1, 2, 3, 6)
                .filter(hours -> (to - from) / hours < MOST_MARKS)
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(from, to)
                .filter(hour -> hour % step == 0)
                .boxed()
                .toList();
    }

    /** Where in the stretch an hour of {@code day} is, from 0 to 1. */
    public double share(Day day, int hour) {
        return share(day, moment(day, hour));
    }

    /** Where in the stretch a moment of {@code day} is, from 0 to 1. */
    public double share(Day day, Instant moment) {
        double passed = Duration.between(moment(day, from), moment).toMillis();
        return Math.max(0, Math.min(1, passed / length(day).toMillis()));
    }

    /** What is known of the moment that lies at {@code share} of the stretch. */
    public Optional<Span> at(Day day, double share) {
        Instant moment = moment(day, from).plusMillis(Math.round(length(day).toMillis() * share));
        return day.spans().stream()
                .filter(span -> !moment.isBefore(span.from()) && moment.isBefore(span.to()))
                .findFirst();
    }

    private Duration length(Day day) {
        return Duration.between(moment(day, from), moment(day, to));
    }

    private static Instant moment(Day day, int hour) {
        ZonedDateTime midnight = day.date().atStartOfDay(day.zone());
        return hour == 0
                ? midnight.toInstant()
                : hour == MIDNIGHT
                        ? day.end()
                        : day.date().atTime(hour, 0).atZone(day.zone()).toInstant();
    }
}
