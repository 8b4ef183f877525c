package app.ampel.adapter.light.usb;

import app.ampel.adapter.os.OperatingSystem;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Tells when device nodes may have come or gone. */
public interface HotPlug {

    /**
     * Calls {@code changed}, on a thread of the watch's, when a node in {@code folder} whose name is {@code wanted} has
     * come or gone, and some times more in the two seconds after it came: its permissions come later than the node.
     * Be quick.
     */
    void watch(Path folder, Predicate<String> wanted, Runnable changed);

    /** Whether some folder has to be looked at now and then, though this system could tell of what happens in it. */
    default boolean isSlow() {
        return false;
    }

    void close();

    /** Sleeps until something happens on Linux; looks every one and a half seconds elsewhere. */
    static HotPlug ofThisComputer() {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        return linux ? new FolderWatch() : new SlowScan();
    }
}
