package app.ampel.face.window.settings;

import app.ampel.domain.status.Choice;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Pick;
import app.ampel.face.window.kit.TypedTimes;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import atlantafx.base.theme.Styles;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings for a status set by hand, and for working hours. */
final class ByHandSettings {

    private static final double TIME_WIDTH = 120;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final SettingsModel model;
    private final SettingRows rows;
    private final Messages words;
    private final Phrases phrases;

    ByHandSettings(SettingsModel model, SettingRows rows, Messages words) {
        this.model = model;
        this.rows = rows;
        this.words = words;
        this.phrases = new Phrases(words);
    }

    List<Node> nodes() {
        return List.of(
                rows.pick(
                        Setting.USUAL,
                        words.say("ui.settings.usual"),
                        face -> Spans.ofStatus(known(face.settings())),
                        new Pick<>(
                                        Setting.USUAL.id(),
                                        words.say("ui.settings.usual"),
                                        phrases::span,
                                        (Duration span) -> model.set(Setting.USUAL, span))
                                .typed(SettingsModel::span, () -> model.misread(Setting.USUAL))),
                offered(),
                rows.words(Setting.LEAVE_ON_QUIT, Setting.LEAVE_ON_QUIT.id(), words),
                Parts.fold("single", words.say("ui.settings.single"), single()));
    }

    List<Node> hours() {
        return List.of(days(), times());
    }

    private static Stream<Duration> known(Settings settings) {
        return Stream.of(
                        settings.habits().offered().stream(),
                        settings.habits().byChoice().values().stream(),
                        Stream.of(settings.habits().usual()))
                .flatMap(spans -> spans);
    }

    private VBox single() {
        VBox all = new VBox();
        all.getStyleClass().add("settings-part");
        for (Choice choice : Choice.values()) {
            Setting<Optional<Duration>> setting = Setting.lasting(choice);
            String name = words.say("choice." + choice.word());
            Pick<Optional<Duration>> pick = new Pick<Optional<Duration>>(
                            setting.id(), name, this::asUsualOr, span -> model.set(setting, span))
                    .typed(typed -> SettingsModel.span(typed).map(Optional::of), () -> model.misread(setting));
            all.getChildren().add(rows.pick(setting, name, ByHandSettings::asUsualOrLonger, pick));
        }
        return all;
    }

    private static List<Optional<Duration>> asUsualOrLonger(SettingsViewState face) {
        return Stream.concat(
                        Stream.of(Optional.<Duration>empty()),
                        Spans.ofStatus(known(face.settings())).stream().map(Optional::of))
                .toList();
    }

    private String asUsualOr(Optional<Duration> span) {
        return span.map(phrases::span).orElseGet(() -> words.say("ui.settings.as-usual"));
    }

    /** What menus offer: each with a button to take it away, and a field for one more. */
    private Node offered() {
        String name = words.say("ui.settings.offered");
        FlowPane spans = new FlowPane();
        spans.getStyleClass().add("chips");
        TextField more = new TextField();
        more.setId("offered-more");
        more.setPromptText(words.say("ui.settings.offered.example"));
        more.setAccessibleText(words.say("ui.settings.offered.more"));
        Button add = Parts.button(new Button(words.say("ui.settings.offered.add")), "offered-add", () -> add(more));
        more.setOnAction(event -> add(more));
        HBox line = new HBox(more, add);
        line.getStyleClass().add("setting-line");
        rows.onFace(face -> draw(spans, Setting.OFFERED.of().apply(face.settings())));
        return SettingRows.group(new Label(name), spans, line, rows.said(Setting.OFFERED.id()));
    }

    private void add(TextField more) {
        if (model.offer(more.getText())) {
            more.clear();
        }
    }

    private void draw(FlowPane pane, List<Duration> spans) {
        if (!spans.equals(pane.getUserData())) {
            pane.setUserData(spans);
            pane.getChildren().setAll(spans.stream().map(this::chip).toList());
        }
    }

    private Node chip(Duration span) {
        String text = phrases.span(span);
        Button away = Parts.button(
                new Button("\u00d7"), "offered-" + span.toMinutes(), () -> model.offerNoMore(span), Styles.FLAT);
        away.setAccessibleText(words.say("ui.settings.offered.remove", text));
        HBox chip = new HBox(new Label(text), away);
        chip.getStyleClass().add("span-chip");
        return chip;
    }

    /** In the order of the reader's calendar. */
    private Node days() {
        DayOfWeek first = WeekFields.of(words.locale()).getFirstDayOfWeek();
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("working-days");
        IntStream.range(0, 7).mapToObj(first::plus).map(this::day).forEach(pane.getChildren()::add);
        return SettingRows.group(new Label(words.say("ui.settings.days")), pane, rows.said(Setting.DAYS.id()));
    }

    private CheckBox day(DayOfWeek day) {
        CheckBox box = SettingRows.checkBox(
                "day-" + day.getValue(),
                day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()),
                works -> model.work(day, works));
        box.setAccessibleText(day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
        rows.onFace(
                face -> box.setSelected(Setting.DAYS.of().apply(face.settings()).contains(day)));
        return box;
    }

    private Node times() {
        HBox line = new HBox(time(Setting.START, "start"), new Label("\u2013"), time(Setting.END, "end"));
        line.getStyleClass().add("setting-line");
        return SettingRows.group(
                Parts.saying("hours-name", words.say("ui.settings.hours")),
                line,
                rows.said(Setting.START.id()),
                rows.said(Setting.END.id()));
    }

    private Pick<LocalTime> time(Setting<LocalTime> setting, String word) {
        Pick<LocalTime> pick = new Pick<>(
                        setting.id(),
                        words.say("ui.settings.hours." + word),
                        CLOCK::format,
                        (LocalTime time) -> model.set(setting, time))
                .typed(TypedTimes::timeOfDay, () -> model.misread(setting));
        pick.setMinWidth(TIME_WIDTH);
        pick.setPrefWidth(TIME_WIDTH);
        rows.draw(setting, face -> Spans.ofDay(setting.of().apply(face.settings())), pick);
        return pick;
    }
}
