package app.ampel.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of what is kept: from {@code from} on there is nothing but {@code span}. Whatever reached beyond is cut. So
 * spans never overlap, none lies in the future when a clock is put back, and doing it twice does nothing.
 *
 * @param account whose history it is: the object id in the directory
 */
public record Change(String account, Instant from, Optional<Span> span) {

    public Change {
        Objects.requireNonNull(account);
        Instant cut = Span.second(from);
        from = cut;
        if (span.filter(kept -> kept.from().isBefore(cut)).isPresent()) {
            throw new IllegalArgumentException("a span before its cut");
        }
    }

    /** What is left of {@code spans}, which are in order, and what has come. */
    public List<Span> applyTo(List<Span> spans) {
        List<Span> after = new ArrayList<>();
        for (Span before : spans) {
            before.within(Instant.MIN, from).ifPresent(after::add);
        }
        span.ifPresent(after::add);
        return List.copyOf(after);
    }

    /** Whether nothing is left of {@code earlier} once this is done. */
    public boolean supersedes(Change earlier) {
        return account.equals(earlier.account) && !earlier.from.isBefore(from);
    }
}
