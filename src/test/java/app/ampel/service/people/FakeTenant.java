package app.ampel.service.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A directory, its presences, consent and a disk that answer as told, and keep what they were asked. */
public final class FakeTenant implements Directory, PresenceDirectory, PeopleConsent, PeopleStore {

    public static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    public static final Presence CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    public static final Presence AWAY = Presence.of(Availability.AWAY, Activity.AWAY);

    public final Map<String, Person> people = new LinkedHashMap<>();
    public final Map<String, Presence> presences = new HashMap<>();
    public final Map<String, List<String>> owners = new HashMap<>();
    public final Map<String, List<String>> members = new HashMap<>();
    public final List<String> requests = new ArrayList<>();
    public final List<Instant> presenceRequests = new ArrayList<>();
    public final List<Set<Scope>> asked = new ArrayList<>();
    public final Map<String, SavedPeople> disk = new HashMap<>();
    public final Set<Scope> refuses = EnumSet.noneOf(Scope.class);
    public Optional<Problem> directoryFails = Optional.empty();
    public Optional<Problem> presenceFails = Optional.empty();
    public Optional<RuntimeException> presenceBreaks = Optional.empty();
    public Supplier<Instant> clock = () -> Instant.EPOCH;

    public Person add(String id, String name) {
        Person person = Person.of(id, name, id + "@example.org");
        people.put(id, person);
        return person;
    }

    public void is(String id, Presence presence) {
        presences.put(id, presence);
    }

    private List<Person> all(List<String> ids) {
        return ids.stream().map(people::get).toList();
    }

    @Override
    public List<Person> search(String text) {
        requests.add("search " + text);
        return people.values().stream()
                .filter(person -> Stream.concat(Stream.of(person.name()), person.mail().stream())
                        .anyMatch(each -> each.toLowerCase(java.util.Locale.ROOT)
                                .contains(text.toLowerCase(java.util.Locale.ROOT))))
                .limit(15)
                .toList();
    }

    @Override
    public Person person(String id) throws ProblemException {
        requests.add("person " + id);
        return people.values().stream()
                .filter(person -> person.id().equals(id) || person.username().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_FOUND)));
    }

    @Override
    public List<Person> colleagues(int most) throws ProblemException {
        requests.add("colleagues");
        if (directoryFails.isPresent()) {
            throw new ProblemException(directoryFails.get());
        }
        return people.values().stream().limit(most).toList();
    }

    @Override
    public List<Group> ownGroups() {
        return List.of();
    }

    @Override
    public List<Group> groups(String nameOrId) {
        requests.add("groups " + nameOrId);
        return members.keySet().stream()
                .filter(name -> name.contains(nameOrId))
                .map(name -> new Group(name, name, Optional.empty()))
                .toList();
    }

    @Override
    public List<Person> owners(String groupId, Consumer<Integer> progress) {
        requests.add("owners " + groupId);
        return all(owners.getOrDefault(groupId, List.of()));
    }

    @Override
    public List<Person> members(String groupId, Consumer<Integer> progress) {
        requests.add("members " + groupId);
        List<Person> all = all(members.getOrDefault(groupId, List.of()));
        progress.accept(all.size());
        return all;
    }

    @Override
    public List<Person> department(String name, Consumer<Integer> progress) {
        requests.add("department " + name);
        return List.copyOf(people.values());
    }

    @Override
    public void everybody(Consumer<List<Person>> page) {
        requests.add("everybody");
        page.accept(List.copyOf(people.values()));
    }

    @Override
    public Map<String, Presence> presences(Collection<String> ids) throws ProblemException {
        if (ids.isEmpty() || ids.size() > PresenceDirectory.MOST) {
            throw new IllegalArgumentException("as many as " + ids.size());
        }
        requests.add("presences " + ids.size());
        presenceRequests.add(clock.get());
        if (presenceBreaks.isPresent()) {
            throw presenceBreaks.get();
        }
        if (presenceFails.isPresent()) {
            throw new ProblemException(presenceFails.get());
        }
        Map<String, Presence> told = new HashMap<>(presences);
        told.keySet().retainAll(Set.copyOf(ids));
        return told;
    }

    @Override
    public Set<Scope> obtain(ConsentStep step) throws ProblemException {
        Set<Scope> scopes = step.scopes();
        asked.add(scopes);
        for (Scope scope : scopes) {
            if (refuses.contains(scope)) {
                throw new ProblemException(Problem.of(Problem.Kind.CONSENT_NEEDED, scope.word()));
            }
        }
        return scopes;
    }

    @Override
    public Optional<SavedPeople> load(String owner) {
        return Optional.ofNullable(disk.get(owner));
    }

    @Override
    public void keep(SavedPeople saved, Consumer<Boolean> then) {
        disk.put(saved.owner(), saved);
        then.accept(true);
    }

    @Override
    public String place() {
        return "/home/kim/ampel/people.json";
    }

    @Override
    public void forget() {
        disk.clear();
    }

    /** How often presences were asked for. */
    public int presenceCount() {
        return presenceRequests.size();
    }
}
