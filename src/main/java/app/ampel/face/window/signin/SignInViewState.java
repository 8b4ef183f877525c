package app.ampel.face.window.signin;

import java.util.List;
import java.util.Objects;

/**
 * Everything that the sign-in page shows.
 *
 * @param title what is going on
 * @param text what to do, or what went wrong
 * @param who has to act, once something went wrong
 * @param details Microsoft's code, for whoever has to mend it
 * @param code to be entered at {@code address}; empty when there is none
 * @param address empty when there is nowhere to go yet
 * @param qr what the picture for the phone leads to; empty: no picture
 * @param countdown how long the code is good, empty when there is none
 * @param copied what has become of "copy and open", empty before
 * @param steps what can be done once something went wrong, best first
 * @param help what the browser may show while it is waited for
 */
public record SignInViewState(
        Stage stage,
        String title,
        String text,
        String who,
        String details,
        String code,
        String address,
        String qr,
        String countdown,
        String copied,
        List<Step> steps,
        List<Help> help) {

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
        /** Somebody has just signed in; what is shown then is {@link DoneViewState}. */
        DONE
    }

    /** Something that one button does. */
    record Step(SignInFailure.Step what, String text) {}

    /**
     * One thing that the browser may show.
     *
     * @param title as Microsoft says it, or nearly
     * @param text what it means, and who has to act
     * @param codes which the browser shows beside it
     */
    record Help(BrowserError error, String title, String text, String codes, Step step) {}

    public SignInViewState {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        Objects.requireNonNull(who);
        Objects.requireNonNull(details);
        Objects.requireNonNull(code);
        Objects.requireNonNull(address);
        Objects.requireNonNull(qr);
        Objects.requireNonNull(countdown);
        Objects.requireNonNull(copied);
        steps = List.copyOf(steps);
        help = List.copyOf(help);
    }

    /** Whether it changes by time alone. */
    boolean isMoving() {
        return !countdown.isEmpty();
    }

    static SignInViewState plain(Stage stage, String title, String text) {
        return failed(stage, title, text, "", "", List.of());
    }

    static SignInViewState failed(
            Stage stage, String title, String text, String who, String details, List<Step> steps) {
        return new SignInViewState(stage, title, text, who, details, "", "", "", "", "", steps, List.of());
    }

    static final SignInViewState IDLE = plain(Stage.IDLE, "", "");
}
