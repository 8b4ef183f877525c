package app.ampel.face.window.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The times that lists offer, with the one in force among them. Pure. */
final class Spans {

    private static final List<Duration> STATUS = Stream.of(15, 30, 45, 60, 90, 120, 180, 240, 480)
            .map(Duration::ofMinutes)
            .toList();
    private static final List<Duration> POLLS = Stream.of(1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600)
            .map(Duration::ofSeconds)
            .toList();
    private static final List<Duration> LEASES =
            Stream.of(5, 10, 20, 30, 60, 120, 240).map(Duration::ofMinutes).toList();

    private Spans() {}

    /** How long a status may last. */
    static List<Duration> ofStatus(Stream<Duration> inForce) {
        return with(STATUS, inForce);
    }

    static List<Duration> ofLease(Duration inForce) {
        return with(LEASES, Stream.of(inForce));
    }

    /** @param shortest nothing below */
    static List<Duration> ofPolls(Duration inForce, Duration shortest) {
        return with(POLLS, Stream.of(inForce)).stream()
                .filter(span -> span.compareTo(shortest) >= 0)
                .toList();
    }

    private static List<Duration> with(List<Duration> usual, Stream<Duration> more) {
        return Stream.concat(usual.stream(), more).distinct().sorted().toList();
    }

    /** Every half hour of a day. */
    static List<LocalTime> ofDay(LocalTime inForce) {
        Stream<LocalTime> halves = IntStream.range(0, 48).mapToObj(half -> LocalTime.MIDNIGHT.plusMinutes(30L * half));
        return Stream.concat(halves, Stream.of(inForce)).distinct().sorted().toList();
    }
}
