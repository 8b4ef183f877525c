package app.ampel.adapter.os.programs;

import app.ampel.service.settings.DesktopAppearance;

/** This computer's desktop, asked anew each time. */
public final class AskedDesktop implements DesktopAppearance {

    @Override
    public boolean isDark() {
        return Appearance.ofThisComputer().isDark();
    }

    @Override
    public boolean isMotionReduced() {
        return Appearance.ofThisComputer().isMotionReduced();
    }
}
