package app.ampel.face.window.signin;

import app.ampel.domain.account.AccountState;
import java.util.Objects;

/**
 * How far somebody has come on the way from nothing to the pages. Pure.
 *
 * @param first whether nobody has ever been through it
 * @param skipped whether the pages are wanted without signing in
 * @param registering whether client id and tenant are being asked for
 */
record FirstRun(boolean first, boolean skipped, boolean registering) {

    FirstRun skipping() {
        return new FirstRun(first, true, false);
    }

    FirstRun registering(boolean other) {
        return new FirstRun(first, skipped, other);
    }

    FirstRun over() {
        return new FirstRun(false, skipped, false);
    }

    /** A sign-in that is under way, whoever began it, goes before everything else. */
    Route route(SignInViewState.Stage stage, AccountState account) {
        Objects.requireNonNull(account);
        return switch (stage) {
            case ASKING, CODE, BROWSER, FAILED -> Route.SIGN_IN;
            case DONE -> Route.DONE;
            case IDLE -> registering ? Route.REGISTER : welcomes(account) ? Route.WELCOME : Route.PAGES;
        };
    }

    private boolean welcomes(AccountState account) {
        return first && !skipped && account.profile().isEmpty();
    }
}
