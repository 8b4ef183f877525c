package app.ampel.adapter.os;

import app.ampel.adapter.os.files.NativeLibraries;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process's standard output leads. Any thread. */
public final class StandardOutput {

    private static final int DESCRIPTOR = 1;
    /** POLLERR, POLLHUP and POLLNVAL; the same numbers on Linux and macOS. */
    private static final int NOBODY = 0x8 | 0x10 | 0x20;

    private static final int REVENTS = 6;
    private static final int STRUCT_POLLFD = 8;

    private StandardOutput() {}

    /** Whether another program reads it, where the system says so (Linux). Loads nothing. */
    public static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + DESCRIPTOR))
                    .toString()
                    .startsWith("pipe:");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Whether somebody is left who could read it: false when the other end of a pipe is closed, or it is closed itself. A
     * program would notice by its next write only, and one that waits for news may not write for hours. True where that
     * cannot be known. Loads JNA: see {@link NativeLibraries}.
     */
    public static boolean isRead() {
        if (OperatingSystem.current() == OperatingSystem.WINDOWS) {
            return true;
        }
        try (Memory descriptor = new Memory(STRUCT_POLLFD)) {
            descriptor.setInt(0, DESCRIPTOR);
            descriptor.setInt(4, 0);
            int ready = NativeLibrary.getInstance("c")
                    .getFunction("poll")
                    .invokeInt(new Object[] {descriptor, new NativeLong(1), 0});
            return ready <= 0 || (descriptor.getShort(REVENTS) & NOBODY) == 0;
        } catch (RuntimeException | LinkageError e) {
            return true;
        }
    }
}
