package app.ampel.bench;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.people.Wall;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.RequestBudget;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A wall of 5000 people: the slowest of a hundred times that it is made of what is known, and how much memory all of that takes. In
 * this JVM; processor time, as whatever else the computer does meanwhile is none of it.
 */
final class WallTimes {

    private static final int PEOPLE = 5_000;
    private static final int WARM_UP = 200;
    private static final int TIMES = 500;
    private static final int PERCENT = 99;
    private static final double MEGABYTE = 1024 * 1024;
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private WallTimes() {}

    /** All that there is because of a wall. */
    private record Known(List<Person> people, Map<String, PresenceAt> presences, PresenceRound round, Wall wall) {

        static Known make() {
            List<Person> people = IntStream.range(0, PEOPLE)
                    .mapToObj(
                            i -> Person.of("00000000-0000-0000-0000-" + (100_000_000_000L + i), "Person " + i, mail(i)))
                    .toList();
            Map<String, PresenceAt> presences = new HashMap<>();
            for (int i = 0; i < PEOPLE; i++) {
                presences.put(people.get(i).id(), at(i % 4));
            }
            PresenceRound round = PresenceRound.of(
                    RequestBudget.Priority.SCREEN,
                    Duration.ofSeconds(30),
                    people.stream().map(Person::id).toList());
            return new Known(people, presences, round, wall(people, presences));
        }

        private static String mail(int number) {
            return "person." + number + "@example.org";
        }

        /** One in four is offline, and not on the wall. */
        private static PresenceAt at(int kind) {
            List<Presence> kinds = List.of(
                    Presence.of(Availability.AVAILABLE, Activity.AVAILABLE),
                    Presence.of(Availability.BUSY, Activity.IN_A_MEETING),
                    Presence.of(Availability.AWAY, Activity.AWAY),
                    Presence.of(Availability.OFFLINE, Activity.OFFLINE));
            return new PresenceAt(Optional.of(kinds.get(kind)), NOW, Duration.ofSeconds(30));
        }

        static Wall wall(List<Person> people, Map<String, PresenceAt> presences) {
            return Wall.of(
                    people, id -> Optional.ofNullable(presences.get(id)), Set.of(), EnumSet.allOf(Scope.class), NOW);
        }
    }

    static List<Row> rows() {
        long before = used();
        Known known = Known.make();
        double megabytes = (used() - before) / MEGABYTE;
        double slowest = slowest(known);
        return List.of(
                Row.of("Wall of 5000, memory of all that is known", megabytes, "MB"),
                Row.of("Wall of 5000, made of what is known, p99, processor", slowest, "ms"));
    }

    private static double slowest(Known known) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] milliseconds = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            int rows = Known.wall(known.people(), known.presences()).rows().size();
            if (rows != known.wall().rows().size()) {
                throw new IllegalStateException("another wall");
            }
            milliseconds[Math.max(0, i)] = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[TIMES * PERCENT / 100];
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
