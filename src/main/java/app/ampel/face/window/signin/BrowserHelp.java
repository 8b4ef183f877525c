package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** "The browser shows an error?": what it may show, and a button against each. */
final class BrowserHelp extends VBox {

    private final Consumer<BrowserError> verb;
    private final VBox rows = new VBox();
    private List<SignInViewState.Help> shown = List.of();

    /** @param verb does what helps against one of them */
    BrowserHelp(Messages words, Consumer<BrowserError> verb) {
        this.verb = verb;
        rows.getStyleClass().add("help");
        getChildren().add(Parts.disclosure("help", words.say("ui.sign-in.help"), rows));
    }

    void show(List<SignInViewState.Help> help) {
        if (!help.equals(shown)) {
            shown = help;
            rows.getChildren().setAll(help.stream().map(this::row).toList());
        }
    }

    private HBox row(SignInViewState.Help help) {
        String id = "help-" + help.error().word();
        Label codes = Parts.saying(id + "-codes", help.codes(), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        VBox said = new VBox(
                Parts.saying(id + "-title", help.title(), Styles.TEXT_BOLD), Parts.saying(id, help.text()), codes);
        said.getStyleClass().add("help-text");
        HBox.setHgrow(said, Priority.ALWAYS);
        Button button =
                Parts.button(new Button(help.step().text()), id + "-do", () -> verb.accept(help.error()), Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(said, button);
        row.getStyleClass().add("help-row");
        return row;
    }
}
