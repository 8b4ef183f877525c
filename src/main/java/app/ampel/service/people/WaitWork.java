package app.ampel.service.people;

import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.PresenceWait;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Begins to wait for somebody: who is meant, whether that is allowed, and until when. Any thread. */
final class WaitWork {

    private final PeopleLoop loop;
    private final PeopleGate gate;
    private final PeopleSources sources;
    private final FindWork finding;

    WaitWork(PeopleLoop loop, PeopleGate gate, PeopleSources sources, FindWork finding) {
        this.loop = loop;
        this.gate = gate;
        this.sources = sources;
        this.finding = finding;
    }

    Pending<Optional<PeopleNotice>> wait(List<String> who, Optional<Duration> atMost) {
        PeopleTask<Optional<PeopleNotice>> task = loop.task();
        long epoch = loop.state().session().epoch();
        task.run(
                () -> {
                    gate.enter(
                            PeopleFeature.TELL_ME_WHEN,
                            finding.uses(List.of(PeopleUse.TELL_ME_WHEN, PeopleUse.SEARCH)));
                    Set<String> excluded = sources.excluded(epoch);
                    List<String> ids = new ArrayList<>();
                    for (String each : who) {
                        ids.add(sources.who(each).id());
                    }
                    if (ids.stream().anyMatch(excluded::contains)) {
                        throw new ProblemException(Problem.of(Problem.Kind.LOCKED));
                    }
                    return ids;
                },
                ids -> begin(epoch, ids, atMost, task));
        return task.pending();
    }

    private void begin(long epoch, List<String> ids, Optional<Duration> atMost, PeopleTask<Optional<PeopleNotice>> task)
            throws ProblemException {
        List<String> once = ids.stream().distinct().toList();
        if (once.isEmpty() || once.size() > PresenceWaits.MOST) {
            throw new ProblemException(Problem.of(once.isEmpty() ? Problem.Kind.NOT_FOUND : Problem.Kind.TOO_MANY));
        }
        PeoplePreferences preferences = loop.state().preferences();
        PresenceWait wait = new PresenceWait(
                once,
                PresenceWait.end(
                        atMost,
                        loop.now(),
                        preferences.day(),
                        preferences.zone().get()));
        CompletableFuture<PeopleSnapshot> begun = loop.edits().edit(epoch, saved -> {
            var after =
                    saved.waits().with(wait).orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.TOO_MANY)));
            boolean anew = after.waits().size() > saved.waits().waits().size();
            loop.waiters().add(wait, task);
            task.whenCancelled(() -> loop.run(() -> leave(task, anew)));
            return saved.with(after);
        });
        task.after(begun, snapshot -> {});
    }

    /** Belongs to the loop's thread. */
    private void leave(PeopleTask<Optional<PeopleNotice>> task, boolean anew) {
        loop.waiters()
                .leave(task)
                .filter(wait -> anew)
                .ifPresent(wait -> loop.change((before, now) -> before.saved()
                        .map(saved -> before.with(saved.with(saved.waits().without(wait))))
                        .orElse(before)));
    }
}
