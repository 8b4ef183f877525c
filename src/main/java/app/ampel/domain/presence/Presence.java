package app.ampel.domain.presence;

import java.util.Objects;
import java.util.Optional;

/**
 * One person's presence as Graph told it. Out of office is a second dimension, not an absence: {@code Available} with
 * {@code outOfOffice} exists.
 *
 * @param workLocation {@code office}, {@code remote}, {@code timeOff} or a word yet unknown
 * @param sequenceNumber Microsoft's sortable mark of the change, empty when it sent none
 * @param automaticReply what the mailbox answers while somebody is out of office; of colleagues only, as one's own is shown
 *     nowhere
 */
public record Presence(
        Availability availability,
        Activity activity,
        boolean outOfOffice,
        Optional<StatusMessage> statusMessage,
        Optional<String> workLocation,
        String sequenceNumber,
        Optional<String> automaticReply) {

    public Presence {
        Objects.requireNonNull(availability);
        Objects.requireNonNull(activity);
        Objects.requireNonNull(statusMessage);
        Objects.requireNonNull(workLocation);
        Objects.requireNonNull(sequenceNumber);
        Objects.requireNonNull(automaticReply);
    }

    /** Without an automatic reply. */
    public Presence(
            Availability availability,
            Activity activity,
            boolean outOfOffice,
            Optional<StatusMessage> statusMessage,
            Optional<String> workLocation,
            String sequenceNumber) {
        this(availability, activity, outOfOffice, statusMessage, workLocation, sequenceNumber, Optional.empty());
    }

    public static Presence of(Availability availability, Activity activity) {
        return new Presence(availability, activity, false, Optional.empty(), Optional.empty(), "");
    }

    /** Whether either of Microsoft's two ways says so: the settings of out of office, or the activity. */
    public boolean isOutOfOffice() {
        return outOfOffice || activity.equals(Activity.OUT_OF_OFFICE);
    }

    /** Whether somebody looking at it would see a difference; the sequence number alone is none. */
    public boolean looksLike(Presence other) {
        return availability.equals(other.availability)
                && activity.equals(other.activity)
                && outOfOffice == other.outOfOffice
                && statusMessage.isPresent() == other.statusMessage.isPresent()
                && statusMessage
                        .map(note -> note.looksLike(other.statusMessage.orElseThrow()))
                        .orElse(true)
                && workLocation.equals(other.workLocation)
                && automaticReply.equals(other.automaticReply);
    }
}
