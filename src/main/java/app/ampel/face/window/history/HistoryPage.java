package app.ampel.face.window.history;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.QuestionBar;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.history.HistoryService;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/** Draws {@link HistoryViewState}s. */
public final class HistoryPage extends VBox implements Page {

    private final PageContext context;
    private final Messages words;
    private final HistoryModel model;
    private final Label about = Parts.empty("history-about");
    private final Label place = Parts.text("history-place", Styles.TEXT_MUTED);
    private final Button switchOn;
    private final Today today;
    private final Legend legend;
    private final DayList past;
    private final ChoiceBox<Integer> days = new ChoiceBox<>();
    private final HBox keep;
    private final Button export;
    private final Button erase;
    private final Button switchOff;
    private final QuestionBar question = new QuestionBar("history-question", this::first);
    private final Label notice = Parts.notice("history-notice");
    private final Label trouble = Parts.trouble("history-trouble");
    private boolean showing;

    public HistoryPage(PageContext context, HistoryService history) {
        this.context = context;
        words = context.words();
        model = new HistoryModel(context, history);
        today = new Today(words);
        legend = new Legend(words);
        past = new DayList(words);
        switchOn = button("switch-on", model::switchOn, Styles.ACCENT);
        export = button("export", this::export);
        erase = button("erase", model::askToErase);
        switchOff = button("switch-off", model::askToSwitchOff);
        keep = new HBox(new Label(words.say("ui.history.keep")), days);
        build();
        model.viewStateProperty().addListener((property, before, now) -> {
            show(now);
            context.moved().run();
        });
    }

    private Button button(String name, Runnable verb, String... styles) {
        Button button = Parts.button(new Button(words.say("ui.history." + name)), "history-" + name, verb, styles);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void build() {
        getStyleClass().add("page");
        Label title = new Label(words.say("ui.section.history"));
        title.getStyleClass().add(Styles.TITLE_2);
        keep.getStyleClass().add("note");
        days.setId("history-days");
        days.setAccessibleText(words.say("ui.history.keep"));
        days.setConverter(new InDays());
        days.getSelectionModel().selectedItemProperty().addListener((property, before, wanted) -> {
            if (wanted != null && !showing) {
                model.keepFor(wanted);
            }
        });
        FlowPane settings = new FlowPane(switchOn, keep, export, erase, switchOff);
        settings.getStyleClass().add("history-settings");
        List.of(keep, legend).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren().addAll(title, about, today, legend, past, settings, notice, trouble, place);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return today.isVisible()
                ? today.first()
                : Stream.of(switchOn, switchOff, export)
                        .filter(Node::isVisible)
                        .findFirst()
                        .orElse(erase);
    }

    @Override
    public void feed(Snapshot now) {
        model.feed(now);
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.viewState() != null && model.viewState().today().isPresent();
    }

    private void show(HistoryViewState face) {
        showing = true;
        about.setText(face.about());
        place.setText(face.place());
        switchOn.setVisible(face.switchable());
        today.show(face);
        legend.setVisible(today.isVisible());
        past.show(face.past(), face.stretch());
        keep.setVisible(face.on());
        if (!days.getItems().equals(face.choices())) {
            days.getItems().setAll(face.choices());
        }
        days.getSelectionModel().select(Integer.valueOf(face.days()));
        export.setVisible(face.exportable());
        erase.setVisible(face.erasable());
        switchOff.setVisible(face.on());
        notice.setText(face.notice());
        trouble.setText(face.trouble());
        ask(face.question());
        showing = false;
    }

    private void ask(Optional<HistoryViewState.Question> wanted) {
        wanted.ifPresentOrElse(it -> question.ask(it.text(), answers(it)), question::withdraw);
    }

    private List<QuestionBar.Answer> answers(HistoryViewState.Question asked) {
        QuestionBar.Kind yes = asked.destroys() ? QuestionBar.Kind.DESTROYS : QuestionBar.Kind.PLAIN;
        QuestionBar.Answer no =
                new QuestionBar.Answer("history-no", words.say("ui.cancel"), QuestionBar.Kind.PLAIN, model::no);
        return Stream.of(
                        Stream.of(new QuestionBar.Answer("history-yes", asked.yes(), yes, model::yes)),
                        asked.also().isEmpty()
                                ? Stream.<QuestionBar.Answer>empty()
                                : Stream.of(new QuestionBar.Answer(
                                        "history-also", asked.also(), QuestionBar.Kind.DESTROYS, model::also)),
                        Stream.of(no))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public List<QuestionBar> questions() {
        return List.of(question);
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("ui.history.export.title"));
        chooser.setInitialFileName("ampel-"
                + LocalDate.ofInstant(context.now().get(), context.zone().get()) + ".csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("ui.history.export.csv"), "*.csv"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private final class InDays extends StringConverter<Integer> {
        @Override
        public String toString(Integer count) {
            return count == null ? "" : words.say("ui.history.keep.days", count);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed");
        }
    }
}
