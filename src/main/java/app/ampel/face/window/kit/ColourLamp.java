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
    private static final double LAMP = 10;

    private final Circle lamp = new Circle(LAMP);

    public ColourLamp() {
        Circle socket = new Circle(SOCKET);
        socket.getStyleClass().add("lamp-socket");
        lamp.getStyleClass().add("lamp-glass");
        getChildren().addAll(socket, lamp);
        setMinSize(2 * SOCKET, 2 * SOCKET);
        setMaxSize(2 * SOCKET, 2 * SOCKET);
    }

    /** @param glow how bright it is just now, see {@link Glow#share} */
    public void show(LightCommand command, double glow) {
        Color now = paint(command, glow);
        if (!now.equals(lamp.getFill())) {
            lamp.setFill(now); // draws, even where nothing has changed
        }
    }

    public static Color paint(LightCommand command, double glow) {
        Colour colour = command.colour().dimmedTo((int) Math.round(100 * glow));
        return colour.isDark()
                ? Color.TRANSPARENT
                : Color.web(Glow.onScreen(colour).toString());
    }
}
