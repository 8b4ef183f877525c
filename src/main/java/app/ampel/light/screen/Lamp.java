package app.ampel.light.screen;

import app.ampel.light.Colour;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
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

    static final double SIZE = 72;

    private static final double MARGIN = 24;
    private static final Color RIM = Color.web("#24292f");
    private static final Color DARK = Color.web("#3b4048");

    private final Stage stage = new Stage(StageStyle.TRANSPARENT);
    private final Circle glass = new Circle(SIZE / 2, SIZE / 2, SIZE / 2 - 6);
    private final Place place;
    private final Runnable opened;
    private Point2D grip = Point2D.ZERO;
    private boolean dragged;

    Lamp(String title, Place place, Runnable opened) {
        this.place = place;
        this.opened = opened;
        Circle rim = new Circle(SIZE / 2, SIZE / 2, SIZE / 2 - 1, RIM);
        Pane body = new Pane(rim, glass);
        body.setId("lamp");
        body.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        body.setAccessibleText(title);
        body.setBackground(null);
        body.setCursor(Cursor.MOVE);
        body.setOnMousePressed(this::grip);
        body.setOnMouseDragged(this::drag);
        body.setOnMouseReleased(this::drop);
        // Without a compositor nothing shows through: corners in the rim's colour look meant.
        boolean seeThrough = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
        Scene scene = new Scene(body, SIZE, SIZE, seeThrough ? Color.TRANSPARENT : RIM);
        stage.setScene(scene);
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        show(Colour.BLACK);
        goToPlace();
        stage.show();
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
        stage.close();
    }

    /** Where it was left, unless that screen is gone; else in the upper right corner. */
    private void goToPlace() {
        Rectangle2D desktop = Screen.getPrimary().getVisualBounds();
        Place.Spot spot = place.last()
                .filter(last -> !Screen.getScreensForRectangle(
                                last.x() + SIZE / 4, last.y() + SIZE / 4, SIZE / 2, SIZE / 2)
                        .isEmpty())
                .orElse(new Place.Spot(desktop.getMaxX() - SIZE - MARGIN, desktop.getMinY() + MARGIN));
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
            place.keep(new Place.Spot(stage.getX(), stage.getY()));
        }
    }
}
