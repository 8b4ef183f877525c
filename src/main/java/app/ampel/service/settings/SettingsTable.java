package app.ampel.service.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Some settings, each a line: reads and writes them. Pure.
 *
 * @param keys in the order in which they are written
 * @param administrators what stands in the administrator's file alone
 */
public record SettingsTable(List<Key<Settings, ?>> keys, List<Key<Settings, ?>> administrators) {

    private static final String POLLING = "/polling";

    public SettingsTable {
        keys = List.copyOf(keys);
        administrators = List.copyOf(administrators);
    }

    /** What was read for one of them. */
    private record Said(Key<Settings, ?> key, Optional<UnaryOperator<Settings>> change) {

        /** Whether {@code settings} say what was read, or what nothing was said about is as usual. */
        boolean stands(Settings settings) {
            return key.isSame(change.orElse(UnaryOperator.identity()).apply(Settings.DEFAULT), settings);
        }
    }

    /** Never fails: what is wrong or unknown is noted, and is as usual. */
    public Settings read(SettingsReader in) {
        in.at("/version");
        List<Said> said = new ArrayList<>();
        keys.forEach(key -> said.add(new Said(key, key.read(in, ""))));
        // From the last to the first: a scheme's name needs the scheme, which stands below it.
        Collections.reverse(said);
        Settings settings = Settings.DEFAULT;
        for (Said one : said) {
            settings = refused(one, settings, in);
        }
        settings = together(said, settings, in);
        in.noteUnknown();
        return settings;
    }

    /** What a record does not take is wrong, too. */
    private static Settings refused(Said one, Settings settings, SettingsReader in) {
        try {
            return one.change().orElse(UnaryOperator.identity()).apply(settings);
        } catch (IllegalArgumentException e) {
            in.wrong(one.key().path(), one.key().codec().allowed());
            return settings;
        }
    }

    /** Each of them may be right, and all of them together make no sense. */
    private static Settings together(List<Said> said, Settings settings, SettingsReader in) {
        List<Said> polling = said.stream()
                .filter(one -> one.key().path().startsWith(POLLING + "/"))
                .toList();
        if (polling.stream().allMatch(one -> one.stands(settings))) {
            return settings;
        }
        in.wrong(POLLING, "PT1S <= fastest <= usual <= slowest");
        return settings.withPolling(Settings.DEFAULT.polling());
    }

    /** Writes into {@code root} what has changed and leaves everything else as it stands there, right or wrong. */
    public void write(ObjectNode root, Settings before, Settings after) {
        keys.forEach(key -> key.write(root, before, after));
    }

    /** Whether something that differs between {@code before} and {@code after} is not so in {@code then}. */
    boolean loses(Settings before, Settings after, Settings then) {
        return keys.stream().anyMatch(key -> !key.isSame(before, after) && !key.isSame(after, then));
    }

    /** What the administrator may decide. */
    Stream<Key<Settings, ?>> lockable() {
        return Stream.concat(keys.stream(), administrators.stream()).filter(Key::isLockable);
    }
}
