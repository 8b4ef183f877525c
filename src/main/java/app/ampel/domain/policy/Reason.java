package app.ampel.domain.policy;

/** Why the lights show what they show. */
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
    /** The session is locked, and the user wants lights to be dim or dark then. */
    LOCKED_REST,
    /** Nobody works at this hour, and the user wants lights to be dim or dark then. */
    OUT_OF_HOURS,
    /** Nothing has been heard yet. */
    UNKNOWN
}
