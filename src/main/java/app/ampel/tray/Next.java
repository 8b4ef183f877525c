package app.ampel.tray;

import app.ampel.manual.Lasting;
import java.util.Objects;

/**
 * How the next status is to be set.
 *
 * @param lightOnly Teams is not told
 */
public record Next(Lasting lasting, boolean lightOnly) {

    public static final Next USUAL = new Next(Lasting.USUAL, false);

    public Next {
        Objects.requireNonNull(lasting);
    }
}
