package app.ampel.ui;

import app.ampel.ui.SignInFace.Stage;
import app.ampel.words.Words;
import atlantafx.base.theme.Styles;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws {@link SignInFace}s. */
final class SignInPage extends VBox implements Page {

    private static final Set<Stage> PROMPTED = Set.of(Stage.CODE, Stage.BROWSER);

    private final SignInModel model;
    private final Words words;
    private final Label title = Parts.text("title", Styles.TITLE_2);
    private final Label text = Parts.text("text");
    private final ProgressBar waiting = new ProgressBar();
    private final TextField code;
    private final TextField address;
    private final Button open;
    private final Label copied = Parts.text("copied", Styles.SUCCESS);
    private final QrPicture qr = new QrPicture();
    private final Label countdown = Parts.text("countdown", Styles.TITLE_4);
    private final HBox phone;
    private final Button again;
    private final Button goOn;
    private final Button useBrowser;
    private final Button useCode;
    private final Button back;
    private final TitledPane help;
    private Stage shown = Stage.IDLE;

    SignInPage(SignInModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "sign-in-page");
        code = Parts.readOnly("code", words.say("ui.sign-in.code.label"), "code");
        address = Parts.readOnly("address", words.say("ui.sign-in.qr"), "address");
        open = button("open", model::copyAndOpen, Styles.ACCENT, "wide");
        again = button("again", model::again, Styles.ACCENT, "wide");
        goOn = button("go-on", model::leave, Styles.ACCENT, "wide");
        useBrowser = button("use-browser", model::useBrowser, "wide");
        useCode = button("use-code", model::useCode, "wide");
        back = button("back", model::cancel, Styles.FLAT, "wide");
        back.setCancelButton(true);
        waiting.setMaxWidth(Double.MAX_VALUE);
        phone = phone();
        help = help();
        Stream.of(waiting, code, address, open, phone, again, goOn, useBrowser, useCode, back, help)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren()
                .addAll(
                        title,
                        text,
                        waiting,
                        code,
                        open,
                        copied,
                        address,
                        phone,
                        again,
                        goOn,
                        useBrowser,
                        useCode,
                        back,
                        help);
        model.faceProperty().addListener((property, before, now) -> show(now));
        show(model.face());
    }

    private Button button(String id, Runnable verb, String... styles) {
        Button button = Parts.button(new Button(), id, verb, styles);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private HBox phone() {
        Label caption = Parts.text("qr-caption", Styles.TEXT_MUTED);
        caption.setText(words.say("ui.sign-in.qr"));
        VBox beside = new VBox(countdown, caption);
        beside.getStyleClass().add("beside-qr");
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox row = new HBox(qr, beside);
        row.getStyleClass().add("phone");
        return row;
    }

    private TitledPane help() {
        VBox lines = new VBox();
        lines.getStyleClass().add("help");
        Stream.of("approval", "blocked", "assigned", "device", "account").forEach(about -> {
            Label line = Parts.text("help-" + about);
            line.setText(words.say("ui.sign-in.help." + about));
            lines.getChildren().add(line);
        });
        return Parts.disclosure("help", words.say("ui.sign-in.help"), lines);
    }

    private void show(SignInFace face) {
        Stage stage = face.stage();
        boolean byCode = stage == Stage.CODE;
        title.setText(face.title());
        text.setText(face.text());
        code.setText(face.code());
        address.setText(face.address());
        copied.setText(face.copied());
        countdown.setText(face.countdown());
        qr.show(face.qr());
        open.setText(words.say(byCode ? "ui.sign-in.copy-open" : "ui.sign-in.open"));
        again.setText(words.say("ui.sign-in.again"));
        goOn.setText(words.say("ui.sign-in.go-on"));
        useBrowser.setText(words.say("ui.sign-in.use-browser"));
        useCode.setText(words.say("ui.sign-in.use-code"));
        back.setText(words.say(stage == Stage.FAILED ? "ui.sign-in.back" : "ui.sign-in.cancel"));
        visible(stage == Stage.ASKING, waiting);
        visible(byCode, code, phone);
        visible(PROMPTED.contains(stage), open, address, help);
        visible(stage == Stage.FAILED, again);
        visible(stage == Stage.DONE, goOn);
        visible(byCode || stage == Stage.FAILED, useBrowser);
        visible(stage == Stage.BROWSER, useCode);
        visible(stage != Stage.DONE, back);
        focus(stage);
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
        again.setDefaultButton(stage == Stage.FAILED);
        goOn.setDefaultButton(stage == Stage.DONE);
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
        return model.face().isMoving();
    }

    @Override
    public Node first() {
        return switch (shown) {
            case CODE, BROWSER -> open;
            case FAILED -> again;
            case DONE -> goOn;
            case IDLE, ASKING -> back;
        };
    }
}
