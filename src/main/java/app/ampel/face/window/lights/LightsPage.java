package app.ampel.face.window.lights;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Draws {@link LightsViewState}s: a card for each light, and the ways to have one more. */
public final class LightsPage extends VBox implements Page {

    private final LightsModel model;
    private final AddLightModel adding;
    private final Messages words;
    private final Label notice = Parts.notice("lights-notice");
    private final Label none = Parts.empty("no-lights");
    private final VBox cards = new VBox();
    private final ForgottenLine forgotten;
    private final RememberedLights remembered;
    private final ScreenLightPane screen;
    private final TitledPane add;
    private Map<String, LightCard> shown = new LinkedHashMap<>();

    public LightsPage(PageContext context, LightsService lights) {
        getStyleClass().add("page");
        words = context.words();
        model = new LightsModel(context, lights);
        adding = new AddLightModel(context, lights);
        forgotten = new ForgottenLine(words, model::giveBack);
        remembered = new RememberedLights(words, model::forget);
        screen = new ScreenLightPane(context);
        Label title = new Label(words.say("ui.section.lights"));
        title.getStyleClass().add(Styles.TITLE_2);
        cards.getStyleClass().add("cards");
        add = Parts.disclosure("add-light", words.say("ui.add.title"), new AddLightPane(adding, words));
        add.expandedProperty().addListener((property, before, open) -> {
            if (open) {
                adding.list();
            } else {
                adding.cancel();
            }
        });
        getChildren().addAll(title, notice, none, cards, remembered, screen, add);
        model.viewStateProperty().addListener((property, before, now) -> {
            show(now);
            context.moved().run();
        });
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return shown.values().stream().findFirst().map(LightCard::first).orElse(add);
    }

    @Override
    public void feed(Overview now) {
        model.feed(now);
        screen.feed();
    }

    @Override
    public void tick() {
        model.tick();
        shown.values().forEach(LightCard::glow);
    }

    @Override
    public boolean isMoving() {
        return model.isMoving();
    }

    @Override
    public Duration pace() {
        return model.pace();
    }

    @Override
    public void hidden() {
        model.endTrials();
        adding.cancel();
    }

    private void show(LightsViewState face) {
        notice.setText(face.notice());
        none.setText(face.none());
        Map<String, LightCard> now = new LinkedHashMap<>();
        for (LightsViewState.Card card : face.cards()) {
            LightCard known = shown.get(card.id());
            LightCard view = known == null ? new LightCard(model, words, card.id()) : known;
            view.show(card, face);
            now.put(card.id(), view);
        }
        shown = now;
        remembered.show(face.remembered());
        arrange(face);
    }

    /** The cards, and where one was forgotten, the way back. */
    private void arrange(LightsViewState face) {
        List<Node> nodes = new ArrayList<>(shown.values());
        face.forgotten().ifPresent(it -> nodes.add(Math.min(it.place(), nodes.size()), forgotten));
        if (!nodes.equals(cards.getChildren())) {
            cards.getChildren().setAll(nodes);
        }
        face.forgotten().ifPresent(forgotten::show);
    }
}
