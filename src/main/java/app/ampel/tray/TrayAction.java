package app.ampel.tray;

import app.ampel.core.Intent;
import app.ampel.core.LightOverride;
import app.ampel.manual.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a click asks for. Most of it is an {@link Intent}, the same as the command line's; times are made of durations
 * when the click comes, not when the menu is drawn.
 */
public sealed interface TrayAction {

    /** What the core is to be told for it; empty when it is not the core's business. */
    default Optional<Intent> intent(Instant now) {
        return Optional.empty();
    }

    record Set(Choice choice, Duration time) implements TrayAction {
        public Set {
            Objects.requireNonNull(choice);
            Objects.requireNonNull(time);
        }

        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.SetManual(choice, now.plus(time)));
        }
    }

    record Clear() implements TrayAction {
        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.ClearManual());
        }
    }

    record Extend(Duration by) implements TrayAction {
        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.ExtendManual(by));
        }
    }

    record ShowLight(LightOverride override) implements TrayAction {
        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.ShowLight(override));
        }
    }

    record CancelSignIn() implements TrayAction {
        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.CancelSignIn());
        }
    }

    record SignOut() implements TrayAction {
        @Override
        public Optional<Intent> intent(Instant now) {
            return Optional.of(new Intent.SignOut());
        }
    }

    /** How long the next status lasts; the one that is set now ends so long from now. */
    record Last(Duration time) implements TrayAction {}

    /** Somebody wants to sign in; where the code is shown is the program's business. */
    record SignIn() implements TrayAction {}

    record Identify(String lightId) implements TrayAction {}

    record Open() implements TrayAction {}

    record Quit() implements TrayAction {}
}
