package app.ampel.service.status;

import app.ampel.domain.status.DurationOption;
import java.util.Objects;

/**
 * How the next status is to be set, as far as the user has said so.
 *
 * @param lightOnly Teams is not told
 */
public record NextStatus(DurationOption lasting, boolean lightOnly) {

    public static final NextStatus USUAL = new NextStatus(DurationOption.USUAL, false);

    public NextStatus {
        Objects.requireNonNull(lasting);
    }

    NextStatus lasting(DurationOption other) {
        return new NextStatus(other, lightOnly);
    }

    NextStatus lightOnly(boolean other) {
        return new NextStatus(lasting, other);
    }
}
