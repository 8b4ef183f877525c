package app.ampel.build;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds windows against the theme. */
public final class Kept {

    private Kept() {}

    /** The selectors of AtlantaFX that only name these style classes, without being kept. */
    public static Set<String> missing(Set<String> styleClasses) throws IOException {
        return MakeTheme.selectors(MakeTheme.primer("light"))
                .filter(selector -> styleClasses.containsAll(MakeTheme.styleClasses(selector)))
                .filter(selector -> !MakeTheme.KEPT.containsAll(MakeTheme.styleClasses(selector)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
