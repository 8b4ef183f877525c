package app.ampel.ui;

import app.ampel.words.Words;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The first thing that anybody sees: a light, and two ways on. */
final class WelcomePage extends VBox implements Page {

    private final WelcomeModel model;
    private final Words words;
    private final LivingLight light = new LivingLight();
    private final Button signIn;
    private final Button demo;
    private final Label demoNote = Parts.text("demo-note", Styles.TEXT_MUTED);

    WelcomePage(WelcomeModel model, Words words, Runnable toSignIn, Runnable skip) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "welcome-page");
        signIn = card(
                "welcome-sign-in", words.say("ui.welcome.sign-in"), words.say("ui.welcome.sign-in.text"), toSignIn);
        signIn.setDefaultButton(true);
        demo = card("welcome-demo", words.say("ui.welcome.demo"), words.say("ui.welcome.demo.text"), model::startDemo);
        HBox cards = new HBox(signIn, demo);
        cards.getStyleClass().add("cards");
        Hyperlink later = Parts.button(new Hyperlink(words.say("ui.welcome.skip")), "welcome-skip", skip);
        getChildren()
                .addAll(
                        light,
                        Parts.saying("title", words.say("ui.welcome.title"), Styles.TITLE_1),
                        Parts.saying("text", words.say("ui.welcome.text")),
                        cards,
                        demoNote,
                        later);
        model.faceProperty().addListener((property, before, now) -> show(now));
        show(model.face());
    }

    /** A button that says what it does and what that means. */
    private static Button card(String id, String does, String means, Runnable verb) {
        Label title = Parts.saying(id + "-title", does, Styles.TITLE_4);
        Label text = Parts.saying(id + "-text", means, "card-text");
        VBox content = new VBox(title, text);
        content.getStyleClass().add("card-content");
        Button card = Parts.button(new Button("", content), id, verb, "card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(does);
        card.setAccessibleHelp(means);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void show(WelcomeFace face) {
        light.show(face.look(), words.say("ui.welcome.light"));
        demo.setDisable(face.starting());
        demoNote.setText(face.demo());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return signIn;
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.isMoving();
    }
}
