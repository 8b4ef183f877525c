package app.ampel.domain.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A constant that is called the same in files, on the command line, in JSON and in keys of words. */
public interface WireName {

    /** As in the source. */
    String name();

    /** In small letters with hyphens. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this word. */
    static <E extends Enum<E> & WireName> Optional<E> of(String word, Class<E> among) {
        return Arrays.stream(among.getEnumConstants())
                .filter(it -> it.word().equals(word))
                .findFirst();
    }

    /** All words, in the order of the constants. */
    static <E extends Enum<E> & WireName> List<String> all(Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).map(WireName::word).toList();
    }
}
