package app.ampel.service.people;

import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept on disk of people: read when somebody is signed in, changed, and written when it has changed. Belongs to the loop's
 * thread, but for {@link #edit(long, Edit)}.
 */
final class PeopleEdits {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleEdits.class);

    private final PeoplePorts ports;
    private final PeopleLoop loop;

    /** Changes that came before it was known what there is to change. */
    private final List<Runnable> parked = new ArrayList<>();

    private Optional<SavedPeople> kept = Optional.empty();

    PeopleEdits(PeoplePorts ports, PeopleLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /** Somebody else is signed in, or nobody. */
    void forget() {
        parked.clear();
        kept = Optional.empty();
    }

    void load(String owner) {
        long epoch = loop.state().session().epoch();
        boolean handedOver = Dispatch.ask(
                ports.requests(),
                () -> ports.store().load(owner),
                (saved, thrown) -> loop.bring(() -> {
                    if (epoch == loop.state().session().epoch()) {
                        if (thrown != null) {
                            LOG.warn(
                                    "The lists of people could not be read: {}",
                                    thrown.getClass().getName());
                        }
                        loaded(thrown == null ? saved : Optional.empty(), owner);
                    }
                }));
        if (!handedOver) {
            loaded(Optional.empty(), owner);
        }
    }

    private void loaded(Optional<SavedPeople> saved, String owner) {
        SavedPeople mine = saved.filter(it -> it.owner().equals(owner)).orElse(SavedPeople.none(owner));
        kept = Optional.of(mine);
        loop.change((before, now) -> before.with(mine));
        List<Runnable> now = List.copyOf(parked);
        parked.clear();
        now.forEach(Dispatch::guarded);
    }

    /** Changes what is kept. */
    interface Edit {
        SavedPeople of(SavedPeople before) throws ProblemException;
    }

    /** As soon as it is known what is kept. Any thread. */
    CompletableFuture<PeopleSnapshot> edit(long epoch, Edit edit) {
        CompletableFuture<PeopleSnapshot> done = new CompletableFuture<>();
        if (!loop.run(() -> edit(epoch, edit, done))) {
            done.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
        return done;
    }

    private void edit(long epoch, Edit edit, CompletableFuture<PeopleSnapshot> done) {
        if (epoch != loop.state().session().epoch()
                || loop.state().session().me().isEmpty()) {
            done.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
            return;
        }
        if (loop.state().saved().isEmpty()) {
            parked.add(() -> edit(epoch, edit, done));
            return;
        }
        try {
            SavedPeople after = edit.of(loop.state().saved().get());
            loop.change((before, now) -> before.with(after));
            done.complete(loop.snapshot());
        } catch (ProblemException e) {
            done.completeExceptionally(e);
        }
    }

    /** Within a change. */
    void remember() {
        if (loop.state().saved().isPresent() && !loop.state().saved().equals(kept)) {
            kept = loop.state().saved();
            long epoch = loop.state().session().epoch();
            ports.store().keep(kept.get(), onDisk -> {
                if (!onDisk) {
                    Optional<Problem> problem = Optional.of(Problem.of(Problem.Kind.CANNOT_SAVE));
                    loop.post(
                            epoch, (before, now) -> before.with(before.trouble().problem(problem)));
                }
            });
        }
    }
}
