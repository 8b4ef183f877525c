package app.ampel.domain.status;

import java.util.Objects;

/**
 * What is kept on disk of the status set by hand.
 *
 * @param owner the object id of whoever it was set for
 */
public record SavedStatus(StatusOverride manual, String owner) {
    public SavedStatus {
        Objects.requireNonNull(manual);
        Objects.requireNonNull(owner);
    }
}
