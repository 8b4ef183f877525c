package app.ampel.domain.status;

import app.ampel.domain.presence.StatusMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something to tell Microsoft. */
public sealed interface GraphRequest {

    /** What becomes of each: one more of them does not compile until every visitor has thought about it. */
    interface Visitor<R> {
        R setSession(SetSession set);

        R clearSession(ClearSession clear);

        R setPreferred(SetPreferred set);

        R clearPreferred(ClearPreferred clear);

        R setNote(SetNote set);

        R putBackNote(PutBackNote back);
    }

    /** The three things that Microsoft keeps of ours. */
    enum Slot {
        SESSION,
        PREFERRED,
        NOTE
    }

    <R> R accept(Visitor<R> visitor);

    /** What it is about. */
    Slot slot();

    /** Whether it asks for something; the others take back what was asked for. */
    default boolean sets() {
        return false;
    }

    /**
     * Whether Microsoft would keep it for hours should the program end now; a session ends with its lease. It has to be on
     * disk before it is told.
     */
    default boolean mayOutliveTheProgram() {
        return false;
    }

    /** Set the session, or renew it, for this long: {@code setPresence}. */
    record SetSession(PresenceCode pair, Duration lease) implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setSession(this);
        }

        @Override
        public Slot slot() {
            return Slot.SESSION;
        }

        @Override
        public boolean sets() {
            return true;
        }
    }

    /** Forget the session: {@code clearPresence}. */
    record ClearSession() implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clearSession(this);
        }

        @Override
        public Slot slot() {
            return Slot.SESSION;
        }
    }

    /** Choose what Teams shows above all sessions, for this long: {@code setUserPreferredPresence}. */
    record SetPreferred(PresenceCode pair, Duration time) implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setPreferred(this);
        }

        @Override
        public Slot slot() {
            return Slot.PREFERRED;
        }

        @Override
        public boolean sets() {
            return true;
        }

        @Override
        public boolean mayOutliveTheProgram() {
            return true;
        }
    }

    /** {@code clearUserPreferredPresence}. */
    record ClearPreferred() implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clearPreferred(this);
        }

        @Override
        public Slot slot() {
            return Slot.PREFERRED;
        }
    }

    /** {@code setStatusMessage}. */
    record SetNote(StatusMessage note) implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setNote(this);
        }

        @Override
        public Slot slot() {
            return Slot.NOTE;
        }

        @Override
        public boolean sets() {
            return true;
        }

        @Override
        public boolean mayOutliveTheProgram() {
            return true;
        }
    }

    /** {@code setStatusMessage} with what stood there before, empty for nothing. */
    record PutBackNote(Optional<StatusMessage> before) implements GraphRequest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.putBackNote(this);
        }

        @Override
        public Slot slot() {
            return Slot.NOTE;
        }
    }

    /** A write and when it is due. */
    record Planned(GraphRequest write, Instant at) {}
}
