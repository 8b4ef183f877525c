package app.ampel.service.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.people.PresenceWait;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.Wall;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about other people at one moment, for whoever shows it.
 *
 * @param at the moment; what is shown later than that is brought up to date by the next one
 * @param watchList as it is to be shown
 * @param canUndo whether somebody was removed who can be put back
 * @param refusal what may not be read, and what works all the same
 * @param problem what went wrong with the last request
 */
public record PeopleSnapshot(
        Instant at,
        Map<PeopleFeature, PeopleFeature.Access> access,
        List<Row> watchList,
        WatchList.Order order,
        boolean canUndo,
        List<Search> searches,
        List<ContactList> lists,
        List<Waiting> waits,
        Optional<WallView> wall,
        Optional<Refusal> refusal,
        Optional<Problem> problem) {

    /**
     * Somebody on the watch list.
     *
     * @param person empty until it has been asked for, or when nobody is there any more
     * @param gone whether nobody is there any more
     * @param presence empty: unknown, or not told yet
     * @param asOf empty: not told yet
     */
    public record Row(
            Contact contact,
            Optional<Person> person,
            boolean gone,
            Optional<Presence> presence,
            Reachability reachability,
            Optional<Instant> asOf) {

        /** Without anything of the person: it might be logged. */
        @Override
        public String toString() {
            return "Row";
        }
    }

    /** @param ready it comes from the settings, so that it cannot be forgotten here */
    public record Search(SavedSearch search, boolean ready) {}

    /** @param people of whom one is enough; without a name where none is known */
    public record Waiting(PresenceWait awaited, List<Contact> people) {}

    /**
     * @param people how many of them, shown or not
     * @param complete whether all were asked for at least once
     */
    public record WallView(ContactPool pool, Wall wall, int people, boolean complete) {}

    public record Refusal(ConsentStep step, List<PeopleUse> working) {
        public Refusal {
            Objects.requireNonNull(step);
            working = List.copyOf(working);
        }
    }

    /** Of how many of the watch list. */
    public long free() {
        return watchList.stream().filter(row -> row.reachability().isFree()).count();
    }

    static PeopleSnapshot of(PeopleState state, Instant now) {
        SavedPeople saved = state.saved().orElse(SavedPeople.none("nobody"));
        PeopleKnowledge knowledge = state.knowledge();
        return new PeopleSnapshot(
                now,
                state.preferences().access(),
                saved.watchList().ordered(id -> Reachability.of(knowledge.presence(id), now)).stream()
                        .map(contact -> row(contact, knowledge, now))
                        .toList(),
                saved.watchList().order(),
                state.trouble().removed().isPresent(),
                searches(state.preferences().searches(), saved.searches()),
                saved.lists(),
                saved.waits().waits().stream()
                        .map(wait -> new Waiting(
                                wait,
                                wait.ids().stream()
                                        .map(id -> contact(id, saved, knowledge, now))
                                        .toList()))
                        .toList(),
                state.looking().wall().flatMap(wall -> wall(state, wall, now)),
                state.trouble()
                        .refused()
                        .map(step -> new Refusal(
                                step, PeopleUse.working(state.session().granted()))),
                state.trouble().problem());
    }

    /** Those from the settings come first; of two with one name they count. */
    private static List<Search> searches(List<SavedSearch> ready, List<SavedSearch> own) {
        Set<String> names = ready.stream().map(SavedSearch::name).collect(Collectors.toSet());
        return Stream.concat(
                        ready.stream().map(search -> new Search(search, true)),
                        own.stream()
                                .filter(search -> !names.contains(search.name()))
                                .map(search -> new Search(search, false)))
                .toList();
    }

    private static Row row(Contact contact, PeopleKnowledge knowledge, Instant now) {
        Optional<PeopleKnowledge.Name> name = knowledge.name(contact.id(), now);
        Optional<PresenceAt> known = knowledge.presence(contact.id());
        Optional<Presence> presence = known.flatMap(at -> at.on(now));
        return new Row(
                contact,
                name.flatMap(PeopleKnowledge.Name::person),
                name.filter(it -> it.person().isEmpty()).isPresent(),
                presence,
                Reachability.of(presence),
                known.map(PresenceAt::asOf));
    }

    static Contact contact(String id, SavedPeople saved, PeopleKnowledge knowledge, Instant now) {
        return knowledge
                .name(id, now)
                .flatMap(PeopleKnowledge.Name::person)
                .map(Contact::of)
                .or(() -> saved.watchList().find(id))
                .orElseGet(() -> new Contact(id, ""));
    }

    private static Optional<WallView> wall(PeopleState state, PeopleLooking.WallLook wall, Instant now) {
        if (!state.can(PeopleFeature.WALL, wall.pool().use())) {
            return Optional.empty();
        }
        Optional<PresenceRound> round =
                state.looking().round(new PeopleLooking.RoundId(PeopleLooking.Purpose.WALL, wall.number()));
        Set<String> leftOut =
                new HashSet<>(state.saved().map(SavedPeople::hidden).orElse(Set.of()));
        Optional<Set<String>> excluded =
                state.knowledge().excluded(state.preferences().excludedGroup(), now);
        // Until it is known who must not appear, nobody does.
        List<Person> people = excluded.isPresent() ? wall.people() : new ArrayList<>();
        leftOut.addAll(excluded.orElse(Set.of()));
        return Optional.of(new WallView(
                wall.pool(),
                Wall.of(
                        people,
                        state.knowledge()::presence,
                        leftOut,
                        state.session().granted(),
                        now),
                wall.people().size(),
                round.map(PresenceRound::isComplete).orElse(true)));
    }

    /** Whether nothing but time has passed since {@code other}. */
    boolean sameButForTheMoment(PeopleSnapshot other) {
        return new PeopleSnapshot(
                        other.at, access, watchList, order, canUndo, searches, lists, waits, wall, refusal, problem)
                .equals(other);
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "PeopleSnapshot";
    }
}
