package app.ampel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lines on their way to one client. Putting never blocks, whatever the client does: of the states only the newest
 * is kept, and whoever leaves 64 other lines unread is given up. Lines are made when they are taken.
 */
final class Outbox {

    private static final int MOST = 64;

    private final Deque<Supplier<ObjectNode>> lines = new ArrayDeque<>();
    private Supplier<ObjectNode> newest;
    private boolean ended;

    /** @return false when the client has stopped reading */
    synchronized boolean put(Supplier<ObjectNode> line) {
        if (ended) {
            return true;
        }
        if (lines.size() >= MOST) {
            return false;
        }
        lines.add(line);
        notifyAll();
        return true;
    }

    /** Replaces the state that was not taken yet. */
    synchronized void replace(Supplier<ObjectNode> state) {
        newest = state;
        notifyAll();
    }

    /** The last line; what is put later is dropped. */
    synchronized void end(Supplier<ObjectNode> line) {
        if (!ended) {
            lines.add(line);
            newest = null;
            ended = true;
            notifyAll();
        }
    }

    /** No more lines, not even those that wait. */
    synchronized void drop() {
        lines.clear();
        newest = null;
        ended = true;
        notifyAll();
    }

    /** Waits for the next line; empty at the end. */
    synchronized Optional<Supplier<ObjectNode>> take() throws InterruptedException {
        while (lines.isEmpty() && newest == null && !ended) {
            wait();
        }
        if (!lines.isEmpty()) {
            return Optional.of(lines.remove());
        }
        Optional<Supplier<ObjectNode>> state = ended ? Optional.empty() : Optional.ofNullable(newest);
        newest = null;
        return state;
    }
}
