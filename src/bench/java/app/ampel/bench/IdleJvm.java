package app.ampel.bench;

import java.util.concurrent.CountDownLatch;

/** What a JVM costs that does nothing: the figure beside which Ampel's own are read. */
public final class IdleJvm {

    private IdleJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
