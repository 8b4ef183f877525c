package app.ampel.service.people;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.PeopleDecision.Chore;
import app.ampel.service.people.PeopleLooking.WallLook;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What is asked for by the way, one thing at a time. Belongs to the loop's thread. */
final class PeopleChores {

    /** After one that failed. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final PeoplePorts ports;
    private final PeopleLoop loop;
    private final PeopleSources sources;
    private boolean busy;

    PeopleChores(PeoplePorts ports, PeopleLoop loop) {
        this.ports = ports;
        this.loop = loop;
        this.sources = new PeopleSources(new BudgetedDirectory(ports.directory(), ports.budget()), loop);
    }

    PeopleSources sources() {
        return sources;
    }

    void run(Chore chore) {
        if (busy) {
            return;
        }
        long epoch = loop.state().session().epoch();
        busy = Dispatch.ask(
                ports.requests(),
                work(chore, epoch),
                (change, thrown) -> loop.bring(() -> {
                    busy = false;
                    loop.change((before, now) -> before.session().epoch() != epoch
                            ? before
                            : thrown == null ? change.of(before, now) : failed(before, thrown, now));
                }));
    }

    private PeopleState failed(PeopleState before, Throwable thrown, Instant now) {
        PeopleState after = loop.requests().failed(before, thrown);
        return after.with(after.trouble().notBefore(Optional.of(now.plus(AGAIN_AFTER))));
    }

    private Callable<PeopleLoop.Change> work(Chore chore, long epoch) {
        return switch (chore.kind()) {
            case NAME -> () -> name(chore.id());
            case EXCLUDED ->
                () -> {
                    sources.excluded(epoch);
                    return (before, now) -> before;
                };
            case WALL -> () -> wall(epoch);
        };
    }

    private PeopleLoop.Change name(String id) throws ProblemException {
        try {
            var person = sources.directory().person(id);
            return (before, now) -> before.know(knowledge -> knowledge.withNames(List.of(person), now));
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.NOT_FOUND) {
                throw e;
            }
            return (before, now) -> before.know(knowledge -> knowledge.gone(id, now));
        }
    }

    private PeopleLoop.Change wall(long epoch) throws ProblemException {
        Optional<WallLook> wall = loop.state().looking().wall();
        if (wall.isEmpty()) {
            return (before, now) -> before;
        }
        sources.excluded(epoch);
        var people = sources.wall(wall.get().pool(), read -> {});
        return (before, now) -> before.look(looking -> looking.wall()
                .filter(it -> it.number() == wall.get().number())
                .map(it -> looking.wall(Optional.of(new WallLook(loop.nextWall(), it.pool(), people, now))))
                .orElse(looking));
    }
}
