package broken.ampel.account;

import broken.ampel.service.settings.Settings;

/** Changes what is wanted of lights for itself. */
final class SecondHand {

    Settings darken(Settings settings) {
        return settings.withLights("off");
    }
}
