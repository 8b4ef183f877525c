package app.ampel.service.settings;

/** How the desktop looks and moves, as far as it tells. Any thread; may take some seconds. */
public interface DesktopAppearance {

    /** False where nobody knows. */
    boolean isDark();

    /** Whether it wants as little movement as can be. False where nobody knows. */
    boolean isMotionReduced();
}
