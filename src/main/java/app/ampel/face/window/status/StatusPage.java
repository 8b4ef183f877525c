package app.ampel.face.window.status;

import app.ampel.face.window.history.HistoryModel;
import app.ampel.face.window.history.HistoryViewState;
import app.ampel.face.window.history.Today;
import app.ampel.face.window.kit.ColourLamp;
import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Ring;
import app.ampel.face.window.kit.Succession;
import app.ampel.service.history.HistoryService;
import app.ampel.service.overview.Overview;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws {@link StatusViewState}s. */
public final class StatusPage extends VBox implements Page {

    private static final double DOT = 9;

    private final Ring ring = new Ring();
    private final Label sentence = Parts.text("sentence", "sentence");
    private final Label notice = Parts.trouble("notice");
    private final Label remarks = Parts.text("remarks", "remarks", Styles.TEXT_MUTED);
    private final ByHand byHand;
    private final Button remedy = new Button();
    private final HBox remedyRow;
    private final VBox lights = new VBox();
    private final GridPane why = new GridPane();
    private final Label account = Parts.text("account", Styles.TEXT_MUTED);
    private final Hyperlink signOut;
    private final Map<StatusViewState.Remedy.Kind, Runnable> verbs;
    private List<StatusViewState.Lamp> lamps = List.of();

    private final StatusModel model;
    private final HistoryModel history;
    private final Messages words;
    private Optional<Today> today = Optional.empty();

    /**
     * @param toSignIn what "Sign in" does
     * @param toAsk what "Ask my administrator" does
     */
    public StatusPage(
            PageContext context, StatusService status, HistoryService past, Runnable toSignIn, Runnable toAsk) {
        words = context.words();
        model = new StatusModel(context, status);
        history = new HistoryModel(context, past);
        getStyleClass().add("page");
        byHand = new ByHand(model, words);
        remedy.getStyleClass().add(Styles.ACCENT);
        remedyRow = row("buttons", remedy);
        remedyRow.visibleProperty().bind(remedy.visibleProperty());
        remedyRow.managedProperty().bind(remedy.visibleProperty());
        verbs = Map.of(
                StatusViewState.Remedy.Kind.SIGN_IN, toSignIn,
                StatusViewState.Remedy.Kind.ASK_ADMINISTRATOR, toAsk,
                StatusViewState.Remedy.Kind.FOLLOW, model::follow);
        signOut = Parts.button(new Hyperlink(), "sign-out", model::signOut);
        signOut.managedProperty().bind(signOut.visibleProperty());
        Succession.after(signOut, () -> List.of(remedy));
        Label lightsTitle = new Label(words.say("ui.lights"));
        lightsTitle.getStyleClass().add(Styles.TITLE_4);
        lights.getStyleClass().add("lights");
        getChildren()
                .addAll(
                        row("centred", ring),
                        sentence,
                        notice,
                        remedyRow,
                        byHand,
                        remarks,
                        section(lightsTitle, lights),
                        whyPane(words.say("ui.why")),
                        footer());
        history.viewStateProperty().addListener((property, before, now) -> showToday(now));
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
    public void feed(Overview now) {
        model.feed(now);
        history.feed(now.snapshot());
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.viewState() != null && model.viewState().isMoving();
    }

    @Override
    public Node first() {
        return remedy.isVisible() ? remedy : byHand.first();
    }

    private static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }

    private static VBox section(Node... nodes) {
        VBox section = new VBox(nodes);
        section.getStyleClass().add("section");
        return section;
    }

    private TitledPane whyPane(String title) {
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        why.getColumnConstraints().setAll(labels, texts);
        why.getStyleClass().add("why");
        TitledPane pane = Parts.disclosure("why", title, why);
        pane.expandedProperty().addListener((property, before, expanded) -> model.explain(expanded));
        return pane;
    }

    private HBox footer() {
        HBox.setHgrow(account, Priority.ALWAYS);
        account.setMaxWidth(Double.MAX_VALUE);
        signOut.setMinWidth(Region.USE_PREF_SIZE);
        return row("footer", account, signOut);
    }

    private void show(StatusViewState face) {
        ring.show(face.look(), face.share(), face.left(), face.sentence());
        sentence.setText(face.sentence());
        notice.setText(face.notice());
        remarks.setText(String.join("\n", face.remarks()));
        byHand.show(face);
        remedy.setVisible(face.remedy().isPresent());
        face.remedy().ifPresent(this::show);
        signOut.setVisible(face.signOut().isPresent());
        face.signOut().ifPresent(action -> Parts.show(signOut, action));
        account.setText(face.account());
        showLights(face);
        showWhy(face.why());
    }

    private void show(StatusViewState.Remedy now) {
        remedy.setId(now.kind().word());
        remedy.setOnAction(event -> verbs.get(now.kind()).run());
        Parts.show(remedy, now.action());
    }

    /** Most people have no history, so it is not made before there is something to show. */
    private void showToday(HistoryViewState face) {
        if (today.isEmpty() && face.today().isPresent()) {
            today = Optional.of(new Today(words));
            getChildren().add(getChildren().indexOf(remarks) + 1, today.get());
        }
        today.ifPresent(strip -> strip.show(face));
    }

    private void showLights(StatusViewState face) {
        if (lamps.equals(face.lights()) && !lights.getChildren().isEmpty()) {
            return;
        }
        lamps = face.lights();
        lights.getChildren().setAll(lamps.stream().map(StatusPage::lamp).toList());
        if (lamps.isEmpty()) {
            Label none = Parts.empty("no-lights");
            none.setText(face.noLights());
            lights.getChildren().setAll(none);
        }
    }

    private static Node lamp(StatusViewState.Lamp lamp) {
        ColourLamp dot = new ColourLamp(DOT);
        dot.show(lamp.shown(), 1);
        Label text = Parts.text("lamp", lamp.trouble() ? "trouble" : "fine");
        text.setText(lamp.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = row("lamp", dot, text);
        row.setFillHeight(false);
        return row;
    }

    private void showWhy(List<StatusViewState.Why> rows) {
        if (why.getChildren().size() != 2 * rows.size()) {
            why.getChildren().clear();
            for (int i = 0; i < rows.size(); i++) {
                Label label = new Label();
                label.getStyleClass().add(Styles.TEXT_MUTED);
                why.addRow(i, label, Parts.text("why-" + i));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            ((Label) why.getChildren().get(2 * i)).setText(rows.get(i).label());
            ((Label) why.getChildren().get(2 * i + 1)).setText(rows.get(i).text());
        }
    }
}
