package app.ampel.adapter.os.session;

import app.ampel.domain.retry.BackOff;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private final BackOff backOff;
    private Process holder;
    private boolean wanted;
    private boolean closed;
    private int failures;

    /** @param command runs until its input ends */
    public SleepDelay(List<String> command, BackOff backOff) {
        this.command = command;
        this.backOff = backOff;
    }

    /** From now on. Nothing when it is held already. Where logind refuses, it is asked again. */
    synchronized void acquire() {
        wanted = true;
        hold();
    }

    private synchronized void hold() {
        if (closed || !wanted || holder != null) {
            return;
        }
        try {
            holder = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Process started = holder;
            started.onExit().thenRun(() -> ended(started));
        } catch (IOException e) {
            LOG.info("Sleep cannot be delayed: {}", e.getMessage());
        }
    }

    /** It has not been let go by us, so logind has refused it, or is gone. */
    private synchronized void ended(Process process) {
        if (process != holder) {
            return;
        }
        holder = null;
        if (!closed && wanted) {
            failures++;
            LOG.info("Sleep is not delayed: the program for that has ended with {}", process.exitValue());
            CompletableFuture.delayedExecutor(backOff.after(failures).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::hold);
        }
    }

    /** The computer may sleep. */
    synchronized void release() {
        wanted = false;
        failures = 0;
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
