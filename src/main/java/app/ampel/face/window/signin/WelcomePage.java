package app.ampel.face.window.signin;

import app.ampel.face.window.kit.LivingLight;
import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The first thing that anybody sees: a light, and two ways on. */
final class WelcomePage extends VBox implements Page {

    private final WelcomeModel model;
    private final Messages words;
    private final LivingLight light = new LivingLight();
    private final Button signIn;
    private final Button demo;
    private final Label demoNote = Parts.text("demo-note", Styles.TEXT_MUTED);

    WelcomePage(WelcomeModel model, Messages words, Runnable toSignIn, Runnable skip) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "welcome-page");
        signIn = Parts.button(new Button(words.say("ui.sign-in")), "welcome-sign-in", toSignIn, Styles.ACCENT, "wide");
        signIn.setDefaultButton(true);
        demo = Parts.button(new Button(words.say("ui.welcome.demo.do")), "welcome-demo", model::startDemo, "wide");
        HBox cards = new HBox(
                card(words.say("ui.welcome.sign-in"), words.say("ui.welcome.sign-in.text"), signIn),
                card(words.say("ui.welcome.demo"), words.say("ui.welcome.demo.text"), demo));
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
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    /** What a button does, and what that means, above it. */
    private static VBox card(String does, String means, Button button) {
        Label title = Parts.saying("card-title", does, Styles.TITLE_4);
        title.setLabelFor(button);
        Label text = Parts.saying("card-text", means, Styles.TEXT_MUTED);
        text.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(text, Priority.ALWAYS);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(does);
        button.setAccessibleHelp(means);
        VBox card = new VBox(title, text, button);
        card.getStyleClass().add("card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void show(WelcomeViewState face) {
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
