package app.ampel.face.window.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** In which order the lines stand: nothing moves under the pointer, and whoever was removed leaves a place behind. Pure. */
final class LineOrder {

    private LineOrder() {}

    /**
     * @param before ids as they stand now
     * @param wanted as they would stand if nobody pointed at them
     * @param removed those whose place is kept, for the way back
     * @param held whether somebody points at them
     */
    static List<String> next(List<String> before, List<String> wanted, Set<String> removed, boolean held) {
        Set<String> next = new LinkedHashSet<>();
        if (held) {
            before.stream()
                    .filter(id -> wanted.contains(id) || removed.contains(id))
                    .forEach(next::add);
            next.addAll(wanted);
            return List.copyOf(next);
        }
        next.addAll(wanted);
        List<String> all = new ArrayList<>(next);
        IntStream.range(0, before.size())
                .filter(i -> removed.contains(before.get(i)) && !next.contains(before.get(i)))
                .forEach(i -> all.add(Math.min(i, all.size()), before.get(i)));
        return List.copyOf(all);
    }
}
