package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.settings.RegistrationText;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Draws {@link RegisterViewState}s. */
final class RegisterPage extends VBox implements Page {

    private static final int SCRIPT_ROWS = 8;

    private final RegisterModel model;
    private final Messages words;
    private final PasteField clientId;
    private final PasteField tenant;
    private final Label clientIdLocked = Parts.text("client-id-locked", Styles.TEXT_MUTED);
    private final Label tenantLocked = Parts.text("tenant-locked", Styles.TEXT_MUTED);
    private final Label note = Parts.notice("register-note");
    private final Label trouble = Parts.trouble("register-trouble");
    private final Button goOn;
    private final TextArea script = new TextArea();

    RegisterPage(RegisterModel model, LetterModel letter, Messages words, Runnable back) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "register-page");
        clientId = field("client-id", RegistrationText.Field.CLIENT_ID);
        clientId.setPromptText(words.say("ui.register.client-id.example"));
        tenant = field("tenant", RegistrationText.Field.TENANT);
        tenant.setPromptText(words.say("ui.register.tenant.example"));
        goOn = Parts.button(
                new Button(words.say("ui.register.go-on")), "register-go-on", model::next, Styles.ACCENT, "wide");
        goOn.setDefaultButton(true);
        Button toBack =
                Parts.button(new Button(words.say("ui.sign-in.back")), "register-back", back, Styles.FLAT, "wide");
        toBack.setCancelButton(true);
        Button ask = Parts.button(
                new Button(words.say("ui.step.ask-administrator")), "register-ask", model::askAdministrator, "wide");
        Stream.of(goOn, toBack, ask).forEach(button -> button.setMaxWidth(Double.MAX_VALUE));
        getChildren()
                .addAll(
                        Parts.saying("title", words.say("ui.register.title"), Styles.TITLE_2),
                        Parts.saying("text", words.say("ui.register.text")),
                        labelled(words.say("ui.register.client-id"), clientId, clientIdLocked),
                        labelled(words.say("ui.register.tenant"), tenant, tenantLocked),
                        note,
                        trouble,
                        goOn,
                        ask,
                        new LetterPane(letter, words),
                        where(),
                        toBack);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private PasteField field(String id, RegistrationText.Field field) {
        String name = words.say("ui.register." + id);
        PasteField made = new PasteField(id, name, text -> model.paste(field, text));
        made.textProperty().addListener((property, before, now) -> model.type(field, now));
        return made;
    }

    private static VBox labelled(String text, PasteField field, Label locked) {
        Label label = new Label(text);
        label.setLabelFor(field);
        label.setWrapText(true);
        VBox box = new VBox(label, field, locked);
        box.getStyleClass().add("labelled");
        return box;
    }

    /** The four steps in the portal, and the same as commands. */
    private TitledPane where() {
        VBox steps = new VBox();
        steps.getStyleClass().add("help");
        for (int step = 1; step <= 4; step++) {
            steps.getChildren()
                    .add(Parts.saying("where-" + step, step + ". " + words.say("ui.register.where." + step)));
        }
        script.setId("script");
        script.setEditable(false);
        script.setPrefRowCount(SCRIPT_ROWS);
        script.getStyleClass().add("script");
        script.setAccessibleText(words.say("ui.register.script"));
        Button copy = Parts.button(new Button(words.say("ui.register.copy-script")), "copy-script", model::copyScript);
        steps.getChildren().addAll(Parts.saying("script-title", words.say("ui.register.script")), script, copy);
        return Parts.disclosure("where", words.say("ui.register.where"), steps);
    }

    private void show(RegisterViewState face) {
        show(clientId, clientIdLocked, face.clientId());
        show(tenant, tenantLocked, face.tenant());
        note.setText(face.note());
        trouble.setText(face.trouble());
        goOn.setDisable(face.busy());
        String commands = model.script();
        if (!commands.equals(script.getText())) {
            script.setText(commands);
        }
    }

    private void show(PasteField field, Label locked, RegisterViewState.Field value) {
        if (!field.getText().equals(value.text())) {
            field.setText(value.text());
            field.end();
        }
        field.setEditable(!value.locked());
        locked.setText(value.locked() ? words.say("ui.locked") : "");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return clientId.isEditable() ? clientId : tenant;
    }
}
