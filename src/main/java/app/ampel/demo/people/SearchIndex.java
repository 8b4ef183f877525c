package app.ampel.demo.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds as Graph's {@code $search} does: display names by the beginnings of their words in any order, everything else by
 * its own beginning. Answers are numbers into the list that it was made of.
 */
public final class SearchIndex {

    /** Blanks, symbols, from letters to digits and back, from a small to a capital letter. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{N})(?=\\p{L})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{Ll})(?=\\p{Lu})");

    private final int size;
    private final NavigableMap<String, List<Integer>> words = new TreeMap<>();
    private final NavigableMap<String, List<Integer>> addresses = new TreeMap<>();

    private <T> SearchIndex(List<T> of, Function<T, String> name, Function<T, List<String>> others) {
        size = of.size();
        for (int i = 0; i < size; i++) {
            for (String word : words(name.apply(of.get(i)))) {
                words.computeIfAbsent(word, key -> new ArrayList<>(1)).add(i);
            }
            for (String other : others.apply(of.get(i))) {
                addresses
                        .computeIfAbsent(other.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
    }

    /** @param others texts that may be found by their beginning, each beginning with its property and a colon */
    public static <T> SearchIndex of(List<T> all, Function<T, String> name, Function<T, List<String>> others) {
        return new SearchIndex(all, name, others);
    }

    public BitSet everything() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    public BitSet byWords(String text) {
        BitSet found = everything();
        List<String> wanted = words(text);
        wanted.forEach(word -> found.and(beginning(words, word)));
        if (wanted.isEmpty()) {
            found.clear();
        }
        return found;
    }

    public BitSet byBeginning(String property, String text) {
        return beginning(addresses, (property + ":" + text).toLowerCase(Locale.ROOT));
    }

    private static BitSet beginning(NavigableMap<String, List<Integer>> among, String with) {
        BitSet found = new BitSet();
        among.subMap(with, true, with + Character.MAX_VALUE, false)
                .values()
                .forEach(numbers -> numbers.forEach(found::set));
        return found;
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(text)) {
            if (!word.isEmpty()) {
                found.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }
}
