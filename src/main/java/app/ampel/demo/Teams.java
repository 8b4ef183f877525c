package app.ampel.demo;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What Teams clients, calendar and mailbox contribute to a person's presence over time. Pure: the time comes in. */
public interface Teams {

    Moment at(Instant now);

    /** The first moment after {@code now} at which {@link #at} may answer something else; empty: never. */
    Optional<Instant> changeAfter(Instant now);

    /**
     * How things stand.
     *
     * @param session the Teams client's own session; empty while no client runs
     * @param since when it became so
     * @param outOfOffice by the mailbox's automatic reply; a dimension of its own
     */
    record Moment(Optional<ScriptedPresence> session, Instant since, boolean outOfOffice, WorkLocation location) {
        public Moment {
            Objects.requireNonNull(session);
            Objects.requireNonNull(since);
            Objects.requireNonNull(location);
        }
    }

    /** Where the person works; {@link #word} is Graph's workLocationType. */
    enum WorkLocation {
        UNSPECIFIED("unspecified"),
        OFFICE("office"),
        REMOTE("remote"),
        TIME_OFF("timeOff");

        private final String word;

        WorkLocation(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
