package app.ampel.face.window;

import app.ampel.domain.light.UdevOutcome;
import app.ampel.service.doctor.Check;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.FakeComputer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A real doctor, whose questions are answered when the test says so. */
public final class FakeDoctor {

    private static final int QUESTIONS = 30;

    /** Longer than any test. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    public final AtomicInteger examinations = new AtomicInteger();
    public final AtomicInteger interrupted = new AtomicInteger();
    public final CompletableFuture<UdevOutcome> installed = new CompletableFuture<>();
    public final FakeComputer computer = new FakeComputer();
    public final DoctorService service;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Thread> askers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private volatile CompletableFuture<List<Fact>> facts = new CompletableFuture<>();

    /** @param beside runs what takes long */
    FakeDoctor(Executor beside) {
        service = new DoctorService(
                IntStream.range(0, QUESTIONS).mapToObj(this::question).toList(), () -> Moments.NOW, computer, beside);
    }

    private Question question(int number) {
        return new Question(Check.PROGRAM, LIMIT, () -> {
            if (number == 0) {
                examinations.incrementAndGet();
            }
            askers.add(Thread.currentThread());
            waiting.incrementAndGet();
            try {
                if (number == 0) {
                    CompletableFuture.anyOf(first, facts).get();
                }
                List<Fact> all = number == 0 && first.isDone() ? List.of() : facts.get();
                return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** All questions are being asked. */
    public boolean isAsking() {
        return waiting.get() == QUESTIONS;
    }

    /** Nobody asks any more: all of it can be asked again. */
    public boolean isIdle() {
        return askers.stream().noneMatch(Thread::isAlive);
    }

    /** Answers one question, with nothing. */
    public void answerOne() {
        first.complete(null);
    }

    /** Answers whoever asks, now or later. */
    public void answer(Fact... all) {
        facts.complete(List.of(all));
    }

    /** Whoever asks from now on waits for the next answer. */
    public void thinkAgain() {
        facts = new CompletableFuture<>();
    }
}
