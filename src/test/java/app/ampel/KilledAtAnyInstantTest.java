package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.graph.TenantOnLoopback;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The rule: whenever the program is killed hard, what Microsoft holds of it is known on disk and ends by itself, and the next
 * start goes on with it or clears it. The real process, the demo's tenant behind real HTTPS ({@link TenantOnLoopback}).
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledAtAnyInstantTest {

    private static final int KILLS = 50;

    /** At the same time, as a start of Java is what takes the time. */
    private static final int LIVES = 2;

    @Test
    void nothingIsHeldThatTheNextStartDoesNotKnowAndNothingLongerThanItWasSaid() {
        ExecutorService threads = Executors.newFixedThreadPool(LIVES);
        try {
            List<CompletableFuture<Integer>> lives = IntStream.range(0, LIVES)
                    .mapToObj(seed -> CompletableFuture.supplyAsync(() -> oneLife(seed), threads))
                    .toList();
            // All of them, so that none is left running when one has failed.
            CompletableFuture.allOf(lives.toArray(CompletableFuture[]::new)).join();
            assertThat(lives.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(KILLS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int oneLife(int seed) {
        try (KilledLife life = new KilledLife(seed)) {
            return life.run(KILLS / LIVES);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Life " + seed, e);
        }
    }
}
