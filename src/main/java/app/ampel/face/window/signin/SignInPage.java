package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.signin.SignInViewState.Stage;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws {@link SignInViewState}s. */
final class SignInPage extends VBox implements Page {

    private static final Set<Stage> PROMPTED = Set.of(Stage.CODE, Stage.BROWSER);

    private final SignInModel model;
    private final Messages words;
    private final Label title = Parts.text("title", Styles.TITLE_2);
    private final Label text = Parts.text("text");
    private final Label who = Parts.text("who", Styles.TEXT_BOLD);
    private final Label details = Parts.text("details", Styles.TEXT_MUTED);
    private final ProgressBar waiting = new ProgressBar();
    private final TextField code;
    private final TextField address;
    private final Button open;
    private final Label copied = Parts.text("copied", Styles.SUCCESS);
    private final QrPicture qr = new QrPicture();
    private final Label countdown = Parts.text("countdown", Styles.TITLE_4);
    private final Label caption = Parts.text("caption", Styles.TEXT_MUTED);
    private final HBox phone;
    private final VBox steps = new VBox();
    private final VBox other;
    private final Label otherText = Parts.text("other-text", Styles.TEXT_MUTED);
    private final Button useBrowser;
    private final Button useCode;
    private final Button back;
    private final BrowserHelp help;
    private Stage shown = Stage.IDLE;
    private List<SignInViewState.Step> drawn = List.of();

    SignInPage(SignInModel model, LetterModel letter, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "sign-in-page");
        code = Parts.readOnly("code", words.say("ui.sign-in.code.label"), "code");
        address = Parts.readOnly("address", words.say("ui.sign-in.address"), "address");
        open = button("open", model::copyAndOpen, Styles.ACCENT, "wide");
        useBrowser = button("use-browser", model::useBrowser, "wide");
        useCode = button("use-code", model::useCode, "wide");
        back = button("back", model::cancel, Styles.FLAT, "wide");
        back.setCancelButton(true);
        waiting.setMaxWidth(Double.MAX_VALUE);
        phone = phone();
        other = new VBox(otherText, useBrowser, useCode);
        other.getStyleClass().add("other-way");
        steps.getStyleClass().add("steps");
        help = new BrowserHelp(words, model::help);
        Stream.of(waiting, code, qr, address, open, phone, steps, other, useBrowser, useCode, help)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren().addAll(title, text, who, waiting, code, open, copied, phone, steps, other);
        getChildren().addAll(help, new LetterPane(letter, words), details, back);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private static Button button(String id, Runnable verb, String... styles) {
        Button button = Parts.button(new Button(), id, verb, styles);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private HBox phone() {
        VBox beside = new VBox(countdown, caption, address);
        beside.getStyleClass().add("beside-qr");
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox row = new HBox(qr, beside);
        row.getStyleClass().add("phone");
        return row;
    }

    private void show(SignInViewState face) {
        Stage stage = face.stage();
        boolean byCode = stage == Stage.CODE;
        title.setText(face.title());
        text.setText(face.text());
        who.setText(face.who());
        details.setText(face.details());
        code.setText(face.code());
        address.setText(face.address());
        caption.setText(words.say(byCode ? "ui.sign-in.qr" : "ui.sign-in.address"));
        copied.setText(face.copied());
        countdown.setText(face.countdown());
        qr.show(face.qr());
        open.setText(words.say(byCode ? "ui.sign-in.copy-open" : "ui.sign-in.open"));
        otherText.setText(words.say(byCode ? "ui.sign-in.other.browser" : "ui.sign-in.other.code"));
        useBrowser.setText(words.say("ui.step.use-browser"));
        useCode.setText(words.say("ui.step.use-code"));
        back.setText(words.say(stage == Stage.FAILED ? "ui.sign-in.back" : "ui.sign-in.cancel"));
        help.show(face.help());
        showSteps(face.steps());
        visible(stage == Stage.ASKING, waiting);
        visible(byCode, code, qr, useBrowser);
        visible(PROMPTED.contains(stage), open, phone, other, help);
        visible(stage == Stage.BROWSER, useCode);
        visible(stage == Stage.FAILED, steps);
        focus(stage);
    }

    /** The first is what helps most. */
    private void showSteps(List<SignInViewState.Step> next) {
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        steps.getChildren().clear();
        for (SignInViewState.Step step : next) {
            Button button = button("step-" + step.what().word(), () -> model.execute(step.what()), "wide");
            button.setText(step.text());
            boolean best = steps.getChildren().isEmpty();
            button.setDefaultButton(best);
            if (best) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            steps.getChildren().add(button);
        }
    }

    private static void visible(boolean isVisible, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(isVisible);
        }
    }

    /** What one most likely wants next has the focus, and Enter does it. */
    private void focus(Stage stage) {
        if (stage == shown) {
            return;
        }
        shown = stage;
        open.setDefaultButton(PROMPTED.contains(stage));
        first().requestFocus();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.viewState().isMoving();
    }

    @Override
    public Node first() {
        return switch (shown) {
            case CODE, BROWSER -> open;
            case FAILED ->
                steps.getChildren().isEmpty() ? back : steps.getChildren().get(0);
            case IDLE, ASKING, DONE -> back;
        };
    }
}
