package app.ampel.service.notifications;

import java.util.Objects;
import java.util.Optional;

/** Small messages of the desktop's own kind. All methods return at once. */
public interface Notifications extends AutoCloseable {

    /**
     * A message.
     *
     * @param button what can be done about it; a click on the message itself does the same
     */
    record Notice(String title, String text, Optional<Button> button) {
        public Notice {
            Objects.requireNonNull(title);
            Objects.requireNonNull(text);
            Objects.requireNonNull(button);
        }
    }

    /** @param pressed called on any thread; returns at once */
    record Button(String label, Runnable pressed) {
        public Button {
            Objects.requireNonNull(label);
            Objects.requireNonNull(pressed);
        }
    }

    /** Shows {@code notice} instead of an earlier one; where that cannot be done, it is logged and that is all. */
    void show(Notice notice);

    /**
     * The same where {@code notice} must not get lost.
     *
     * @param otherwise called on any thread when it cannot be shown now; then it is not tried again
     */
    void show(Notice notice, Runnable otherwise);

    /** Takes back what is shown, as it is no longer true. */
    void withdraw();

    /** Takes back what is shown. */
    @Override
    void close();
}
