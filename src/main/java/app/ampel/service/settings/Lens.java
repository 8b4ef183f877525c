package app.ampel.service.settings;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A part of a record, to be read and to be replaced.
 *
 * @param <R> the record
 * @param <T> the part
 */
public record Lens<R, T>(Function<R, T> get, BiFunction<R, T, R> set) {

    /** A part of the part. */
    public <V> Lens<R, V> then(Function<T, V> inner, BiFunction<T, V, T> with) {
        return new Lens<>(
                record -> inner.apply(get.apply(record)),
                (record, value) -> set.apply(record, with.apply(get.apply(record), value)));
    }
}
