package app.ampel.service.people;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Microsoft has told, in memory only: presences until they are old, names and pools for a day.
 *
 * @param presences by object id
 * @param names by object id
 * @param excluded whose members never appear
 */
record PeopleKnowledge(
        Map<String, PresenceAt> presences,
        Map<String, Name> names,
        Map<ContactPool, Pool> pools,
        Optional<Excluded> excluded) {

    /** A name is as good as new for so long. */
    static final Duration A_DAY = Duration.ofDays(1);

    /** Who is in a group is asked again sooner: whoever was excluded should not appear for a day. */
    static final Duration AN_HOUR = Duration.ofHours(1);

    private static final int MOST_NAMES = 2_000;
    private static final int MOST_POOLS = 20;

    static final PeopleKnowledge NOTHING = new PeopleKnowledge(Map.of(), Map.of(), Map.of(), Optional.empty());

    /** @param person empty: nobody is there any more */
    record Name(Optional<Person> person, Instant at) {
        Name {
            Objects.requireNonNull(person);
            Objects.requireNonNull(at);
        }
    }

    /** @param ownersMissing whether these are members, as the group has no owners */
    record Pool(List<Person> people, boolean ownersMissing, Instant at) {
        Pool {
            people = List.copyOf(people);
            Objects.requireNonNull(at);
        }
    }

    /** @param group as the settings call it */
    record Excluded(String group, Set<String> ids, Instant at) {
        Excluded {
            ids = Set.copyOf(ids);
            Objects.requireNonNull(group);
            Objects.requireNonNull(at);
        }
    }

    PeopleKnowledge {
        Objects.requireNonNull(presences);
        Objects.requireNonNull(names);
        Objects.requireNonNull(pools);
        Objects.requireNonNull(excluded);
    }

    Optional<PresenceAt> presence(String id) {
        return Optional.ofNullable(presences.get(id));
    }

    Optional<Name> name(String id, Instant now) {
        return Optional.ofNullable(names.get(id)).filter(name -> isYounger(name.at(), A_DAY, now));
    }

    Optional<Pool> pool(ContactPool pool, Instant now) {
        return Optional.ofNullable(pools.get(pool)).filter(it -> isYounger(it.at(), AN_HOUR, now));
    }

    /** Empty: not known, and so nobody may appear. */
    Optional<Set<String>> excluded(Optional<String> group, Instant now) {
        if (group.isEmpty()) {
            return Optional.of(Set.of());
        }
        return excluded.filter(it -> it.group().equals(group.get()) && isYounger(it.at(), AN_HOUR, now))
                .map(Excluded::ids);
    }

    private static boolean isYounger(Instant at, Duration age, Instant now) {
        return Duration.between(at, now).abs().compareTo(age) < 0;
    }

    PeopleKnowledge with(Map<String, PresenceAt> told) {
        Map<String, PresenceAt> after = new HashMap<>(presences);
        after.putAll(told);
        return new PeopleKnowledge(after, names, pools, excluded);
    }

    PeopleKnowledge withNames(Collection<Person> people, Instant now) {
        return withNames(
                people.stream()
                        .limit(MOST_NAMES)
                        .collect(Collectors.toMap(
                                Person::id, person -> new Name(Optional.of(person), now), (one, other) -> one)),
                now);
    }

    PeopleKnowledge gone(String id, Instant now) {
        return withNames(Map.of(id, new Name(Optional.empty(), now)), now);
    }

    private PeopleKnowledge withNames(Map<String, Name> told, Instant now) {
        Map<String, Name> after = new HashMap<>(names);
        after.values().removeIf(name -> !isYounger(name.at(), A_DAY, now));
        if (after.size() + told.size() > MOST_NAMES) {
            after.clear();
        }
        after.putAll(told);
        return new PeopleKnowledge(presences, after, pools, excluded);
    }

    PeopleKnowledge with(ContactPool pool, Pool people, Instant now) {
        Map<ContactPool, Pool> after = new HashMap<>(pools);
        after.values().removeIf(it -> !isYounger(it.at(), AN_HOUR, now));
        if (after.size() >= MOST_POOLS) {
            after.clear();
        }
        after.put(pool, people);
        return new PeopleKnowledge(presences, names, after, excluded);
    }

    PeopleKnowledge with(Excluded other) {
        return new PeopleKnowledge(presences, names, pools, Optional.of(other));
    }

    /** What is old is not kept, not even where nobody sees it. */
    PeopleKnowledge fresh(Instant now) {
        if (freshUntil().filter(now::isAfter).isEmpty()) {
            return this;
        }
        Map<String, PresenceAt> presencesLeft = new HashMap<>(presences);
        presencesLeft.values().removeIf(at -> now.isAfter(at.freshUntil()));
        Map<String, Name> namesLeft = new HashMap<>(names);
        namesLeft.values().removeIf(name -> !isYounger(name.at(), A_DAY, now));
        Map<ContactPool, Pool> poolsLeft = new HashMap<>(pools);
        poolsLeft.values().removeIf(pool -> !isYounger(pool.at(), AN_HOUR, now));
        return new PeopleKnowledge(
                presencesLeft, namesLeft, poolsLeft, excluded.filter(it -> isYounger(it.at(), AN_HOUR, now)));
    }

    /** When the first of what is known is known no longer. Asked after each change, of thousands of people: a plain loop. */
    Optional<Instant> freshUntil() {
        Instant first = Instant.MAX;
        for (PresenceAt at : presences.values()) {
            first = earlier(first, at.freshUntil());
        }
        for (Name name : names.values()) {
            first = earlier(first, name.at().plus(A_DAY));
        }
        for (Pool pool : pools.values()) {
            first = earlier(first, pool.at().plus(AN_HOUR));
        }
        if (excluded.isPresent()) {
            first = earlier(first, excluded.get().at().plus(AN_HOUR));
        }
        return Optional.of(first).filter(at -> !at.equals(Instant.MAX));
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    PeopleKnowledge corrected(Duration by) {
        Map<String, PresenceAt> after = new HashMap<>();
        presences.forEach((id, at) -> after.put(id, at.corrected(by)));
        return new PeopleKnowledge(after, names, pools, excluded);
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleKnowledge";
    }
}
