package app.ampel.face.window.kit;

import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;

/** The ring with a glow around it. */
public final class LivingLight extends StackPane {

    private static final double GLOW = 116;
    private static final double CORE = 0.35;

    private final Circle glow = new Circle(GLOW);
    private final Ring ring = new Ring();

    public LivingLight() {
        setId("living-light");
        setMinHeight(2 * GLOW);
        setMaxHeight(2 * GLOW);
        getChildren().addAll(glow, ring);
    }

    public void show(Look look, String words) {
        Color colour = Color.web(look.hue().web());
        glow.setFill(new RadialGradient(
                0,
                0,
                0.5,
                0.5,
                0.5,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(CORE, colour.deriveColor(0, 1, 1, 0.35)),
                new Stop(1, colour.deriveColor(0, 1, 1, 0))));
        ring.show(look, 1, "", words);
    }
}
