package broken.ampel.domain.account;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Keeps the zone of its start, and hands work to an executor that swallows whatever it throws. */
public record Swallowed(ZoneId zone, ExecutorService thread) {

    public void run(Runnable work) {
        thread.submit(work);
    }

    public CompletableFuture<Void> later(Runnable work) {
        return CompletableFuture.runAsync(work, thread);
    }
}
