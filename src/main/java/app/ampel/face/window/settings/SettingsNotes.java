package app.ampel.face.window.settings;

import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says above all pages what of the settings files was ignored, until that is understood. */
public final class SettingsNotes extends VBox {

    private static final int MOST = 3;

    private final BooleanProperty isUnderstood = new SimpleBooleanProperty();
    private final BooleanProperty onPages = new SimpleBooleanProperty(true);

    private SettingsNotes(PageContext context, List<SettingsNote> notes) {
        Messages words = context.words();
        getStyleClass().add("settings-notes");
        getChildren().add(Parts.saying("notes-title", words.say("ui.notes.title"), Styles.TEXT_BOLD));
        // The last says where a copy is kept.
        int left = Math.max(0, notes.size() - MOST);
        notes.stream().limit(MOST - 1).forEach(note -> say(note, words));
        if (left > 0) {
            getChildren().add(Parts.saying("notes-more", words.say("ui.notes.more", left)));
        }
        notes.stream().skip(Math.max(MOST - 1, notes.size() - 1)).forEach(note -> say(note, words));
        Label trouble = Parts.text("notes-trouble", Styles.DANGER);
        Button open = Parts.button(
                new Button(words.say("ui.settings.file.open")),
                "notes-open",
                () -> context.window()
                        .openHome()
                        .whenComplete((opened, thrown) -> context.thread()
                                .execute(() -> trouble.setText(
                                        Boolean.TRUE.equals(opened) ? "" : words.say("ui.settings.file.not-opened")))));
        Button understood = Parts.button(new Button(words.say("ui.notes.understood")), "notes-understood", () -> {
            context.settings().understood();
            isUnderstood.set(true);
        });
        FlowPane buttons = new FlowPane(understood, open);
        buttons.getStyleClass().add("chips");
        getChildren().addAll(trouble, buttons);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(isUnderstood.not().and(onPages));
    }

    /** Nothing when there is nothing to say. */
    public static Optional<SettingsNotes> of(PageContext context) {
        List<SettingsNote> notes = context.settings().notes();
        return notes.isEmpty() ? Optional.empty() : Optional.of(new SettingsNotes(context, notes));
    }

    private void say(SettingsNote note, Messages words) {
        getChildren().add(Parts.saying("note", note.say(words)));
    }

    /** Whoever signs in has something else on the mind. */
    public void show(boolean isOnPages) {
        onPages.set(isOnPages);
    }
}
