package app.ampel.desktop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has logind wait, up to its limit of 5 s, before the computer sleeps or ends. The lock is a file descriptor, which the
 * JDK's sockets cannot receive, so systemd's own program holds it: for as long as it reads from us, so that it is gone
 * when we are, however we end. Where there is no such program, nothing is delayed.
 */
final class SleepDelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SleepDelay.class);

    static final List<String> COMMAND = List.of(
            "systemd-inhibit",
            "--what=sleep:shutdown",
            "--mode=delay",
            "--who=Ampel",
            "--why=Switches the lights off",
            "cat");

    private final List<String> command;
    private Process holder;
    private boolean closed;

    /** @param command runs until its input ends */
    SleepDelay(List<String> command) {
        this.command = command;
    }

    /** From now on. Nothing when it is held already. */
    synchronized void take() {
        if (closed || holder != null) {
            return;
        }
        try {
            holder = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.info("Sleep cannot be delayed: {}", e.getMessage());
        }
    }

    /** The computer may sleep. */
    synchronized void release() {
        if (holder == null) {
            return;
        }
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("Whoever delays sleep has ended before", e);
        }
        holder = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
