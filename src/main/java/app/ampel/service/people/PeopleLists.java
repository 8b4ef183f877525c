package app.ampel.service.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What users keep on this computer: the watch list, searches under a name, lists of their own, and whom they do not want on the wall. Any
 * thread; nothing blocks.
 */
public final class PeopleLists {

    private final PeopleStore store;
    private final PeopleLoop loop;
    private final PeopleGate gate;
    private final PeopleSources sources;

    PeopleLists(PeopleStore store, PeopleLoop loop, PeopleGate gate, PeopleSources sources) {
        this.store = store;
        this.loop = loop;
        this.gate = gate;
        this.sources = sources;
    }

    /** Puts somebody on the watch list. */
    public Pending<Person> add(String who) {
        PeopleTask<Person> task = loop.task();
        long epoch = loop.state().session().epoch();
        task.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.WATCH_LIST));
                    return sources.who(who);
                },
                person -> task.after(add(epoch, Contact.of(person)), snapshot -> task.complete(person)));
        return task.pending();
    }

    private CompletableFuture<PeopleSnapshot> add(long epoch, Contact contact) {
        return loop.edits().edit(epoch, saved -> {
            if (saved.watchList().isFull()
                    && saved.watchList().find(contact.id()).isEmpty()) {
                throw new ProblemException(Problem.of(Problem.Kind.TOO_MANY));
            }
            return saved.with(saved.watchList().with(contact));
        });
    }

    /** The same for somebody who was found already, as by a search. */
    public CompletableFuture<PeopleSnapshot> add(Person person) {
        return checked(PeopleFeature.PEOPLE, () -> add(loop.state().session().epoch(), Contact.of(person)));
    }

    /** Takes whoever has that object id off the watch list; {@link #undo} puts back whoever was taken off last. */
    public CompletableFuture<PeopleSnapshot> remove(String id) {
        long epoch = loop.state().session().epoch();
        return checked(
                PeopleFeature.PEOPLE,
                () -> loop.edits().edit(epoch, saved -> {
                    WatchList.Removed removed = saved.watchList()
                            .removal(id)
                            .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_FOUND)));
                    loop.post(
                            epoch, (before, now) -> before.with(before.trouble().removed(Optional.of(removed))));
                    return saved.with(saved.watchList().without(id));
                }));
    }

    public CompletableFuture<PeopleSnapshot> undo() {
        long epoch = loop.state().session().epoch();
        return checked(
                PeopleFeature.PEOPLE,
                () -> loop.edits().edit(epoch, saved -> {
                    Optional<WatchList.Removed> removed = loop.state().trouble().removed();
                    if (removed.isEmpty() || saved.watchList().isFull()) {
                        throw new ProblemException(
                                Problem.of(removed.isEmpty() ? Problem.Kind.NOT_FOUND : Problem.Kind.TOO_MANY));
                    }
                    loop.post(
                            epoch, (before, now) -> before.with(before.trouble().removed(Optional.empty())));
                    return saved.with(saved.watchList().restored(removed.get()));
                }));
    }

    public CompletableFuture<PeopleSnapshot> order(WatchList.Order order) {
        return edit(saved -> saved.with(saved.watchList().in(order)));
    }

    /** Puts somebody to another place of the user's own order. */
    public CompletableFuture<PeopleSnapshot> move(String id, int index) {
        return edit(saved -> saved.with(saved.watchList().moved(id, index)));
    }

    public CompletableFuture<PeopleSnapshot> save(SavedSearch search) {
        return edit(saved -> {
            if (saved.search(search.name()).isEmpty() && saved.searches().size() >= SavedPeople.MOST_SEARCHES) {
                throw new ProblemException(Problem.of(Problem.Kind.TOO_MANY));
            }
            return saved.with(search);
        });
    }

    public CompletableFuture<PeopleSnapshot> forgetSearch(String name) {
        return edit(saved -> saved.withoutSearch(name));
    }

    public CompletableFuture<PeopleSnapshot> save(ContactList list) {
        return edit(saved -> {
            if (saved.list(list.name()).isEmpty() && saved.lists().size() >= SavedPeople.MOST_LISTS) {
                throw new ProblemException(Problem.of(Problem.Kind.TOO_MANY));
            }
            return saved.with(list);
        });
    }

    public CompletableFuture<PeopleSnapshot> forgetList(String name) {
        return edit(saved -> saved.withoutList(name));
    }

    /** Those with these object ids are not shown on a wall. */
    public CompletableFuture<PeopleSnapshot> hide(Set<String> ids) {
        return edit(saved -> {
            if (ids.size() > SavedPeople.MOST_HIDDEN) {
                throw new ProblemException(Problem.of(Problem.Kind.TOO_MANY));
            }
            return saved.hiding(ids);
        });
    }

    /** Where all of it is, for people to read. */
    public String place() {
        return store.place();
    }

    /** Erases all of it, of all accounts, whether it may be used or not. */
    public CompletableFuture<Void> forgetEverything() {
        long epoch = loop.state().session().epoch();
        return loop.edits()
                .edit(epoch, saved -> {
                    loop.post(
                            epoch, (before, now) -> before.with(before.trouble().removed(Optional.empty())));
                    return SavedPeople.none(saved.owner());
                })
                // Where nobody is signed in, there may be somebody's all the same.
                .handle((snapshot, thrown) -> {
                    store.forget();
                    return null;
                });
    }

    private CompletableFuture<PeopleSnapshot> edit(PeopleEdits.Edit edit) {
        return checked(
                PeopleFeature.PEOPLE,
                () -> loop.edits().edit(loop.state().session().epoch(), edit));
    }

    interface Checked {
        CompletableFuture<PeopleSnapshot> get();
    }

    /** Callers may go on on whatever thread that takes: not on the loop's. */
    CompletableFuture<PeopleSnapshot> checked(PeopleFeature feature, Checked then) {
        PeopleTask<PeopleSnapshot> task = loop.task();
        try {
            gate.check(feature);
            task.after(then.get(), task::complete);
        } catch (ProblemException e) {
            task.fail(e);
        }
        return task.pending().answer();
    }
}
