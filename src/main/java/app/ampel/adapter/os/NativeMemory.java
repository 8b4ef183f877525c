package app.ampel.adapter.os;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory that the C library holds back after the program has freed it: what a start and a window have needed once. */
public final class NativeMemory {

    private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);

    private NativeMemory() {}

    /** Gives it back to the system, where the C library is glibc. Some milliseconds; any thread. */
    public static void giveBack() {
        if (OperatingSystem.current() != OperatingSystem.LINUX) {
            return;
        }
        try {
            NativeLibrary.getInstance("c").getFunction("malloc_trim").invokeInt(new Object[] {new NativeLong(0)});
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("No memory is given back: {}", e.toString());
        }
    }
}
