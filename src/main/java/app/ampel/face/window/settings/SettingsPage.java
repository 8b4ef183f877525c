package app.ampel.face.window.settings;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.QuestionBar;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.Startup;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Draws {@link SettingsViewState}s: a row for each setting, in sections. */
public final class SettingsPage extends VBox implements Page {

    private static final String REST = "rest";
    private static final Duration NO_BOUND = Duration.ZERO;

    private final PageContext context;
    private final Messages words;
    private final Phrases phrases;
    private final SettingsModel model;
    private final SettingRows rows;
    private final CheckBox startup;

    /** @param toSignIn what "Sign in" does */
    public SettingsPage(PageContext context, PeopleService people, Runnable toSignIn) {
        this.context = context;
        words = context.words();
        phrases = new Phrases(words);
        model = new SettingsModel(context, people);
        rows = new SettingRows(model);
        startup = SettingRows.checkBox("startup", words.say("ui.settings.startup"), model::startWithSession);
        getStyleClass().addAll("page", "settings-page");
        Label title = Parts.saying("settings-title", words.say("ui.section.settings"), Styles.TITLE_2);
        ByHandSettings byHand = new ByHandSettings(model, rows, words);
        getChildren()
                .addAll(
                        title,
                        section("general", general()),
                        section("by-hand", byHand.nodes()),
                        section("working-hours", byHand.hours()),
                        section("resting", resting()),
                        section("polling", polling()),
                        section(
                                "people",
                                new PeopleSettingsPart(
                                                model,
                                                rows,
                                                words,
                                                !context.settings().isManaged())
                                        .nodes(people.lists().place())),
                        section("account", new AccountSettingsPart(model, rows, words).nodes(toSignIn)),
                        section("file", new SettingsFilePart(model, rows, words).nodes()));
        model.viewStateProperty().addListener((property, before, now) -> rows.show(now));
        rows.show(model.viewState());
        model.refresh();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return startup.isDisabled() ? lookup("#language") : startup;
    }

    @Override
    public void feed(Snapshot now) {
        model.feed(now);
    }

    @Override
    public List<QuestionBar> questions() {
        return rows.questions();
    }

    private VBox section(String word, Collection<Node> content) {
        VBox section = new VBox(Parts.saying("settings-" + word, words.say("ui.settings." + word), Styles.TITLE_4));
        section.getChildren().addAll(content);
        section.getStyleClass().add("settings-part");
        return section;
    }

    private List<Node> general() {
        rows.onFace(face -> {
            startup.setSelected(face.startup().filter(Startup::on).isPresent());
            startup.setDisable(
                    face.startup().filter(it -> it.on() || it.possible()).isEmpty());
        });
        return List.of(
                SettingRows.group(startup, impossible(), rows.said("startup")),
                word(Setting.LANGUAGE),
                word(Setting.THEME),
                word(Setting.ICONS),
                word(Setting.MOTION));
    }

    private Node word(Setting<?> setting) {
        return rows.words(setting, setting.id(), words);
    }

    private Node impossible() {
        Label why = Parts.text("startup-why", Styles.TEXT_MUTED);
        rows.onFace(face -> why.setText(
                face.startup().filter(it -> !it.possible()).isPresent()
                        ? words.say("ui.settings.startup.impossible")
                        : ""));
        return why;
    }

    private List<Node> resting() {
        return List.of(
                rows.words(Setting.WHEN_LOCKED, REST, words),
                rows.words(Setting.OUT_OF_HOURS, REST, words),
                Parts.saying("resting-note", words.say("ui.settings.resting.note"), Styles.TEXT_MUTED));
    }

    private List<Node> polling() {
        Label shortest = Parts.text("shortest", Styles.TEXT_MUTED);
        rows.onFace(face -> shortest.setText(face.shortest().orElse("")));
        VBox details = new VBox(
                poll(Setting.POLL_FASTEST, words.say("ui.settings.poll-fastest")),
                poll(Setting.POLL_SLOWEST, words.say("ui.settings.poll-slowest")),
                lease());
        details.getStyleClass().add("settings-part");
        return List.of(
                poll(Setting.POLL_USUAL, words.say("ui.settings.poll-usual")),
                shortest,
                Parts.fold("polling-details", words.say("ui.settings.polling.details"), details));
    }

    private Node poll(Setting<Duration> setting, String name) {
        return rows.pick(
                setting,
                name,
                every -> words.say("ui.settings.every", phrases.span(every)),
                face -> Spans.ofPolls(
                        setting.of().apply(face.settings()),
                        context.settings().shortestPoll().orElse(NO_BOUND)));
    }

    private Node lease() {
        return SettingRows.group(
                rows.pick(
                        Setting.LEASE,
                        words.say("ui.settings.lease"),
                        phrases::span,
                        face -> Spans.ofLease(Setting.LEASE.of().apply(face.settings()))),
                Parts.saying("lease-note", words.say("ui.settings.lease.note"), Styles.TEXT_MUTED));
    }
}
