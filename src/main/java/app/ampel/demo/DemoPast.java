package app.ampel.demo;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import app.ampel.domain.presence.Presence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days before a {@link DemoDay}, so that its history has something to show: working days much like it, none quite
 * like another, the same in every demo. Pure.
 */
public final class DemoPast {

    private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final LocalTime BEGINS = LocalTime.of(7, 45);
    private static final LocalTime ENDS = LocalTime.of(17, 0);
    private static final int LATER_MINUTES = 50;
    private static final int LONGER_MINUTES = 12;
    private static final int ONE_IN = 4;

    private final Teams script;
    private final ZoneId zone;

    public DemoPast(Teams script, ZoneId zone) {
        this.script = script;
        this.zone = zone;
    }

    /** What has been kept of {@code days} days before that of {@code now}, and of that day itself. */
    public List<Change> until(Instant now, int days, String account) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Stream<Span> before = today.minusDays(days)
                .datesUntil(today)
                .filter(date -> !FREE.contains(date.getDayOfWeek()))
                .flatMap(date -> day(date).stream());
        return Stream.concat(before, soFar(today, now).stream())
                .map(span -> new Change(account, span.from(), Optional.of(span)))
                .toList();
    }

    /** Of the day that is being played: just what its script says. */
    private List<Span> soFar(LocalDate today, Instant now) {
        List<Span> spans = new ArrayList<>();
        Instant from = today.atStartOfDay(zone).toInstant();
        while (from.isBefore(now)) {
            Instant until = script.changeAfter(from).filter(now::isAfter).orElse(now);
            span(from, until, script.at(from).session()).ifPresent(spans::add);
            from = until;
        }
        return spans;
    }

    private List<Span> day(LocalDate date) {
        Random random = new Random(date.toEpochDay());
        Instant from = date.atTime(BEGINS).atZone(zone).toInstant().plus(upTo(LATER_MINUTES, random));
        Instant end = date.atTime(ENDS).atZone(zone).toInstant().plus(upTo(LATER_MINUTES, random));
        List<Span> spans = new ArrayList<>();
        Optional<ScriptedPresence> shown = Optional.of(ScriptedPresence.AVAILABLE);
        while (from.isBefore(end)) {
            Optional<ScriptedPresence> next = script.at(from).session();
            shown = random.nextInt(ONE_IN) == 0 ? shown : next;
            Instant until = script.changeAfter(from).orElse(end).plus(upTo(LONGER_MINUTES, random));
            Instant to = until.isBefore(end) ? until : end;
            span(from, to, shown).ifPresent(spans::add);
            from = to;
        }
        return spans;
    }

    private static Optional<Span> span(Instant from, Instant to, Optional<ScriptedPresence> shown) {
        return shown.flatMap(pair -> Span.of(from, to, Presence.of(pair.availability(), pair.activity()), false));
    }

    private static Duration upTo(int minutes, Random random) {
        return Duration.ofMinutes(random.nextInt(minutes));
    }
}
