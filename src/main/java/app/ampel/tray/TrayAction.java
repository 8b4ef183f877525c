package app.ampel.tray;

import app.ampel.core.Intent;
import app.ampel.core.LightOverride;
import app.ampel.manual.Choice;
import app.ampel.manual.Lasting;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a click asks for. Most of it is an {@link Intent}, the same as the command line's. */
public sealed interface TrayAction {

    /** What the core is to be told for it; empty when it is not the core's business. */
    default Optional<Intent> intent() {
        return Optional.empty();
    }

    /**
     * A status; when it ends is reckoned from the click.
     *
     * @param lightOnly Teams is not told
     */
    record Set(Choice choice, Lasting lasting, boolean lightOnly) implements TrayAction {
        public Set {
            Objects.requireNonNull(choice);
            Objects.requireNonNull(lasting);
        }
    }

    record TakeOver() implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.TakeOverManual());
        }
    }

    record Clear() implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.ClearManual());
        }
    }

    record Extend(Duration by) implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.ExtendManual(by));
        }
    }

    record ShowLight(LightOverride override) implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.ShowLight(override));
        }
    }

    record CancelSignIn() implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.CancelSignIn());
        }
    }

    record SignOut() implements TrayAction {
        @Override
        public Optional<Intent> intent() {
            return Optional.of(new Intent.SignOut());
        }
    }

    /** How long the next status lasts; the one that is set now ends so long from now. */
    record Last(Lasting lasting) implements TrayAction {}

    /** Whether Teams is told of the next status. */
    record Where(boolean lightOnly) implements TrayAction {}

    /** Somebody wants to sign in; where the code is shown is the program's business. */
    record SignIn() implements TrayAction {}

    record Identify(String lightId) implements TrayAction {}

    record Open() implements TrayAction {}

    record Settings() implements TrayAction {}

    record Quit() implements TrayAction {}
}
