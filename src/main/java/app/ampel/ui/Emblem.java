package app.ampel.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** The program's own picture in task bars: a green disc with a rim. */
final class Emblem {

    private Emblem() {}

    static List<Image> icons() {
        return Stream.of(16, 32, 48, 64).map(Emblem::icon).toList();
    }

    private static Image icon(int size) {
        Color green = Color.web(Hue.AVAILABLE.web());
        WritableImage image = new WritableImage(size, size);
        PixelWriter pixels = image.getPixelWriter();
        double middle = (size - 1) / 2.0;
        double rim = size / 2.0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double away = Math.hypot(x - middle, y - middle);
                Color colour = away < rim * 0.72 ? green.brighter() : green.darker();
                double covered = Math.max(0, Math.min(1, rim - away));
                pixels.setColor(x, y, Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), covered));
            }
        }
        return image;
    }
}
