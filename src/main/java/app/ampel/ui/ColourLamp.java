package app.ampel.ui;

import app.ampel.light.LightCommand;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The picture of a lamp: a dark socket, in which any colour can be seen in a light and in a dark window. */
final class ColourLamp extends StackPane {

    private static final double SOCKET = 15;
    private static final double LAMP = 10;
    private static final double GAMMA = 2.2;

    private final Circle lamp = new Circle(LAMP);

    ColourLamp() {
        Circle socket = new Circle(SOCKET);
        socket.getStyleClass().add("lamp-socket");
        lamp.getStyleClass().add("lamp-glass");
        getChildren().addAll(socket, lamp);
        setMinSize(2 * SOCKET, 2 * SOCKET);
        setMaxSize(2 * SOCKET, 2 * SOCKET);
    }

    /** @param glow how bright it is just now, 0 to 1 */
    void show(LightCommand command, double glow) {
        lamp.setFill(paint(command, glow));
    }

    /** A dim light looks brighter than the same number on a screen: eyes get used to it. */
    static Color paint(LightCommand command, double glow) {
        Color full = Color.web(command.colour().toString());
        double bright = full.getBrightness();
        return bright == 0 ? Color.TRANSPARENT : full.deriveColor(0, 1, Math.pow(bright, 1 / GAMMA) / bright * glow, 1);
    }
}
