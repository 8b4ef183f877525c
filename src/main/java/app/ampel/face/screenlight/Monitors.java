package app.ampel.face.screenlight;

import app.ampel.domain.light.ScreenLight.Corner;
import app.ampel.service.lights.ScreenLightPlace;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** The monitors that are there. On the toolkit's thread. */
final class Monitors {

    private static final double MARGIN = 24;

    private Monitors() {}

    /** A name for this set of them, the same whenever it is there again. */
    static String name() {
        return name(Screen.getScreens().stream().map(Screen::getBounds).toList());
    }

    static String name(List<Rectangle2D> bounds) {
        return bounds.stream()
                .map(each -> Math.round(each.getMinX()) + "," + Math.round(each.getMinY()) + ","
                        + Math.round(each.getWidth()) + "x" + Math.round(each.getHeight()))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** Where something of that size stands in a corner of the main one. */
    static ScreenLightPlace.Spot corner(Corner corner, double size) {
        return corner(corner, size, Screen.getPrimary().getVisualBounds());
    }

    static ScreenLightPlace.Spot corner(Corner corner, double size, Rectangle2D within) {
        return new ScreenLightPlace.Spot(
                corner.isLeft() ? within.getMinX() + MARGIN : within.getMaxX() - size - MARGIN,
                corner.isTop() ? within.getMinY() + MARGIN : within.getMaxY() - size - MARGIN);
    }

    /** Whether the middle of something of that size can be seen there. */
    static boolean shows(ScreenLightPlace.Spot spot, double size) {
        return !Screen.getScreensForRectangle(spot.x() + size / 4, spot.y() + size / 4, size / 2, size / 2)
                .isEmpty();
    }
}
