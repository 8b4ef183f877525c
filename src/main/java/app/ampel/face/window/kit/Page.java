package app.ampel.face.window.kit;

import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;

/**
 * One page of the window. Made when it is first visited, let go when the window is closed. On the toolkit's thread.
 */
public interface Page {

    /** What is drawn; the window scrolls it. */
    Node node();

    /** What has the focus first. */
    Node first();

    /** What it may have to ask; the window has it float over the page. Always the same. */
    default List<QuestionBar> questions() {
        return List.of();
    }

    /** Something has changed; also told whenever the page comes up. Not told while another page is shown. */
    default void feed(Overview now) {
        feed(now.snapshot());
    }

    /** The same, for a page that has nothing to do with the lights. */
    default void feed(Snapshot now) {}

    /** {@link #pace} has passed. Told only while the page is shown and {@link #isMoving}. */
    default void tick() {}

    /** Whether it changes by time alone. When that becomes so by a click, tell {@link PageContext#moved}. */
    default boolean isMoving() {
        return false;
    }

    /** How long from one tick to the next. */
    default Duration pace() {
        return Ticker.SECOND;
    }

    /** Another page is shown now, or the window closes: what was only tried out ends. */
    default void hidden() {}

    /** The window closes: what goes on in the background ends. */
    default void close() {}
}
