package app.ampel.face.window.settings;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The settings page's part about other people: what of it is used, what is kept of them, and erasing that. */
final class PeopleSettingsPart {

    private final SettingsModel model;
    private final SettingRows rows;
    private final Messages words;
    private final boolean usually;

    /** @param usually whether these are on where nothing is said */
    PeopleSettingsPart(SettingsModel model, SettingRows rows, Messages words, boolean usually) {
        this.model = model;
        this.rows = rows;
        this.words = words;
        this.usually = usually;
    }

    List<Node> nodes(String place) {
        Button forget = Parts.button(
                new Button(words.say("ui.settings.people.forget")),
                "forget-people",
                () -> model.askToForgetPeople(true),
                Styles.BUTTON_OUTLINED,
                Styles.DANGER);
        Label outcome = Parts.notice("forget-people-outcome");
        rows.onFace(face -> outcome.setText(face.people().text()));
        rows.question(
                "forget-people",
                "ui.settings.people.forget",
                words,
                face -> face.people().asks(),
                forget,
                this::answered);
        return List.of(
                check(Setting.COLLEAGUES),
                check(Setting.WALL),
                check(Setting.TELL_ME_WHEN),
                Parts.saying("people-privacy", words.say("ui.settings.people.privacy", place), Styles.TEXT_MUTED),
                SettingRows.buttons(forget),
                outcome);
    }

    private Node check(Setting<Optional<Boolean>> setting) {
        return rows.check(setting, usually, words.say("ui.settings." + setting.id()));
    }

    private void answered(boolean yes) {
        if (yes) {
            model.forgetPeople();
        } else {
            model.askToForgetPeople(false);
        }
    }
}
