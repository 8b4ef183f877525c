package app.ampel.face.screenlight;

import com.sun.glass.ui.Window;
import java.util.OptionalLong;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the desktop calls a window: there is no public way to learn it. On the toolkit's thread. */
final class GlassWindow {

    private static final Logger LOG = LoggerFactory.getLogger(GlassWindow.class);

    private GlassWindow() {}

    /** Empty where it is not shown. */
    static OptionalLong of(Stage stage) {
        try {
            return Window.getWindows().stream()
                    .filter(window -> stage.getTitle().equals(window.getTitle()))
                    .mapToLong(Window::getNativeWindow)
                    .findFirst();
        } catch (RuntimeException | LinkageError e) {
            LOG.info("JavaFX is not as expected: {}", e.toString());
            return OptionalLong.empty();
        }
    }
}
