package app.ampel.service.people;

import app.ampel.domain.account.Profile;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.PresenceWait;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.TeamsLinks;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells of whoever was waited for, once each. Belongs to the loop's thread, but for {@link #listen}. */
final class PeopleWaiters {

    private final PeoplePorts ports;
    private final PeopleLoop loop;
    private final List<Consumer<PeopleNotice>> listeners = new CopyOnWriteArrayList<>();
    private final Map<PresenceWait, List<PeopleTask<Optional<PeopleNotice>>>> waiting = new HashMap<>();

    PeopleWaiters(PeoplePorts ports, PeopleLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /** Any thread. */
    Runnable listen(Consumer<PeopleNotice> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** {@code task} waits for the end of {@code wait}, whatever that is. */
    void add(PresenceWait wait, PeopleTask<Optional<PeopleNotice>> task) {
        waiting.computeIfAbsent(wait, none -> new ArrayList<>()).add(task);
    }

    /** Whoever wanted that answer does not any more. The wait that ends with it: empty while somebody else wants it. */
    Optional<PresenceWait> leave(PeopleTask<Optional<PeopleNotice>> task) {
        for (Map.Entry<PresenceWait, List<PeopleTask<Optional<PeopleNotice>>>> each : waiting.entrySet()) {
            if (each.getValue().remove(task) && each.getValue().isEmpty()) {
                waiting.remove(each.getKey());
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** Nobody is waited for any more, as another account is signed in. */
    void forget() {
        waiting.values().forEach(tasks -> tasks.forEach(task -> task.complete(Optional.empty())));
        waiting.clear();
    }

    /** The computer's clock was put right by so much, and with it every wait's end. */
    void correct(Duration by) {
        Map<PresenceWait, List<PeopleTask<Optional<PeopleNotice>>>> after = new HashMap<>();
        waiting.forEach((wait, tasks) ->
                after.put(new PresenceWait(wait.ids(), wait.until().plus(by)), tasks));
        waiting.clear();
        waiting.putAll(after);
    }

    /** Within a change: what was told is waited for no longer before anybody is told. */
    void tell(PresenceWaits.Outcome outcome, Instant now) {
        PeopleState state = loop.state();
        if (state.saved().isEmpty()) {
            return;
        }
        SavedPeople saved = state.saved().get();
        if (!saved.waits().equals(outcome.left())) {
            loop.replace(state.with(saved.with(outcome.left())).at(now));
        }
        for (PresenceWaits.Told told : outcome.told()) {
            List<PeopleTask<Optional<PeopleNotice>>> tasks = take(told.awaited());
            tell(told.id(), state, saved, tasks, now);
        }
        for (PresenceWait ended : List.copyOf(waiting.keySet())) {
            if (outcome.left().waits().stream().noneMatch(wait -> isLeftOf(wait, ended))) {
                take(ended).forEach(task -> task.complete(Optional.empty()));
            }
        }
    }

    /** Some of those who are waited for may have been left out since. */
    private static boolean isLeftOf(PresenceWait wait, PresenceWait earlier) {
        return earlier.until().equals(wait.until()) && earlier.ids().containsAll(wait.ids());
    }

    private List<PeopleTask<Optional<PeopleNotice>>> take(PresenceWait wait) {
        List<PeopleTask<Optional<PeopleNotice>>> taken = new ArrayList<>();
        for (PresenceWait each : List.copyOf(waiting.keySet())) {
            if (isLeftOf(wait, each)) {
                taken.addAll(waiting.remove(each));
            }
        }
        return taken;
    }

    private void tell(
            String id,
            PeopleState state,
            SavedPeople saved,
            List<PeopleTask<Optional<PeopleNotice>>> tasks,
            Instant now) {
        Optional<PresenceAt> known = state.knowledge().presence(id);
        Reachability reachability = Reachability.of(known, now);
        Instant asOf = known.map(PresenceAt::asOf).orElse(now);
        Contact contact = PeopleSnapshot.contact(id, saved, state.knowledge(), now);
        Optional<String> tenant = state.session().me().map(Profile::tenantId);
        Consumer<Optional<Person>> deliver = person -> {
            PeopleNotice notice = new PeopleNotice(
                    person.map(Contact::of).orElse(contact),
                    person,
                    reachability,
                    asOf,
                    person.flatMap(Person::username)
                            .map(name -> TeamsLinks.chat(List.of(name), tenant, Question.NONE)));
            listeners.forEach(listener -> Dispatch.run(ports.observers(), () -> listener.accept(notice)));
            tasks.forEach(task -> task.complete(Optional.of(notice)));
        };
        Optional<Person> person = state.knowledge().name(id, now).flatMap(PeopleKnowledge.Name::person);
        boolean lookUp = person.isEmpty()
                && Dispatch.ask(
                        ports.requests(),
                        () -> new BudgetedDirectory(ports.directory(), ports.budget()).person(id),
                        (found, thrown) -> loop.bring(() -> deliver.accept(Optional.ofNullable(found))));
        if (!lookUp) {
            deliver.accept(person);
        }
    }
}
