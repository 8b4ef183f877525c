package app.ampel.core;

import app.ampel.account.SignInWay;
import app.ampel.manual.Choice;
import java.time.Duration;
import java.time.Instant;

/** What the user wants, whichever way it was said: tray, window or command line. */
public sealed interface Intent {

    /** Settled when Microsoft has answered, or when it is on the light only. */
    record SetManual(Choice choice, Instant until) implements Intent {}

    /** Moves the end of what is set. Nothing set: settled at once. Settled when it is planned. */
    record ExtendManual(Duration by) implements Intent {}

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
