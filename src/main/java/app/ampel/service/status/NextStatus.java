package app.ampel.service.status;

import app.ampel.domain.status.Lasting;
import java.util.Objects;

/**
 * How the next status is to be set, as far as the user has said so.
 *
 * @param lightOnly Teams is not told
 */
public record NextStatus(Lasting lasting, boolean lightOnly) {

    public static final NextStatus USUAL = new NextStatus(Lasting.USUAL, false);

    public NextStatus {
        Objects.requireNonNull(lasting);
    }

    NextStatus lasting(Lasting other) {
        return new NextStatus(other, lightOnly);
    }

    NextStatus lightOnly(boolean other) {
        return new NextStatus(lasting, other);
    }
}
