package app.ampel.face.screenlight;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.ScreenLight;
import app.ampel.face.screens.Area;
import app.ampel.face.screens.Monitors;
import app.ampel.face.window.kit.Sign;
import app.ampel.service.window.Place;
import app.ampel.service.window.PlaceStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.stage.Screen;

/** A disc above all windows that can be dragged about. Belongs to the toolkit's thread. */
final class Lamp {

    private static final Color RIM = Color.web("#24292f");
    private static final Color DARK = Color.web("#3b4048");

    /** From the corner of the screen. */
    private static final double MARGIN = 24;

    private final LampStage stage;
    private final Circle rim = new Circle();
    private final Circle glass = new Circle();
    private final LampSign sign = new LampSign();
    private final PlaceStore place;
    private final Runnable opened;
    private final Consumer<Boolean> hiding;
    private final InvalidationListener otherMonitors = screens -> goToPlace();
    private ScreenLight wish;
    private boolean presenting;
    private Point2D grip = Point2D.ZERO;
    private boolean dragged;

    /** @param hiding told whether it hides while the screen is shown to others */
    Lamp(
            String title,
            ScreenLight wish,
            boolean presenting,
            PlaceStore place,
            LampDesktop desktop,
            Runnable opened,
            Consumer<Boolean> hiding) {
        this.place = place;
        this.opened = opened;
        this.hiding = hiding;
        Pane body = new Pane(rim, glass, sign.node());
        body.setId("lamp");
        body.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        body.setAccessibleText(title);
        body.setBackground(null);
        body.setCursor(Cursor.MOVE);
        body.setOnMousePressed(this::grip);
        body.setOnMouseDragged(this::drag);
        body.setOnMouseReleased(this::drop);
        rim.setFill(RIM);
        stage = new LampStage(title, body, RIM, desktop);
        show(Colour.BLACK);
        this.wish = wish;
        this.presenting = presenting;
        resize();
        goToPlace();
        stage.show();
        hideOrShow();
        Screen.getScreens().addListener(otherMonitors);
    }

    /** From now on the user wants it so. Another corner is where it goes, however it was dragged before. */
    void apply(ScreenLight now) {
        boolean moves = now.corner() != wish.corner();
        wish = now;
        if (moves) {
            place.keep(Monitors.now().name(), Optional.empty());
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

    private void hideOrShow() {
        boolean hidden = presenting && !wish.whilePresenting() && !stage.isKeptOut();
        stage.hide(hidden);
        hiding.accept(hidden);
    }

    private void resize() {
        double middle = size() / 2;
        for (Circle circle : List.of(rim, glass)) {
            circle.setCenterX(middle);
            circle.setCenterY(middle);
        }
        rim.setRadius(middle - 1);
        glass.setRadius(middle - size() / 12);
        sign.fit(size());
        stage.size(size());
    }

    private double size() {
        return wish.size().pixels();
    }

    void show(Colour light) {
        if (light.isDark()) {
            glass.setFill(gradient(DARK.brighter(), DARK));
            sign.standOn(DARK.brighter(), DARK);
        } else {
            Color colour = Color.web(Glow.onScreen(light).toString());
            Color inner = colour.interpolate(Color.WHITE, 0.35);
            glass.setFill(gradient(inner, colour));
            sign.standOn(inner, colour);
        }
    }

    /** What is known, for whom colours say little. */
    void show(Sign state) {
        sign.show(state);
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
        Monitors monitors = Monitors.now();
        Place spot = place.last(monitors.name())
                .filter(last -> monitors.show(middle(last)))
                .orElseGet(() -> corner(monitors.main().usable()));
        stage.goTo(spot.x(), spot.y());
    }

    private Area middle(Place spot) {
        return new Area(spot.x() + size() / 4, spot.y() + size() / 4, size() / 2, size() / 2);
    }

    private Place corner(Area room) {
        return spot(
                wish.corner().isLeft() ? room.x() + MARGIN : room.right() - size() - MARGIN,
                wish.corner().isTop() ? room.y() + MARGIN : room.bottom() - size() - MARGIN);
    }

    private Place spot(double x, double y) {
        return new Place(x, y, size(), size());
    }

    private void grip(MouseEvent event) {
        grip = stage.place().subtract(event.getScreenX(), event.getScreenY());
        dragged = false;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            opened.run();
        }
    }

    private void drag(MouseEvent event) {
        dragged = true;
        stage.goTo(event.getScreenX() + grip.getX(), event.getScreenY() + grip.getY());
    }

    private void drop(MouseEvent event) {
        if (dragged) {
            Point2D now = stage.place();
            place.keep(Monitors.now().name(), Optional.of(spot(now.getX(), now.getY())));
        }
    }
}
