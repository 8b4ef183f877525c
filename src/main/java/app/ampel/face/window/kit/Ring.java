package app.ampel.face.window.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/** The large ring: the colour, a sign in the middle, and an arc that shrinks with the time left. */
public final class Ring extends StackPane {

    private static final double SIZE = 176;
    private static final double STROKE = 14;
    private static final double RADIUS = (SIZE - STROKE) / 2;
    private static final double SIGN_SCALE = 2.4;
    private static final double EDGE = 1.5;
    private static final double TINT = 0.07;

    private final Circle ground = new Circle(SIZE / 2, SIZE / 2, RADIUS);
    private final Circle field = new Circle(SIZE / 2, SIZE / 2, RADIUS - STROKE);
    private final Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
    private final Arc arc = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 360);
    private final Arc edge = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 360);
    private final SVGPath sign = new SVGPath();
    private final Label left = new Label();
    private Optional<Look> drawn = Optional.empty();

    public Ring() {
        setId("ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        // Whatever glows behind it: its sign is on the page's ground.
        ground.getStyleClass().add("ring-ground");
        track.setFill(null);
        track.setStrokeWidth(STROKE);
        track.getStyleClass().add("ring-track");
        bend(edge, STROKE);
        bend(arc, STROKE - 2 * EDGE);
        sign.setId("sign");
        sign.setFillRule(FillRule.EVEN_ODD);
        sign.setScaleX(SIGN_SCALE);
        sign.setScaleY(SIGN_SCALE);
        left.setId("left");
        left.getStyleClass().add("ring-left");
        left.managedProperty().bind(left.visibleProperty());
        VBox middle = new VBox(new Group(sign), left);
        middle.getStyleClass().add("ring-middle");
        getChildren().addAll(new Pane(ground, field, track, edge, arc), middle);
    }

    private static void bend(Arc arc, double thick) {
        arc.setType(ArcType.OPEN);
        arc.setFill(null);
        arc.setStrokeWidth(thick);
    }

    /**
     * @param share how much of it is left, from 0 to 1
     * @param remaining the same in words, empty for all of it
     * @param words for whoever hears it
     */
    public void show(Look look, double share, String remaining, String words) {
        if (!drawn.equals(Optional.of(look))) {
            drawn = Optional.of(look);
            draw(look);
        }
        // In steps that can be seen: whatever changes is drawn anew.
        for (Arc each : List.of(edge, arc)) {
            each.setLength(Math.ceil(360 * share));
            each.setStrokeLineCap(share < 1 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        }
        left.setText(remaining);
        left.setVisible(!remaining.isEmpty());
        setAccessibleText(words);
    }

    private void draw(Look look) {
        Color colour = Color.web(look.hue().web());
        arc.setStroke(colour);
        edge.setStroke(Color.web(look.hue().edge()));
        for (Arc each : List.of(edge, arc)) {
            if (look.sure()) {
                each.getStrokeDashArray().clear();
            } else {
                double dash = 2 * Math.PI * RADIUS / 48;
                each.getStrokeDashArray().setAll(dash, dash);
            }
        }
        field.setFill(colour.deriveColor(0, 1, 1, TINT));
        sign.setContent(SignPath.of(look.sign()));
        // Yellow does not stand out from white; what says the state by its shape has to.
        sign.getStyleClass().setAll(look.hue() == TeamsColour.AWAY ? "ring-ink" : "ring-sign");
        sign.setFill(colour);
    }
}
