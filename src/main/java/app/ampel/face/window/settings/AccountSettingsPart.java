package app.ampel.face.window.settings;

import app.ampel.domain.account.SignInWay;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The settings page's part about who is signed in, and how. */
final class AccountSettingsPart {

    private final SettingsModel model;
    private final SettingRows rows;
    private final Messages words;
    private final GridPane lines = new GridPane();

    AccountSettingsPart(SettingsModel model, SettingRows rows, Messages words) {
        this.model = model;
        this.rows = rows;
        this.words = words;
    }

    List<Node> nodes(Runnable toSignIn) {
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(names, texts);
        lines.getStyleClass().add("why");
        rows.onFace(face -> draw(face.account()));
        return List.of(
                lines,
                buttons(toSignIn),
                rows.said("account"),
                rows.pick(
                        Setting.SIGN_IN_WAY,
                        words.say("ui.settings.sign-in-way"),
                        way -> words.say("ui.settings.sign-in-way." + way.word()),
                        face -> List.of(SignInWay.values())),
                rows.check(Setting.SIGN_OUT_ON_QUIT, words.say("ui.settings.sign-out-on-quit")));
    }

    private Node buttons(Runnable toSignIn) {
        Button signIn = Parts.button(new Button(), "settings-sign-in", toSignIn);
        Button signOut = Parts.button(new Button(words.say("ui.sign-out")), "settings-sign-out", model::signOut);
        signOut.managedProperty().bind(signOut.visibleProperty());
        rows.onFace(face -> {
            signIn.setText(words.say(face.signedIn() ? "ui.settings.account.other" : "ui.sign-in"));
            signOut.setVisible(face.signedIn());
        });
        FlowPane buttons = new FlowPane(signIn, signOut);
        buttons.getStyleClass().add("chips");
        return buttons;
    }

    private void draw(List<SettingsViewState.Line> now) {
        if (!now.equals(lines.getUserData())) {
            lines.setUserData(now);
            lines.getChildren().clear();
            for (int i = 0; i < now.size(); i++) {
                Label name = new Label(now.get(i).name());
                name.getStyleClass().add(Styles.TEXT_MUTED);
                GridPane.setValignment(name, VPos.TOP);
                lines.addRow(i, name, Parts.saying("account-" + i, now.get(i).text()));
            }
        }
    }
}
