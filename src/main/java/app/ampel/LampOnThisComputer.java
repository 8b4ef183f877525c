package app.ampel;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.session.ScreenShares;
import app.ampel.adapter.os.session.XWindows;
import app.ampel.face.screenlight.LampDesktop;

/** What this desktop does for the light on the screen. */
final class LampOnThisComputer implements LampDesktop {

    @Override
    public boolean keepOut(String title) {
        return ScreenShares.keepOut(title);
    }

    @Override
    public boolean hidesOwned() {
        return OperatingSystem.current() == OperatingSystem.WINDOWS;
    }

    @Override
    public boolean leaveTaskBar(long window) {
        return XWindows.leaveTaskBar(window);
    }

    @Override
    public void cut(long window, int diameter) {
        XWindows.cut(window, diameter);
    }
}
