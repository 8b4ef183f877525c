package app.ampel.account;

import java.util.Locale;

/** How to sign in. */
public enum SignInWay {
    DEVICE_CODE,
    BROWSER;

    /** As in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
