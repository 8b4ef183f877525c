package app.ampel.ui;

import java.util.Objects;

/**
 * Everything that the sign-in page shows.
 *
 * @param title what is going on
 * @param text what to do, or what went wrong
 * @param code to be entered at {@code address}; empty when there is none
 * @param address empty when there is nowhere to go yet
 * @param qr what the picture for the phone leads to; empty: no picture
 * @param countdown how long the code is good, empty when there is none
 * @param copied what has become of "copy and open", empty before
 */
public record SignInFace(
        Stage stage,
        String title,
        String text,
        String code,
        String address,
        String qr,
        String countdown,
        String copied) {

    /** Where it stands. */
    public enum Stage {
        /** Nobody is signing in: the page is not needed. */
        IDLE,
        /** Microsoft is being asked. */
        ASKING,
        /** A code is to be entered. */
        CODE,
        /** The browser has been opened. */
        BROWSER,
        FAILED,
        DONE
    }

    public SignInFace {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        Objects.requireNonNull(code);
        Objects.requireNonNull(address);
        Objects.requireNonNull(qr);
        Objects.requireNonNull(countdown);
        Objects.requireNonNull(copied);
    }

    /** Whether it changes by time alone. */
    boolean isMoving() {
        return !countdown.isEmpty();
    }

    static SignInFace plain(Stage stage, String title, String text) {
        return new SignInFace(stage, title, text, "", "", "", "", "");
    }

    static final SignInFace IDLE = plain(Stage.IDLE, "", "");
}
