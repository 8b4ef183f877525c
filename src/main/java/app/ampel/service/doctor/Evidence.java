package app.ampel.service.doctor;

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
 */
public record Evidence(Instant at, List<Fact> facts, Set<Check> late) {

    public Evidence {
        Objects.requireNonNull(at);
        facts = List.copyOf(facts);
        late = Set.copyOf(late);
    }

    public <T extends Fact> Optional<T> find(Class<T> type) {
        return all(type).stream().findFirst();
    }

    public <T extends Fact> List<T> all(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
