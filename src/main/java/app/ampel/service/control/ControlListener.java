package app.ampel.service.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Listens for the commands of one home. Only its owner can reach it, and is heard. */
public interface ControlListener extends AutoCloseable {

    /**
     * Waits for the next client, a process of the same user; one of another is hung up on unheard. The caller closes it.
     *
     * @throws IOException also when this is closed meanwhile
     */
    SocketChannel accept() throws IOException;

    boolean isOpen();

    /** Whether the home took the note of where to connect to; false on a full disk, and then the usual places are left. */
    boolean isNoted();

    /** Nobody can connect any more. Those who have stay. While the instance lock is still held. */
    @Override
    void close();
}
