package app.ampel.face.screenlight;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.ScreenLight;
import app.ampel.service.lights.ScreenLightPlace;
import java.util.List;
import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A disc above all windows that can be dragged about. Belongs to the toolkit's thread. */
final class Lamp {

    private static final Color RIM = Color.web("#24292f");
    private static final Color DARK = Color.web("#3b4048");
    private static final double SPECK = 1;

    private final Stage stage = new Stage(StageStyle.TRANSPARENT);
    private final Circle rim = new Circle();
    private final Circle glass = new Circle();
    private final ScreenLightPlace place;
    private final Runnable opened;
    private final boolean keptOut;
    private final InvalidationListener otherMonitors = screens -> goToPlace();
    private ScreenLight wish;
    private boolean presenting;
    private Point2D grip = Point2D.ZERO;
    private boolean dragged;

    Lamp(String title, ScreenLight wish, boolean presenting, ScreenLightPlace place, Sharing sharing, Runnable opened) {
        this.place = place;
        this.opened = opened;
        Pane body = new Pane(rim, glass);
        body.setId("lamp");
        body.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        body.setAccessibleText(title);
        body.setBackground(null);
        body.setCursor(Cursor.MOVE);
        body.setOnMousePressed(this::grip);
        body.setOnMouseDragged(this::drag);
        body.setOnMouseReleased(this::drop);
        rim.setFill(RIM);
        // Without a compositor nothing shows through: corners in the rim's colour look meant.
        boolean seeThrough = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
        stage.setScene(new Scene(body, seeThrough ? Color.TRANSPARENT : RIM));
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        show(Colour.BLACK);
        this.wish = wish;
        this.presenting = presenting;
        resize();
        hideOrShow();
        goToPlace();
        stage.show();
        keptOut = sharing.keepOut(title);
        hideOrShow();
        Screen.getScreens().addListener(otherMonitors);
    }

    /** From now on the user wants it so. Another corner is where it goes, however it was dragged before. */
    void apply(ScreenLight now) {
        boolean moves = now.corner() != wish.corner();
        wish = now;
        if (moves) {
            place.keep(Monitors.name(), Optional.empty());
        }
        resize();
        goToPlace();
        hideOrShow();
    }

    /** Others may see the screen, or no longer. */
    void presenting(boolean isPresenting) {
        presenting = isPresenting;
        hideOrShow();
    }

    /**
     * Hidden it is a clear speck, and no closed window: one that opens takes the keyboard from whatever somebody types
     * into.
     */
    private void hideOrShow() {
        boolean hidden = presenting && !wish.whilePresenting() && !keptOut;
        stage.setOpacity(hidden ? 0 : 1);
        stage.setWidth(hidden ? SPECK : size());
        stage.setHeight(hidden ? SPECK : size());
    }

    private void resize() {
        double middle = size() / 2;
        for (Circle circle : List.of(rim, glass)) {
            circle.setCenterX(middle);
            circle.setCenterY(middle);
        }
        rim.setRadius(middle - 1);
        glass.setRadius(middle - size() / 12);
    }

    private double size() {
        return wish.size().pixels();
    }

    void show(Colour light) {
        if (light.isDark()) {
            glass.setFill(gradient(DARK.brighter(), DARK));
        } else {
            Color colour = Color.web(Glow.onScreen(light).toString());
            glass.setFill(gradient(colour.interpolate(Color.WHITE, 0.35), colour));
        }
    }

    /** Lit a little from above, as glass is. */
    private static RadialGradient gradient(Color inner, Color outer) {
        return new RadialGradient(
                0, 0, 0.42, 0.36, 0.62, true, CycleMethod.NO_CYCLE, new Stop(0, inner), new Stop(1, outer));
    }

    void close() {
        Screen.getScreens().removeListener(otherMonitors);
        stage.close();
    }

    /** Where it was left beside these monitors, unless nobody sees it there; else in its corner. */
    private void goToPlace() {
        ScreenLightPlace.Spot spot = place.last(Monitors.name())
                .filter(last -> Monitors.shows(last, size()))
                .orElseGet(() -> Monitors.corner(wish.corner(), size()));
        stage.setX(spot.x());
        stage.setY(spot.y());
    }

    private void grip(MouseEvent event) {
        grip = new Point2D(stage.getX() - event.getScreenX(), stage.getY() - event.getScreenY());
        dragged = false;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            opened.run();
        }
    }

    private void drag(MouseEvent event) {
        dragged = true;
        stage.setX(event.getScreenX() + grip.getX());
        stage.setY(event.getScreenY() + grip.getY());
    }

    private void drop(MouseEvent event) {
        if (dragged) {
            place.keep(Monitors.name(), Optional.of(new ScreenLightPlace.Spot(stage.getX(), stage.getY())));
        }
    }
}
