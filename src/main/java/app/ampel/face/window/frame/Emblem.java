package app.ampel.face.window.frame;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's own picture in task bars, in the sizes that the build makes of {@code icons/ampel.svg}. */
final class Emblem {

    private Emblem() {}

    static List<Image> icons() {
        return Stream.of(16, 24, 32, 48, 64, 128).map(Emblem::icon).toList();
    }

    private static Image icon(int size) {
        String name = "ampel-" + size + ".png";
        return new Image(Objects.requireNonNull(Emblem.class.getResourceAsStream(name), name));
    }
}
