package app.ampel.face.window.frame;

import app.ampel.service.text.Messages;
import app.ampel.service.window.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The way from page to page: one button for each, an icon over a word. The page that is marked is the one that is shown;
 * arrow keys go from one to the next and stay here, pressing a button goes into its page.
 */
final class Rail extends VBox {

    private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
    private final ToggleGroup group = new ToggleGroup();
    private boolean marking;

    /**
     * @param show is told which page somebody wants to see
     * @param enter is told when somebody wants to go on in it
     */
    Rail(Messages words, Consumer<Section> show, Consumer<Section> enter) {
        getStyleClass().add("rail");
        for (Section section : Section.values()) {
            ToggleButton button = button(section, words.say("ui.section." + section.word()), enter);
            button.setUserData(section);
            button.setToggleGroup(group);
            buttons.put(section, button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (!marking && now != null) {
                show.accept((Section) now.getUserData());
            }
        });
    }

    private static ToggleButton button(Section section, String text, Consumer<Section> enter) {
        Region icon = new Region();
        icon.getStyleClass().addAll("rail-icon", "rail-" + section.word());
        ToggleButton button = new Door(text, icon);
        button.setId("section-" + section.word());
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> enter.accept(section));
        return button;
    }

    /** Pressed once more it stays where it is. */
    private static final class Door extends ToggleButton {

        Door(String text, Node icon) {
            super(text, icon);
        }

        @Override
        public void fire() {
            setSelected(true);
            fireEvent(new ActionEvent());
        }
    }

    /** Marks where one is. */
    void mark(Section section) {
        marking = true;
        buttons.get(section).setSelected(true);
        marking = false;
    }

    /** The button that is marked. */
    Node marked() {
        return (Node) group.getSelectedToggle();
    }
}
