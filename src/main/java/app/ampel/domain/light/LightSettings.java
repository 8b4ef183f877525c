package app.ampel.domain.light;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the user wants of single lights, by {@link LightState#kind}. Lights that are not in it are as usual. */
public record LightSettings(Map<String, LightSetting> each) {

    public static final LightSettings NONE = new LightSettings(Map.of());

    public LightSettings {
        TreeMap<String, LightSetting> told = new TreeMap<>(each);
        told.values().removeIf(LightSetting.DEFAULT::equals);
        each = Collections.unmodifiableMap(told);
    }

    public LightSetting of(String kind) {
        return each.getOrDefault(kind, LightSetting.DEFAULT);
    }

    public LightSettings with(String kind, LightSetting setting) {
        TreeMap<String, LightSetting> other = new TreeMap<>(each);
        other.put(kind, setting);
        return new LightSettings(other);
    }

    /** The names of the schemes that single lights follow. */
    public Set<String> schemes() {
        return each.values().stream()
                .flatMap(setting -> setting.scheme().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of those that are lights because the user says so. */
    public Set<String> confirmed() {
        return each.entrySet().stream()
                .filter(one -> one.getValue().confirmed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
