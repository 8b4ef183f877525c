package app.ampel.face.window.kit;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.LightCommand;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The picture of a lamp: a dark socket, in which any colour can be seen in a light and in a dark window. */
public final class ColourLamp extends StackPane {

    private static final double SOCKET = 15;
    private static final double SHARE = 2.0 / 3;

    private final Circle lamp;

    public ColourLamp() {
        this(SOCKET);
    }

    /** @param radius of its socket */
    public ColourLamp(double radius) {
        Circle socket = new Circle(radius);
        lamp = new Circle(radius * SHARE);
        socket.getStyleClass().add("lamp-socket");
        lamp.getStyleClass().add("lamp-glass");
        getChildren().addAll(socket, lamp);
        setMinSize(2 * radius, 2 * radius);
        setMaxSize(2 * radius, 2 * radius);
    }

    /** @param glow how bright it is just now, see {@link Glow#share} */
    public void show(LightCommand command, double glow) {
        Color now = paint(command, glow);
        if (!now.equals(lamp.getFill())) {
            lamp.setFill(now); // draws, even where nothing has changed
        }
    }

    private static Color paint(LightCommand command, double glow) {
        Colour colour = command.colour().dimmedTo((int) Math.round(100 * glow));
        return colour.isDark()
                ? Color.TRANSPARENT
                : Color.web(Glow.onScreen(colour).toString());
    }
}
