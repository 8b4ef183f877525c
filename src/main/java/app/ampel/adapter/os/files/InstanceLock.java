package app.ampel.adapter.os.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to be the one program of a home folder, and so to remove a socket that was left behind. The operating
 * system takes it back when the process ends, however it ends. Any thread.
 */
public final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; the home is made. Empty when another program, or this one, has it. */
    public static Optional<InstanceLock> tryTake(Folders folders) throws IOException {
        folders.create();
        try {
            OwnerOnly.create(folders.lock(), new byte[0]);
        } catch (FileAlreadyExistsException e) {
            // The file stays for ever; only the lock on it says something.
        }
        FileChannel channel = FileChannel.open(folders.lock(), StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                tidy(folders);
                return Optional.of(new InstanceLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it: as taken as by any other.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** What the one before was killed over. */
    private static void tidy(Folders folders) {
        for (Path file : folders.replaced()) {
            try {
                OwnerOnly.tidy(file);
            } catch (IOException e) {
                // It is in nobody's way, and the next start tries again.
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The process gives it back at its end.
        }
    }
}
