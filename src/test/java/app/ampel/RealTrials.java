package app.ampel;

import app.ampel.adapter.os.files.Folders;
import app.ampel.service.lights.LightTrials;

/** Trials as a running Ampel makes them, for tests in other packages. */
public final class RealTrials {

    private RealTrials() {}

    public static LightTrials of(Folders folders) {
        return light -> SerialTrial.begin(folders, light);
    }
}
