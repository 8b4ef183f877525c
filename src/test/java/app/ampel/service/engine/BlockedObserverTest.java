package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.service.threads.Mailbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of what an observer that hangs does not hear, it hears the newest when it is back; nobody else notices. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BlockedObserverTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    private final Mailbox<Integer> hanging = new Mailbox<>(threads, value -> {
        heard.add(value);
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    });

    @AfterEach
    void end() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void whoeverPutsNeverWaitsAndTheNewestArrives() {
        hanging.put(0);
        await().until(() -> heard.size() == 1);
        for (int i = 1; i <= 100_000; i++) {
            hanging.put(i);
        }
        released.countDown();
        await().untilAsserted(() -> assertThat(heard).containsExactly(0, 100_000));
    }

    @Test
    void whoeverThrowsHearsTheNextAllTheSame() {
        AtomicReference<Integer> last = new AtomicReference<>();
        Mailbox<Integer> throwing = new Mailbox<>(threads, value -> {
            last.set(value);
            throw new OutOfMemoryError("as a picture that is too big");
        });
        for (int i = 1; i <= 50; i++) {
            int value = i;
            throwing.put(value);
            await().until(() -> Integer.valueOf(value).equals(last.get()));
        }
    }

    @Test
    void whatFoundNoThreadIsBroughtLater() {
        List<Runnable> taken = new ArrayList<>();
        List<Integer> got = new ArrayList<>();
        boolean[] full = {true};
        Mailbox<Integer> box = new Mailbox<>(
                task -> {
                    if (full[0]) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    taken.add(task);
                },
                got::add);
        assertThat(box.put(1)).isFalse();
        full[0] = false;
        assertThat(box.deliver()).isTrue();
        taken.forEach(Runnable::run);
        assertThat(got).containsExactly(1);
    }

    @Test
    void whoeverHasEndedHearsNothingMore() {
        hanging.put(0);
        await().until(() -> heard.size() == 1);
        hanging.put(1);
        hanging.close();
        released.countDown();
        hanging.put(2);
        await().during(java.time.Duration.ofMillis(50)).until(() -> heard.size() == 1);
    }
}
