package app.ampel.face.window.lights;

import app.ampel.face.window.kit.ColourLamp;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.lights.LightsViewState.Card;
import app.ampel.face.window.lights.LightsViewState.Remedy;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One light: what it shows now, and what can be done with it. Stays while the light does, so that nothing typed is lost. */
final class LightCard extends VBox {

    private final LightsModel model;
    private final Messages words;
    private final String id;
    private final ColourLamp lamp = new ColourLamp();
    private final Label sign = Parts.text("light-sign", "lamp-sign");
    private final Label title = Parts.text("light-title", Styles.TEXT_BOLD);
    private final Label kind = Parts.text("light-model", Styles.TEXT_MUTED);
    private final Label says = Parts.text("light-says");
    private final Label hint = Parts.text("light-hint");
    private final Label notice = Parts.notice("light-notice");
    private final Button identify;
    private final ToggleButton off;
    private final Button install;
    private final Button copy;
    private final Button forget;
    private final LightAdjustments adjustments;
    private final TitledPane adjust;
    private Card shown;

    LightCard(LightsModel model, Messages words, String id) {
        this.model = model;
        this.words = words;
        this.id = id;
        getStyleClass().add("light-card");
        lamp.getChildren().add(sign);
        identify = button("ui.lights.identify", "light-identify", () -> model.identify(id));
        off = Parts.button(
                new ToggleButton(words.say("ui.lights.off")), "light-off", () -> model.off(shown.kind(), !shown.off()));
        install = button("ui.lights.rules.install", "light-install", model::installRules);
        install.getStyleClass().add(Styles.ACCENT);
        copy = button("ui.lights.rules.copy", "light-copy", this::copyRules);
        forget = button("ui.lights.forget", "light-forget", () -> model.forget(id));
        adjustments = new LightAdjustments(model, words);
        adjust = Parts.fold("light-adjust", words.say("ui.lights.adjust"), adjustments);
        adjust.expandedProperty().addListener((property, before, open) -> {
            if (!open) {
                model.showWhite(false);
            }
        });
        FlowPane buttons = new FlowPane(identify, off, install, copy, forget);
        buttons.getStyleClass().add("chips");
        List.of(install, copy, forget, adjust)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren().addAll(header(), hint, notice, buttons, adjust);
    }

    private Button button(String key, String node, Runnable verb) {
        return Parts.button(new Button(words.say(key)), node, verb);
    }

    private HBox header() {
        VBox texts = new VBox(title, kind, says);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox header = new HBox(lamp, texts);
        header.getStyleClass().add("light-header");
        return header;
    }

    private void copyRules() {
        Parts.copy(model.rules());
        model.rulesCopied();
    }

    /** What can be reached first. */
    Node first() {
        return identify.isDisabled() ? install.isVisible() ? install : off : identify;
    }

    void show(Card card, LightsViewState face) {
        install.setDisable(face.installing());
        adjustments.showWhite(face.white());
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        title.setText(card.title());
        kind.setText(card.model());
        says.setText(card.says());
        hint.setText(card.hint());
        hint.getStyleClass().setAll("label", card.trouble() ? "trouble" : Styles.TEXT_MUTED);
        notice.setText(card.notice());
        sign.setText(card.trouble() ? "!" : "");
        List.of(identify, off, install, copy, forget)
                .forEach(button -> button.setAccessibleText(button.getText() + ", " + card.title()));
        identify.setDisable(!card.canIdentify());
        off.setSelected(card.off());
        install.setVisible(card.remedy() == Remedy.RULES);
        copy.setVisible(card.remedy() == Remedy.RULES);
        forget.setVisible(card.remedy() == Remedy.FORGET);
        adjust.setVisible(!card.trouble());
        adjustments.show(card);
        glow();
    }

    /** Time has passed. */
    void glow() {
        lamp.show(shown.shown(), model.glow(id));
    }
}
