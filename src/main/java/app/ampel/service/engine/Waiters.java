package app.ampel.service.engine;

import app.ampel.domain.status.ManualStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Who waits until an intent is settled. Belongs to the owner's thread. */
final class Waiters {

    private record Waiter(Predicate<Situation> settled, BiConsumer<Situation, Snapshot> then) {}

    private final List<Waiter> all = new ArrayList<>();

    /** @param then told once, on the owner's thread, when it is settled */
    void add(Predicate<Situation> settled, BiConsumer<Situation, Snapshot> then) {
        all.add(new Waiter(settled, then));
    }

    /** Tells those whose intent is settled. */
    void answer(Situation situation, Snapshot snapshot) {
        List<Waiter> settled =
                all.stream().filter(w -> w.settled().test(situation)).toList();
        all.removeAll(settled);
        settled.forEach(w -> w.then().accept(situation, snapshot));
    }

    /** Microsoft has answered, or it is on the light only, or it has been replaced by something newer. */
    static Predicate<Situation> settledOn(Optional<ManualStatus> mine) {
        return s -> {
            Optional<ManualStatus> status = s.manualStatus();
            return status.isEmpty()
                    || !status.map(ManualStatus::since).equals(mine.map(ManualStatus::since))
                    || !status.map(ManualStatus::choice).equals(mine.map(ManualStatus::choice))
                    || status.get().leaseUntil().isPresent()
                    || status.get().state() == ManualStatus.State.LIGHT_ONLY
                    || status.get().problem().isPresent();
        };
    }

    /** Microsoft holds nothing any more, or that cannot be brought about now. */
    static boolean isForgotten(Situation s) {
        return !s.manual().mayBeHeld() || s.manual().lastProblem().isPresent() || !s.canAsk();
    }
}
