package app.ampel.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that was found out. What is not there was not asked for, or does not exist here.
 *
 * @param at when, by the wall's clock
 * @param late what could not be found out in time
 * @param failed what could not be found out because of a fault of ours
 */
public record Evidence(Instant at, List<Fact> facts, Set<Check> late, Set<Check> failed) {

    public Evidence {
        Objects.requireNonNull(at);
        facts = List.copyOf(facts);
        late = Set.copyOf(late);
        failed = Set.copyOf(failed);
    }

    /** Where nothing failed. */
    public Evidence(Instant at, List<Fact> facts, Set<Check> late) {
        this(at, facts, late, Set.of());
    }

    public <T extends Fact> Optional<T> find(Class<T> type) {
        return all(type).stream().findFirst();
    }

    public <T extends Fact> List<T> all(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
