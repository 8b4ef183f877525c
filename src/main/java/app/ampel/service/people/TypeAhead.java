package app.ampel.service.people;

import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Searching while somebody types: asked when nothing was typed for a while, and what was asked for before is cancelled. Only the answer to
 * the last text is told. Any thread.
 */
public final class TypeAhead {

    static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * What came of it.
     *
     * @param text what was typed
     * @param problem why there is nobody
     */
    public record Found(String text, List<Person> people, Optional<Problem> problem) {
        public Found {
            Objects.requireNonNull(text);
            people = List.copyOf(people);
            Objects.requireNonNull(problem);
        }

        /** Without anybody: it might be logged. */
        @Override
        public String toString() {
            return "Found";
        }
    }

    /** Where the search comes from. */
    interface Search {
        Pending<List<Person>> search(String text);
    }

    private final PeopleLoop loop;
    private final PeoplePorts ports;
    private final Search search;
    private final Consumer<Found> receiver;
    private Runnable unplan = () -> {};
    private Optional<Pending<List<Person>>> underWay = Optional.empty();
    private long typed;

    TypeAhead(PeopleLoop loop, PeoplePorts ports, Search search, Consumer<Found> receiver) {
        this.loop = loop;
        this.ports = ports;
        this.search = search;
        this.receiver = receiver;
    }

    /** The field has another text; an empty one ends the search. */
    public void type(String text) {
        String wanted = text.strip();
        loop.run(() -> {
            stop();
            long mine = ++typed;
            if (!wanted.isEmpty()) {
                unplan = ports.timeline().at(loop.now().plus(PAUSE), () -> ask(wanted, mine));
            }
        });
    }

    /** Nobody looks any more. */
    public void close() {
        type("");
    }

    private void stop() {
        unplan.run();
        unplan = () -> {};
        underWay.ifPresent(Pending::cancel);
        underWay = Optional.empty();
    }

    private void ask(String text, long mine) {
        if (mine != typed) {
            return;
        }
        Pending<List<Person>> asked = search.search(text);
        underWay = Optional.of(asked);
        asked.answer().whenComplete((people, thrown) -> {
            Optional<Problem> problem = Optional.ofNullable(thrown)
                    .map(it ->
                            it instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL));
            if (problem.filter(it -> it.kind() == Problem.Kind.CANCELLED).isEmpty()) {
                tell(new Found(text, thrown == null ? people : List.of(), problem), mine);
            }
        });
    }

    /** Already with the observers; whether it is still wanted, the loop knows. */
    private void tell(Found found, long mine) {
        loop.run(() -> {
            if (mine == typed) {
                Dispatch.run(ports.observers(), () -> receiver.accept(found));
            }
        });
    }
}
