package app.ampel.face.window.frame;

import app.ampel.face.screens.Area;
import app.ampel.face.screens.Monitors;
import app.ampel.service.window.Place;
import app.ampel.service.window.PlaceStore;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where the window stands: where it was left beside these monitors, wholly to be seen whatever has become of them. Belongs
 * to the toolkit's thread.
 */
final class StagePlace {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 680;
    private static final double LEAST_WIDTH = 440;
    private static final double LEAST_HEIGHT = 400;

    private final Stage stage;
    private final PlaceStore store;
    private final InvalidationListener otherMonitors = screens -> follow();
    private String beside = "";
    private Place normal;

    /** Until then what it says of its place is not yet true. */
    private boolean isThere;

    StagePlace(Stage stage, PlaceStore store) {
        this.stage = stage;
        this.store = store;
    }

    /** To be called before it is shown: where it then is to be, window managers leave it. */
    void take() {
        Monitors monitors = Monitors.now();
        go(monitors, store.last(monitors.name()).orElseGet(() -> monitors.middle(WIDTH, HEIGHT)));
        Screen.getScreens().addListener(otherMonitors);
        // Who moves it and then quits from the tray, or switches the computer off, has left it first.
        stage.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                remember();
            }
            if (focused && !isThere) {
                Platform.runLater(this::arrive);
            }
        });
    }

    /** Some window managers put it elsewhere all the same, or off by its title bar. */
    private void arrive() {
        if (!isThere && stage.isShowing()) {
            isThere = true;
            go(Monitors.now(), normal);
        }
    }

    private void go(Monitors monitors, Place wanted) {
        beside = monitors.name();
        Area room = monitors.of(wanted).usable();
        double leastWidth = Math.min(LEAST_WIDTH, room.width());
        double leastHeight = Math.min(LEAST_HEIGHT, room.height());
        stage.setMinWidth(leastWidth);
        stage.setMinHeight(leastHeight);
        normal = monitors.fit(new Place(
                wanted.x(),
                wanted.y(),
                Math.max(leastWidth, wanted.width()),
                Math.max(leastHeight, wanted.height()),
                wanted.maximized()));
        stage.setX(normal.x());
        stage.setY(normal.y());
        if (stage.isShowing()) {
            settle();
        }
    }

    /** To be called when it has been shown: of a size that it had before, some window managers make 200 by 200. */
    void settle() {
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMaximized(normal.maximized());
    }

    /** A monitor has come or gone, or a panel has. */
    private void follow() {
        Monitors monitors = Monitors.now();
        if (stage.isIconified()) {
            return;
        }
        Optional<Place> left = beside.equals(monitors.name()) ? Optional.empty() : store.last(monitors.name());
        go(monitors, left.orElseGet(this::now));
    }

    private Place now() {
        if (!isThere) {
            return normal;
        }
        return stage.isMaximized()
                ? new Place(normal.x(), normal.y(), normal.width(), normal.height(), true)
                : new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Keeps where it is. */
    void remember() {
        if (isThere && stage.isShowing() && !stage.isIconified()) {
            normal = now();
            store.keep(Monitors.now().name(), Optional.of(normal));
        }
    }

    /** To be called before it is closed. */
    void leave() {
        remember();
        Screen.getScreens().removeListener(otherMonitors);
    }
}
