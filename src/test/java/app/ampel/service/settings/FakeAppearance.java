package app.ampel.service.settings;

/** A desktop that looks as the test says. */
public final class FakeAppearance implements DesktopAppearance {

    public volatile boolean dark;
    public volatile boolean still;
    public volatile int asked;

    @Override
    public boolean isDark() {
        return dark;
    }

    @Override
    public boolean isMotionReduced() {
        asked++;
        return still;
    }
}
