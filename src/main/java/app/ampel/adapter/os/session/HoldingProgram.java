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
 * Has another program hold something back for as long as it reads from us, so that it is let go when we are gone, however we
 * end. logind's lock on sleep and idleness is a file descriptor, which the JDK's sockets cannot receive: systemd's own program
 * holds it. Where there is no such program, nothing is held back.
 */
final class HoldingProgram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HoldingProgram.class);

    /** Up to logind's limit of 5 s, before the computer sleeps or ends. */
    static final List<String> DELAYS_SLEEP = List.of(
            "systemd-inhibit",
            "--what=sleep:shutdown",
            "--mode=delay",
            "--who=Ampel",
            "--why=Switches the lights off",
            "cat");

    /** logind takes nobody for idle, which its own rules and some desktops go by. */
    static final List<String> PREVENTS_IDLE = List.of(
            "systemd-inhibit", "--what=idle", "--mode=block", "--who=Ampel", "--why=A wall is on the screen", "cat");

    /** macOS: the display stays lit. */
    static final List<String> KEEPS_DISPLAY = List.of("caffeinate", "-d", "cat");

    private final List<String> command;
    private final BackOff backOff;
    private Process holder;
    private boolean wanted;
    private boolean closed;
    private int failures;

    /** @param command runs until its input ends */
    public HoldingProgram(List<String> command, BackOff backOff) {
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
            LOG.info("{} cannot be started: {}", command.get(0), e.getMessage());
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
            if (failures == 1) {
                LOG.info("{} has ended with {}", command.get(0), process.exitValue());
            }
            CompletableFuture.delayedExecutor(backOff.after(failures).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::hold);
        }
    }

    /** Nothing is held back any more. */
    synchronized void release() {
        wanted = false;
        failures = 0;
        if (holder == null) {
            return;
        }
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("It has ended before", e);
        }
        holder = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
