package app.ampel.policy;

import java.util.Locale;

/** Why the lights show what they show; the sentence is under {@link #key()}. */
public enum Reason {
    /** The presence, by the scheme. */
    PRESENCE,
    /** A status set by hand. */
    MANUAL,
    /** The user told the light. */
    OVERRIDE,
    /** The last good answer is too old: dimmed, or dim white. */
    STALE,
    SIGNED_OUT,
    CONSENT_MISSING,
    /** Available, but the session is locked. */
    LOCKED,
    /** Nothing has been heard yet. */
    UNKNOWN;

    public String key() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
