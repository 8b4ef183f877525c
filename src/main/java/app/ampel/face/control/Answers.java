package app.ampel.face.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** The way back to a client. Any thread; only {@link #state} may block. The suppliers run on the connection's own thread. */
public interface Answers {

    /** Something that happens meanwhile; every one is sent. */
    void event(Supplier<ObjectNode> event);

    /** Asks to go on being told for as long as the client likes; false: too many do already. */
    boolean stay();

    /** What is now the case. Waits while the client reads nothing: a newer state comes in its place, see {@code Engine.watch}. */
    void state(Supplier<ObjectNode> state);

    /** The answer, after which the connection ends. */
    void end(Supplier<ObjectNode> answer);

    /** Runs {@code task} when the client has hung up before the answer; at once when it already has. */
    void onGone(Runnable task);

    /** Runs {@code task} when the answer has been sent, or could not be. */
    void afterwards(Runnable task);
}
