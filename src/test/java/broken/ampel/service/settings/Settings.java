package broken.ampel.service.settings;

/** What somebody wants. */
public final class Settings {

    public Settings withLights(String lights) {
        return lights.isEmpty() ? this : new Settings();
    }
}
