package app.ampel.face.window.status;

import app.ampel.manual.Choice;
import app.ampel.manual.Habits;
import app.ampel.manual.Lasting;
import app.ampel.manual.Request;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How the next status is to be set, as far as the user has said so.
 *
 * @param note to colleagues
 */
record NextStatus(Lasting lasting, boolean lightOnly, String note) {

    static final NextStatus USUAL = new NextStatus(Lasting.USUAL, false, "");

    NextStatus lasting(Lasting other) {
        return new NextStatus(other, lightOnly, note);
    }

    NextStatus lightOnly(boolean other) {
        return new NextStatus(lasting, other, note);
    }

    NextStatus noting(String other) {
        return new NextStatus(lasting, lightOnly, other);
    }

    Request request(Choice choice, Instant now, Habits habits, ZoneId zone) {
        Optional<String> text = lightOnly ? Optional.empty() : Optional.of(note);
        return new Request(choice, lasting.end(choice, now, habits, zone), text, lightOnly, false);
    }
}
