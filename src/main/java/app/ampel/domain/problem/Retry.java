package app.ampel.domain.problem;

/** What an answer means for the next question: when Ampel asks again by itself. */
public enum Retry {
    /** With the usual back-off: trouble passes. */
    SOON,
    /**
     * The tokens are kept, what is wrong is said, and Ampel asks again now and then: every few minutes, and when the
     * computer wakes, is unlocked or gets another network. A policy may look at the place, the hour or the state of
     * the computer, and an administrator may allow tomorrow what is refused today.
     */
    SLOWLY,
    /** Nothing is asked until somebody has signed in: what there was to ask with is good no more. */
    NEVER
}
