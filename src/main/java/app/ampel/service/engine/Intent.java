package app.ampel.service.engine;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.StatusRequest;
import java.time.Duration;
import java.util.Optional;

/** What the user wants, whichever way it was said: tray, window or command line. */
public sealed interface Intent {

    /** What is done for each: one more of them does not compile until every visitor has thought about it. */
    interface Visitor {
        void setManual(SetManual set);

        void toggleManual(ToggleManual toggle);

        void endManual(EndManual end);

        void extendManual(ExtendManual extend);

        void noteManual(NoteManual noted);

        void takeOverManual(TakeOverManual taking);

        void clearManual(ClearManual clear);

        void showLight(ShowLight show);

        void signIn(SignIn signIn);

        void grantConsent(GrantConsent grant);

        void cancelSignIn(CancelSignIn cancel);

        void signOut(SignOut signOut);
    }

    void accept(Visitor visitor);

    /** Settled when Microsoft has answered, or when it is on the light only. */
    record SetManual(StatusRequest request) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.setManual(this);
        }
    }

    /**
     * Clears what is set where it is the same choice, else sets it: decided when it is its turn, so that two in a row set
     * and clear. Settled as {@link ClearManual} or as {@link SetManual}.
     */
    record ToggleManual(StatusRequest request) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.toggleManual(this);
        }
    }

    /** Sets what is set now once more, to last as long from now. Nothing set: settled at once. Else as {@link SetManual}. */
    record EndManual(DurationOption lasting) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.endManual(this);
        }
    }

    /** Moves the end of what is set. Nothing set: settled at once. Settled when it is planned. */
    record ExtendManual(Duration by) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.extendManual(this);
        }
    }

    /** Changes the note to colleagues of what is set; empty: none. Nothing set: settled at once. Settled when it is planned. */
    record NoteManual(Optional<String> note) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.noteManual(this);
        }
    }

    /** Puts what is set above whatever Teams shows. Nothing set: settled at once. Else as {@link SetManual}. */
    record TakeOverManual() implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.takeOverManual(this);
        }
    }

    /** Settled when Microsoft has forgotten it. Nothing set: settled at once. */
    record ClearManual() implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.clearManual(this);
        }
    }

    /** Settled at once. */
    record ShowLight(LightOverride override) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.showLight(this);
        }
    }

    /** Settled when somebody is signed in; fails with why nobody is. */
    record SignIn(SignInWay way) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.signIn(this);
        }
    }

    /**
     * Asks whoever is signed in to grant more; what is under way is given up. Settled when it is granted, at once where it
     * was already; fails with why it is not, {@code NOT_SIGNED_IN} where nobody could be asked.
     */
    record GrantConsent(ConsentRequest wanted) implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.grantConsent(this);
        }
    }

    /** Ends a sign-in or a question for consent that is under way. Settled at once. */
    record CancelSignIn() implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.cancelSignIn(this);
        }
    }

    /** Clears what was set, then forgets the tokens. Settled when both are done. */
    record SignOut() implements Intent {
        @Override
        public void accept(Visitor visitor) {
            visitor.signOut(this);
        }
    }
}
