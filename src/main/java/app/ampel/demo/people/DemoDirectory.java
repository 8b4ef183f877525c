package app.ampel.demo.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All accounts and groups of the tenant. Immutable. */
public final class DemoDirectory {

    private final List<Colleague> people;
    private final Map<String, Colleague> byId = new LinkedHashMap<>();
    private final Map<String, Colleague> byUsername = new LinkedHashMap<>();
    private final Map<String, ColleagueGroup> groups = new LinkedHashMap<>();

    private DemoDirectory(List<Colleague> people, List<ColleagueGroup> groups) {
        this.people = List.copyOf(people);
        people.forEach(who -> byId.put(who.id(), who));
        people.forEach(who -> byUsername.put(who.username().toLowerCase(Locale.ROOT), who));
        groups.forEach(group -> this.groups.put(group.id(), group));
    }

    /** Forty colleagues beside {@code self}, with what else there is in a directory. */
    public static DemoDirectory forty(Colleague self) {
        List<Colleague> people = new ArrayList<>(List.of(self));
        people.addAll(Inhabitants.forty());
        return new DemoDirectory(people, Inhabitants.groups(self));
    }

    /** The same with so many more people, for measurements. */
    public DemoDirectory larger(int more) {
        return with(IntStream.range(0, more).mapToObj(Inhabitants::another).toList());
    }

    public DemoDirectory with(List<Colleague> more) {
        return new DemoDirectory(Stream.concat(people.stream(), more.stream()).toList(), List.copyOf(groups.values()));
    }

    public DemoDirectory with(ColleagueGroup group) {
        List<ColleagueGroup> more = new ArrayList<>(groups.values());
        more.add(group);
        return new DemoDirectory(people, more);
    }

    /** After somebody has left. */
    public DemoDirectory without(String id) {
        return new DemoDirectory(
                people.stream().filter(who -> !who.id().equals(id)).toList(), List.copyOf(groups.values()));
    }

    /** In a fixed order. */
    public List<Colleague> people() {
        return people;
    }

    public List<ColleagueGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** By object id or sign-in name. */
    public Optional<Colleague> person(String idOrUsername) {
        return Optional.ofNullable(byId.get(idOrUsername))
                .or(() -> Optional.ofNullable(byUsername.get(idOrUsername.toLowerCase(Locale.ROOT))));
    }

    public Optional<Colleague> named(String displayName) {
        return people.stream()
                .filter(who -> who.displayName().equals(displayName))
                .findFirst();
    }

    public Optional<ColleagueGroup> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    public Optional<ColleagueGroup> groupNamed(String name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    /** Ids of all that are in it, through groups in it; each once, however they go round in circles. */
    public Set<String> transitiveMembers(ColleagueGroup group) {
        Set<String> found = new LinkedHashSet<>();
        List<ColleagueGroup> open = new ArrayList<>(List.of(group));
        while (!open.isEmpty()) {
            for (String member : open.remove(open.size() - 1).members()) {
                if (found.add(member)) {
                    group(member).ifPresent(open::add);
                }
            }
        }
        return Collections.unmodifiableSet(found);
    }
}
