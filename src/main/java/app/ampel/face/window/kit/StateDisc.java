package app.ampel.face.window.kit;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A presence as a small disc: its colour, and in it the sign that says the same without one. Screen readers are told in words. */
public final class StateDisc extends StackPane {

    private static final double GRID = 24;
    private static final double SHARE = 0.62;

    private final Circle disc;
    private final SVGPath sign = new SVGPath();

    public StateDisc(double size) {
        disc = new Circle(size / 2);
        disc.getStyleClass().add("state-disc");
        double scale = size * SHARE / GRID;
        sign.setFillRule(FillRule.EVEN_ODD);
        sign.setScaleX(scale);
        sign.setScaleY(scale);
        setMinSize(size, size);
        setMaxSize(size, size);
        getChildren().addAll(disc, new Group(sign));
        managedProperty().bind(visibleProperty());
    }

    public void show(Look look) {
        disc.setFill(Color.web(look.hue().web()));
        sign.setContent(SignPath.of(look.sign()));
        // White does not stand out from yellow.
        sign.setFill(look.hue() == TeamsColour.AWAY ? Color.BLACK : Color.WHITE);
    }
}
