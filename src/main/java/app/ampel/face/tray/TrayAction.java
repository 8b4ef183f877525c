package app.ampel.face.tray;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.service.engine.LightOverride;
import java.time.Duration;
import java.util.Objects;

/** What a click asks for. */
public sealed interface TrayAction {

    /** What is done for a click: one more of them does not compile until it has been thought about. */
    interface Visitor {

        void set(Set set);

        void toggle(Toggle toggle);

        void takeOver();

        void clear();

        void extend(Extend extend);

        void showLight(ShowLight show);

        void last(Last last);

        void where(Where where);

        void signIn();

        void cancelSignIn();

        void signOut();

        void identify(Identify identify);

        void chat(Chat chat);

        void find(Find find);

        void missed(Missed missed);

        void openPeople();

        void open();

        void settings();

        void quit();
    }

    void accept(Visitor visitor);

    /** A status; how it is set is said by {@link Last} and {@link Where}, and when it ends is reckoned from the click. */
    record Set(Choice choice) implements TrayAction {
        public Set {
            Objects.requireNonNull(choice);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.set(this);
        }
    }

    /** The same, or its end where it is what is set. */
    record Toggle(Choice choice) implements TrayAction {
        public Toggle {
            Objects.requireNonNull(choice);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.toggle(this);
        }
    }

    record TakeOver() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.takeOver();
        }
    }

    record Clear() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.clear();
        }
    }

    record Extend(Duration by) implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.extend(this);
        }
    }

    record ShowLight(LightOverride override) implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.showLight(this);
        }
    }

    record CancelSignIn() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.cancelSignIn();
        }
    }

    record SignOut() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.signOut();
        }
    }

    /** How long the next status lasts; the one that is set now ends so long from now. */
    record Last(DurationOption lasting) implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.last(this);
        }
    }

    /** Whether Teams is told of the next status. */
    record Where(boolean lightOnly) implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.where(this);
        }
    }

    /** Somebody wants to sign in; where the code is shown is the program's business. */
    record SignIn() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.signIn();
        }
    }

    record Identify(String lightId) implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.identify(this);
        }
    }

    /** A chat in Teams with whoever has that object id. */
    record Chat(String id) implements TrayAction {
        public Chat {
            Objects.requireNonNull(id);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.chat(this);
        }

        /** Without the person: it might be logged. */
        @Override
        public String toString() {
            return "Chat";
        }
    }

    /** Somebody, by the search that was saved under that name. */
    record Find(String name) implements TrayAction {
        public Find {
            Objects.requireNonNull(name);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.find(this);
        }

        /** Without its name: it might be logged. */
        @Override
        public String toString() {
            return "Find";
        }
    }

    /** What a message would have offered that could not be shown. */
    record Missed(String key) implements TrayAction {
        public Missed {
            Objects.requireNonNull(key);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.missed(this);
        }

        /** Without the person: it might be logged. */
        @Override
        public String toString() {
            return "Missed";
        }
    }

    record OpenPeople() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.openPeople();
        }
    }

    record Open() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.open();
        }
    }

    record Settings() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.settings();
        }
    }

    record Quit() implements TrayAction {
        @Override
        public void accept(Visitor visitor) {
            visitor.quit();
        }
    }
}
