package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps windows out of screen shares: Windows 10 from version 2004 on can, other systems offer nothing. */
public final class ScreenShares {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenShares.class);

    /** {@code WDA_EXCLUDEFROMCAPTURE} of SetWindowDisplayAffinity. */
    private static final int EXCLUDE_FROM_CAPTURE = 0x11;

    /** Microsoft's names. */
    private interface User32 extends Library {
        Pointer FindWindowW(WString windowClass, WString title);

        boolean SetWindowDisplayAffinity(Pointer window, int affinity);
    }

    private ScreenShares() {}

    /** Whether others will not see the window of this process with that title. */
    public static boolean keepOut(String title) {
        if (OperatingSystem.current() != OperatingSystem.WINDOWS) {
            return false;
        }
        try {
            User32 system = Native.load("user32", User32.class);
            Pointer window = system.FindWindowW(null, new WString(title));
            return window != null && system.SetWindowDisplayAffinity(window, EXCLUDE_FROM_CAPTURE);
        } catch (LinkageError | RuntimeException e) {
            LOG.info("The light on the screen cannot be kept out of screen shares: {}", e.toString());
            return false;
        }
    }
}
