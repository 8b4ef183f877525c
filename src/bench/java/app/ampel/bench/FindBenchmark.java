package app.ampel.bench;

import app.ampel.domain.people.Candidate;
import app.ampel.domain.people.Finder;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Who is found in a group of 600, of whom every third is free; and the same where nobody is. */
@State(Scope.Benchmark)
public class FindBenchmark {

    private static final int PEOPLE = 600;

    private final Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, PresenceAt> some = new HashMap<>();
    private final Map<String, PresenceAt> nobody = new HashMap<>();
    private List<Candidate> candidates;

    @Setup
    public void gather() {
        candidates = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Person.of("id-" + i, "Person " + i, "p" + i + "@example.org"))
                .map(person -> new Candidate(person, Candidate.Origin.MEMBER))
                .toList();
        for (int i = 0; i < PEOPLE; i++) {
            some.put("id-" + i, at(i % 3 == 0));
            nobody.put("id-" + i, at(false));
        }
    }

    private PresenceAt at(boolean free) {
        Presence presence = free
                ? Presence.of(Availability.AVAILABLE, Activity.AVAILABLE)
                : Presence.of(Availability.AWAY, Activity.AWAY);
        return new PresenceAt(Optional.of(presence), now, Duration.ofSeconds(15));
    }

    private Object find(Map<String, PresenceAt> known) {
        return Finder.find(candidates, id -> Optional.ofNullable(known.get(id)), Set.of(), Set.of(), now, random);
    }

    @Benchmark
    public Object find() {
        return find(some);
    }

    @Benchmark
    public Object nobody() {
        return find(nobody);
    }
}
