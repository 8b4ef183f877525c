package app.ampel.adapter.os.session;

import app.ampel.adapter.os.WindowsSystem;
import app.ampel.service.threads.Daemons;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Windows keeps what was asked for with the thread that has asked, and forgets it with that thread: so it has one of its own. Written
 * by Microsoft's page of {@code SetThreadExecutionState}; compiled, and never run by its author.
 */
final class WindowsAwake implements AwakeScreen.Hold {

    private static final Logger LOG = LoggerFactory.getLogger(WindowsAwake.class);

    private static final int ES_SYSTEM_REQUIRED = 0x1;
    private static final int ES_DISPLAY_REQUIRED = 0x2;
    private static final int ES_CONTINUOUS = 0x80000000;

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void begin() {
        Daemons.thread("ampel-awake", this::hold).start();
    }

    private void hold() {
        WindowsSystem.kernel().ifPresent(kernel -> {
            int before = kernel.SetThreadExecutionState(ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED);
            if (before == 0) {
                LOG.info("Windows does not keep the screen awake");
                return;
            }
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            kernel.SetThreadExecutionState(ES_CONTINUOUS);
        });
    }

    @Override
    public void end() {
        ended.countDown();
    }
}
