package app.ampel.domain.status;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How somebody likes to set a status by hand: the settings.
 *
 * @param usual how long a status lasts when nothing is said
 * @param byChoice the same for single choices
 * @param offered the durations that menus offer
 * @param lease how long Microsoft keeps a session by itself
 * @param leaveOnQuit a running status is left to its end when Ampel ends, instead of being cleared
 */
public record StatusDefaults(
        Duration usual,
        Map<Choice, Duration> byChoice,
        List<Duration> offered,
        WorkingDay workingDay,
        Duration lease,
        boolean leaveOnQuit) {

    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofHours(24);

    public static final StatusDefaults USUAL = new StatusDefaults(
            Duration.ofHours(1),
            Map.of(),
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4)),
            WorkingDay.USUAL,
            Leases.USUAL,
            false);

    public StatusDefaults {
        check(usual, SHORTEST, LONGEST);
        byChoice.values().forEach(time -> check(time, SHORTEST, LONGEST));
        byChoice = byChoice.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byChoice));
        offered.forEach(time -> check(time, SHORTEST, LONGEST));
        offered = offered.stream().distinct().sorted().toList();
        Objects.requireNonNull(workingDay);
        check(lease, Leases.SHORTEST, Leases.LONGEST);
    }

    private static void check(Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException("from " + least + " to " + most + ": " + time);
        }
    }

    public StatusDefaults withUsual(Duration other) {
        return new StatusDefaults(other, byChoice, offered, workingDay, lease, leaveOnQuit);
    }

    /** @param time empty: as usual */
    public StatusDefaults with(Choice choice, Optional<Duration> time) {
        Map<Choice, Duration> times = new HashMap<>(byChoice);
        time.ifPresentOrElse(it -> times.put(choice, it), () -> times.remove(choice));
        return new StatusDefaults(usual, times, offered, workingDay, lease, leaveOnQuit);
    }

    public StatusDefaults withByChoice(Map<Choice, Duration> other) {
        return new StatusDefaults(usual, other, offered, workingDay, lease, leaveOnQuit);
    }

    public StatusDefaults withOffered(List<Duration> other) {
        return new StatusDefaults(usual, byChoice, other, workingDay, lease, leaveOnQuit);
    }

    public StatusDefaults with(WorkingDay other) {
        return new StatusDefaults(usual, byChoice, offered, other, lease, leaveOnQuit);
    }

    public StatusDefaults withLease(Duration other) {
        return new StatusDefaults(usual, byChoice, offered, workingDay, other, leaveOnQuit);
    }

    public StatusDefaults withLeaveOnQuit(boolean other) {
        return new StatusDefaults(usual, byChoice, offered, workingDay, lease, other);
    }

    /** What menus offer for the next status, in their order. */
    public List<DurationOption> offers() {
        Stream<DurationOption> spans = Stream.concat(offered.stream(), Stream.of(usual))
                .distinct()
                .sorted()
                .map(span -> byChoice.isEmpty() && span.equals(usual) ? DurationOption.USUAL : DurationOption.of(span));
        Stream<DurationOption> usually = byChoice.isEmpty() ? Stream.empty() : Stream.of(DurationOption.USUAL);
        return Stream.of(usually, spans, Stream.of(DurationOption.WORKING_DAY, DurationOption.UNTIL_CLEARED))
                .flatMap(lasting -> lasting)
                .toList();
    }

    /** How long {@code choice} lasts when nothing is said. */
    public Duration time(Choice choice) {
        return byChoice.getOrDefault(choice, usual);
    }
}
