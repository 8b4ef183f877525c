package app.ampel.manual;

import java.time.Duration;
import java.time.Instant;

/** Something to tell Microsoft. */
public sealed interface Write {

    /** Set the session, or renew it, for this long. */
    record Set(Choice choice, Duration lease) implements Write {}

    /** Forget the session. */
    record Clear() implements Write {}

    /** A write and when it is due. */
    record Planned(Write write, Instant at) {}
}
