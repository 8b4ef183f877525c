package app.ampel.service.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.Wall;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * For those who look once and do not go on looking: nothing of what they ask for changes what is on a screen meanwhile. Any thread;
 * nothing blocks.
 */
public final class OneLook {

    /** Of whom Microsoft says nothing, it is asked whether they are still there; of so many at once. */
    private static final int MOST_LOOKED_UP = 20;

    private final PeopleLoop loop;
    private final PeopleGate gate;
    private final PeopleSources sources;
    private final FindWork finding;

    OneLook(PeopleLoop loop, PeopleGate gate, PeopleSources sources, FindWork finding) {
        this.loop = loop;
        this.gate = gate;
        this.sources = sources;
        this.finding = finding;
    }

    /** What is kept on this computer, as soon as it is known; asks Microsoft for nothing. */
    public Pending<PeopleSnapshot> kept() {
        PeopleTask<PeopleSnapshot> task = loop.task();
        task.run(
                () -> {
                    gate.check(PeopleFeature.PEOPLE);
                    return true;
                },
                allowed -> kept(task, task::complete));
        return task.pending();
    }

    private void kept(PeopleTask<?> task, PeopleTask.Then<PeopleSnapshot> then) {
        task.after(loop.edits().edit(loop.state().session().epoch(), saved -> saved), then);
    }

    /** The watch list, as it is at this moment. */
    public Pending<PeopleSnapshot> watchList() {
        PeopleTask<PeopleSnapshot> task = loop.task();
        task.run(
                () -> {
                    gate.check(PeopleFeature.PEOPLE);
                    return true;
                },
                allowed -> kept(task, before -> {
                    List<String> ids = before.watchList().stream()
                            .map(row -> row.contact().id())
                            .toList();
                    if (ids.isEmpty()) {
                        task.complete(before);
                    } else {
                        watchList(ids, task);
                    }
                }));
        return task.pending();
    }

    private void watchList(List<String> ids, PeopleTask<PeopleSnapshot> task) {
        task.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.WATCH_LIST));
                    return true;
                },
                allowed -> task.after(
                        loop.once(ids, task),
                        told -> task.run(() -> lookUp(ids, told), known -> kept(task, task::complete))));
    }

    /** Somebody of whom nothing is said may have left; what cannot be asked now stays unknown. */
    private boolean lookUp(List<String> ids, Map<String, PresenceAt> told) {
        PeopleState state = loop.state();
        List<String> strangers = ids.stream()
                .filter(id -> Optional.ofNullable(told.get(id))
                        .flatMap(at -> at.on(loop.now()))
                        .isEmpty())
                .filter(id -> state.knowledge().name(id, loop.now()).isEmpty())
                .limit(MOST_LOOKED_UP)
                .toList();
        for (String id : strangers) {
            try {
                Person person = sources.directory().person(id);
                know(state, (before, now) -> before.know(knowledge -> knowledge.withNames(List.of(person), now)));
            } catch (ProblemException e) {
                if (e.problem().kind() != Problem.Kind.NOT_FOUND) {
                    return false;
                }
                know(state, (before, now) -> before.know(knowledge -> knowledge.gone(id, now)));
            }
        }
        return true;
    }

    private void know(PeopleState asked, PeopleLoop.Change change) {
        loop.post(asked.session().epoch(), change);
    }

    private record Field(ContactPool pool, List<Person> people, Set<String> leftOut) {}

    /**
     * Who is there at this moment, as a wall would show it.
     *
     * @param progress told how many people were read, on a thread of the requests
     */
    public Pending<PeopleSnapshot.WallView> board(FindWords.Pool typed, Consumer<Integer> progress) {
        PeopleTask<PeopleSnapshot.WallView> task = loop.task();
        task.run(() -> field(typed, progress), field -> {
            List<String> ids = field.people().stream().map(Person::id).toList();
            task.after(loop.once(ids, task), told -> task.complete(view(field, told)));
        });
        return task.pending();
    }

    private Field field(FindWords.Pool typed, Consumer<Integer> progress) throws ProblemException {
        gate.check(PeopleFeature.WALL);
        ContactPool pool = finding.pool(PeopleFeature.WALL, typed);
        gate.enter(PeopleFeature.WALL, finding.uses(List.of(pool.use())));
        Set<String> leftOut =
                new HashSet<>(sources.excluded(loop.state().session().epoch()));
        leftOut.addAll(loop.state().saved().map(SavedPeople::hidden).orElse(Set.of()));
        List<Person> people = sources.wall(pool, progress).stream()
                .filter(person -> !leftOut.contains(person.id()))
                .toList();
        return new Field(pool, people, leftOut);
    }

    private PeopleSnapshot.WallView view(Field field, Map<String, PresenceAt> told) {
        Set<Scope> granted = loop.state().session().granted();
        Wall wall =
                Wall.of(field.people(), id -> Optional.ofNullable(told.get(id)), field.leftOut(), granted, loop.now());
        return new PeopleSnapshot.WallView(field.pool(), wall, field.people().size(), true);
    }

    /** Who is meant by what was typed, to be kept; asks for nobody's presence. */
    public Pending<FindRequest> meant(FindWords words) {
        PeopleTask<FindRequest> task = loop.task();
        task.run(() -> finding.request(words), task::complete);
        return task.pending();
    }
}
