package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Ring;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Draws {@link DoneViewState}s. */
final class DonePage extends VBox implements Page {

    private final DoneModel model;
    private final Messages words;
    private final Ring ring = new Ring();
    private final Label sentence = Parts.text("done-sentence", "sentence");
    private final Label name = Parts.text("done-name", Styles.TITLE_3);
    private final Label username = Parts.text("done-username");
    private final Label organisation = Parts.text("done-organisation", Styles.TEXT_MUTED);
    private final CheckBox start;
    private final Label startHint = Parts.text("done-start-hint", Styles.TEXT_MUTED);
    private final RadioButton busy;
    private final RadioButton call;
    private final VBox choices = new VBox();
    private final Label trouble = Parts.trouble("done-trouble");
    private final Button done;

    /** @param notMe begins again, as somebody else */
    DonePage(DoneModel model, Messages words, Runnable notMe) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "done-page");
        start = Parts.button(
                new CheckBox(words.say("ui.done.start")), "done-start", () -> model.startWithSession(isStarting()));
        busy = Parts.button(
                new RadioButton(words.say("ui.done.red.busy")), "done-red-busy", () -> model.redOnlyInCall(false));
        call = Parts.button(
                new RadioButton(words.say("ui.done.red.call")), "done-red-call", () -> model.redOnlyInCall(true));
        done = Parts.button(new Button(words.say("ui.done.done")), "done", model::done, Styles.ACCENT, "wide");
        done.setDefaultButton(true);
        done.setMaxWidth(Double.MAX_VALUE);
        build(Parts.button(new Hyperlink(words.say("ui.done.not-you")), "not-you", notMe));
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private boolean isStarting() {
        return start.isSelected();
    }

    private void build(Hyperlink notYou) {
        ToggleGroup red = new ToggleGroup();
        busy.setToggleGroup(red);
        call.setToggleGroup(red);
        VBox who = new VBox(name, username, organisation, notYou);
        who.getStyleClass().add("who");
        Label question = new Label(words.say("ui.done.red"));
        question.getStyleClass().add(Styles.TITLE_4);
        choices.setId("done-choices");
        choices.getStyleClass().add("done-choices");
        choices.managedProperty().bind(choices.visibleProperty());
        choices.getChildren().addAll(question, busy, call, start, startHint);
        // The toolkit lets Enter choose, as Space does; here it goes on, as everywhere.
        choices.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                done.fire();
            }
        });
        getChildren()
                .addAll(
                        Parts.saying("title", words.say("ui.sign-in.done"), Styles.TITLE_2),
                        who,
                        ring,
                        sentence,
                        choices,
                        trouble,
                        done);
    }

    private void show(DoneViewState face) {
        name.setText(face.name());
        username.setText(face.username());
        organisation.setText(face.organisation());
        ring.show(face.look(), 1, "", face.sentence());
        sentence.setText(face.sentence());
        choices.setVisible(face.choices().isPresent());
        face.choices().ifPresent(this::show);
        trouble.setText(face.trouble());
        done.setDisable(face.busy());
        done.setText(words.say(face.choices().isPresent() ? "ui.done.done" : "ui.sign-in.go-on"));
    }

    private void show(Choices chosen) {
        boolean possible = chosen.startWithSession().isPresent();
        start.setSelected(chosen.startWithSession().orElse(false));
        start.setDisable(!possible);
        startHint.setText(possible ? "" : words.say("ui.done.start.impossible"));
        busy.setSelected(!chosen.redOnlyInCall());
        call.setSelected(chosen.redOnlyInCall());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return done;
    }

    @Override
    public void feed(Snapshot now) {
        model.feed(now);
    }
}
