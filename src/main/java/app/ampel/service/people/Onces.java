package app.ampel.service.people;

import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.PeopleLooking.Purpose;
import app.ampel.service.people.PeopleLooking.RoundId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Presences that somebody waits for: asked for once, in as many requests as they need, and not again what was told just now. Belongs
 * to the loop's thread.
 */
final class Onces {

    /** A poll can be no fresher: Microsoft itself takes that long. */
    static final Duration JUST_NOW = Duration.ofSeconds(10);

    private static final class Once {
        private final List<String> ids;
        private final CompletableFuture<Map<String, PresenceAt>> answer;
        private int left;

        Once(List<String> ids, int parts, CompletableFuture<Map<String, PresenceAt>> answer) {
            this.ids = ids;
            this.left = parts;
            this.answer = answer;
        }
    }

    private final PeopleLoop loop;
    private final Map<RoundId, Once> asked = new HashMap<>();
    private long number;

    Onces(PeopleLoop loop) {
        this.loop = loop;
    }

    void ask(Collection<String> ids, CompletableFuture<Map<String, PresenceAt>> answer, PeopleTask<?> task) {
        Instant now = loop.now();
        List<String> all = ids.stream().distinct().toList();
        List<String> old = all.stream().filter(id -> !isJustNow(id, now)).toList();
        PresenceRound round = PresenceRound.once(Priority.SCREEN, PeopleState.WATCH_LIST, old);
        Once once = new Once(all, round.parts().size(), answer);
        if (round.isEmpty()) {
            complete(once);
            return;
        }
        if (loop.state().session().me().isEmpty()) {
            answer.completeExceptionally(new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
            return;
        }
        RoundId id = new RoundId(Purpose.ONCE, number++);
        asked.put(id, once);
        task.whenCancelled(() -> loop.run(() -> drop(id)));
        loop.change((before, later) -> before.look(looking -> looking.with(id, round)));
    }

    private boolean isJustNow(String id, Instant now) {
        return loop.state()
                .knowledge()
                .presence(id)
                .filter(at -> Duration.between(at.asOf(), now).abs().compareTo(JUST_NOW) <= 0)
                .isPresent();
    }

    /** One request is answered, or has failed: whoever waits for all of them is told once. */
    void answered(Set<RoundId> rounds, Optional<Problem> problem) {
        for (RoundId id : rounds) {
            Once once = asked.get(id);
            if (once != null) {
                once.left--;
                if (problem.isPresent()) {
                    drop(id);
                    once.answer.completeExceptionally(new ProblemException(problem.get()));
                } else if (once.left == 0) {
                    drop(id);
                    complete(once);
                }
            }
        }
    }

    private void complete(Once once) {
        PeopleKnowledge knowledge = loop.state().knowledge();
        Map<String, PresenceAt> told = new HashMap<>();
        once.ids.forEach(id -> knowledge.presence(id).ifPresent(at -> told.put(id, at)));
        once.answer.complete(told);
    }

    private void drop(RoundId id) {
        asked.remove(id);
        loop.change((before, now) -> before.look(looking -> looking.without(id)));
    }

    void failAll(Problem.Kind kind) {
        List<Once> all = List.copyOf(asked.values());
        asked.clear();
        all.forEach(once -> once.answer.completeExceptionally(new ProblemException(Problem.of(kind))));
    }
}
