package app.ampel.core;

import app.ampel.account.SignInWay;
import app.ampel.manual.Request;
import java.time.Duration;
import java.util.Optional;

/** What the user wants, whichever way it was said: tray, window or command line. */
public sealed interface Intent {

    /** Settled when Microsoft has answered, or when it is on the light only. */
    record SetManual(Request request) implements Intent {}

    /** Moves the end of what is set. Nothing set: settled at once. Settled when it is planned. */
    record ExtendManual(Duration by) implements Intent {}

    /** Changes the note to colleagues of what is set; empty: none. Nothing set: settled at once. Settled when it is planned. */
    record NoteManual(Optional<String> note) implements Intent {}

    /** Puts what is set above whatever Teams shows. Nothing set: settled at once. Else as {@link SetManual}. */
    record TakeOverManual() implements Intent {}

    /** Settled when Microsoft has forgotten it. Nothing set: settled at once. */
    record ClearManual() implements Intent {}

    /** Settled at once. */
    record ShowLight(LightOverride override) implements Intent {}

    /** Settled when somebody is signed in; fails with why nobody is. */
    record SignIn(SignInWay way) implements Intent {}

    /** Ends a sign-in or a question for consent that is under way. Settled at once. */
    record CancelSignIn() implements Intent {}

    /** Clears what was set, then forgets the tokens. Settled when both are done. */
    record SignOut() implements Intent {}
}
