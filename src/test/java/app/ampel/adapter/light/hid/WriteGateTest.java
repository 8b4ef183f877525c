package app.ampel.adapter.light.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WriteGateTest {

    private final WriteGate gate = new WriteGate();
    private final AtomicBoolean through = new AtomicBoolean();

    private Thread waiter(Duration atMost) {
        Thread thread = new Thread(() -> {
            try {
                gate.awaitQuiet(atMost);
                through.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void openingWaitsForTheLastWrite() {
        long first = gate.enter();
        long second = gate.enter();
        Thread thread = waiter(Duration.ofMinutes(10));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        gate.leave(second);
        assertThat(through).isFalse();
        gate.leave(first);
        await().untilTrue(through);
    }

    @Test
    void openingDoesNotWaitForWritesThatBeganAfterIt() {
        long first = gate.enter();
        Thread thread = waiter(Duration.ofMinutes(10));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        gate.enter();
        gate.leave(first);
        await().untilTrue(through);
    }

    @Test
    void openingDoesNotWaitForEver() {
        gate.enter();
        waiter(Duration.ofMillis(20));
        await().untilTrue(through);
    }

    @Test
    void withNothingWrittenNobodyWaits() throws InterruptedException {
        gate.awaitQuiet(Duration.ofMinutes(10));
        gate.leave(gate.enter());
        gate.awaitQuiet(Duration.ofMinutes(10));
    }
}
