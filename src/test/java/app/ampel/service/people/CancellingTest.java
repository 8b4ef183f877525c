package app.ampel.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On real threads: what is under way is interrupted, and its thread is good for the next. */
class CancellingTest {

    private final ExecutorService requests = Executors.newSingleThreadExecutor();
    private final ExecutorService observers = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        requests.shutdownNow();
        observers.shutdownNow();
    }

    private static Problem.Kind failure(Pending<?> pending) {
        await().until(() -> pending.answer().isDone());
        Throwable thrown = pending.answer().handle((value, failed) -> failed).join();
        return ((ProblemException) thrown).problem().kind();
    }

    @Test
    void interruptsARequestThatHangs() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        PeopleTask<Boolean> hanging = new PeopleTask<>(requests, observers, problem -> {});
        hanging.run(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return true;
                },
                hanging::complete);
        await().until(() -> begun.getCount() == 0);
        hanging.pending().cancel();
        assertThat(failure(hanging.pending())).isEqualTo(Problem.Kind.CANCELLED);
        await().untilTrue(interrupted);
        PeopleTask<Boolean> next = new PeopleTask<>(requests, observers, problem -> {});
        next.run(() -> Thread.currentThread().isInterrupted(), next::complete);
        assertThat(next.pending().answer().join()).isFalse();
    }

    @Test
    void aTaskThatHasNotBegunNeverDoes() {
        CountDownLatch free = new CountDownLatch(1);
        requests.execute(() -> {
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        AtomicBoolean ran = new AtomicBoolean();
        PeopleTask<Boolean> waiting = new PeopleTask<>(requests, observers, problem -> {});
        waiting.run(
                () -> {
                    ran.set(true);
                    return true;
                },
                waiting::complete);
        waiting.pending().cancel();
        free.countDown();
        assertThat(failure(waiting.pending())).isEqualTo(Problem.Kind.CANCELLED);
        PeopleTask<Boolean> next = new PeopleTask<>(requests, observers, problem -> {});
        next.run(() -> true, next::complete);
        assertThat(next.pending().answer().join()).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void whatIsDoneIsNotCancelled() {
        PeopleTask<Integer> done = new PeopleTask<>(requests, observers, problem -> {});
        done.run(() -> 42, done::complete);
        assertThat(done.pending().answer().join()).isEqualTo(42);
        done.pending().cancel();
        assertThat(done.pending().answer()).isCompletedWithValue(42);
    }

    @Test
    void aThreadThatIsNotThereIsSaid() {
        requests.shutdownNow();
        PeopleTask<Integer> lost = new PeopleTask<>(requests, observers, problem -> {});
        lost.run(() -> 42, lost::complete);
        assertThat(failure(lost.pending())).isEqualTo(Problem.Kind.INTERNAL);
    }
}
