package app.ampel.face.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lines on their way to one client. Whoever leaves 64 of them unread is given up. Lines are made when they are taken.
 */
final class Outbox {

    private static final int MOST = 64;

    private final Deque<Supplier<ObjectNode>> lines = new ArrayDeque<>();
    private boolean ended;

    /** Never blocks. @return false when the client has stopped reading */
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

    /** Waits until all earlier lines were taken, so that whoever knows something newer meanwhile can put that instead. */
    synchronized void putWhenTaken(Supplier<ObjectNode> state) throws InterruptedException {
        while (!lines.isEmpty() && !ended) {
            wait();
        }
        put(state);
    }

    /** The last line; what is put later is dropped. */
    synchronized void end(Supplier<ObjectNode> line) {
        if (!ended) {
            lines.add(line);
            ended = true;
            notifyAll();
        }
    }

    /** No more lines, not even those that wait. */
    synchronized void drop() {
        lines.clear();
        ended = true;
        notifyAll();
    }

    /** Waits for the next line; empty at the end. */
    synchronized Optional<Supplier<ObjectNode>> take() throws InterruptedException {
        while (lines.isEmpty() && !ended) {
            wait();
        }
        Optional<Supplier<ObjectNode>> next = Optional.ofNullable(lines.poll());
        notifyAll();
        return next;
    }
}
