package app.ampel.face.window.wall;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures and cuts texts apart from the window: measuring with what is shown would have all of it laid out again. */
final class Ruler {

    private final Text text = new Text();

    /** As much of {@code whole} as there is room for. */
    String cut(String whole, Font font, double room) {
        text.setFont(font);
        return Shortened.of(whole, room, part -> {
            text.setText(part);
            return text.getLayoutBounds().getWidth();
        });
    }
}
