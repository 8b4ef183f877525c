package app.ampel.face.window.frame;

import app.ampel.service.text.Messages;
import app.ampel.service.window.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The way from page to page: one button for each, an icon over a word. */
final class Rail extends VBox {

    private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);

    /** @param go is told where somebody wants to go */
    Rail(Messages words, Consumer<Section> go) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Section section : Section.values()) {
            ToggleButton button = button(section, words.say("ui.section." + section.word()), go);
            button.setToggleGroup(group);
            buttons.put(section, button);
            getChildren().add(button);
        }
    }

    private static ToggleButton button(Section section, String text, Consumer<Section> go) {
        Region icon = new Region();
        icon.getStyleClass().addAll("rail-icon", "rail-" + section.word());
        ToggleButton button = new ToggleButton(text, icon);
        button.setId("section-" + section.word());
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> go.accept(section));
        return button;
    }

    /** Marks where one is. */
    void mark(Section section) {
        buttons.get(section).setSelected(true);
    }
}
