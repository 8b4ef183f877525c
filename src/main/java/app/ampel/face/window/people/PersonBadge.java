package app.ampel.face.window.people;

import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.StateDisc;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Initials, and the state at their corner. What it shows is said in words beside it. */
final class PersonBadge extends StackPane {

    private static final double SIZE = 40;
    private static final double DISC = 18;

    private final Label initials = new Label();
    private final StateDisc disc = new StateDisc(DISC);

    PersonBadge() {
        getStyleClass().add("person-badge");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        initials.getStyleClass().add("person-initials");
        initials.setMinSize(SIZE, SIZE);
        initials.setMaxSize(SIZE, SIZE);
        setAlignment(disc, Pos.BOTTOM_RIGHT);
        disc.setTranslateX(DISC / 6);
        disc.setTranslateY(DISC / 6);
        getChildren().addAll(initials, disc);
    }

    /** @param look empty: the state has not been asked for */
    void show(String letters, Optional<Look> look) {
        initials.setText(letters);
        disc.setVisible(look.isPresent());
        look.ifPresent(disc::show);
    }
}
