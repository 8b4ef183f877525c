package app.ampel.face.window.settings;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Pick;
import app.ampel.face.window.kit.QuestionBar;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the settings page's rows, one for a setting, and draws all of them. */
final class SettingRows {

    private final SettingsModel model;
    private final List<Consumer<SettingsViewState>> drawn = new ArrayList<>();
    private final List<QuestionBar> questions = new ArrayList<>();

    SettingRows(SettingsModel model) {
        this.model = model;
    }

    void show(SettingsViewState face) {
        drawn.forEach(each -> each.accept(face));
    }

    /** Has something drawn with every face. */
    void onFace(Consumer<SettingsViewState> draw) {
        drawn.add(draw);
    }

    /** A setting that is one of few words, each of which has a key below {@code ui.settings.} and {@code group}. */
    <T> Node words(Setting<T> setting, String group, Messages words) {
        return pick(
                setting,
                words.say("ui.settings." + setting.id()),
                value -> words.say("ui.settings." + group + "." + setting.word().apply(value)),
                face -> setting.choices());
    }

    /** A name, a list to pick from, and below what is to be said about it. */
    <T> Node pick(
            Setting<T> setting, String name, Function<T, String> text, Function<SettingsViewState, List<T>> options) {
        return pick(setting, name, options, new Pick<>(setting.id(), name, text, value -> model.set(setting, value)));
    }

    /** The same for a list whose values can be typed, too. */
    <T> Node pick(Setting<T> setting, String name, Function<SettingsViewState, List<T>> options, Pick<T> pick) {
        draw(setting, options, pick);
        return row(name, pick, said(setting.id()));
    }

    <T> void draw(Setting<T> setting, Function<SettingsViewState, List<T>> options, Pick<T> pick) {
        onFace(face -> {
            pick.show(options.apply(face), setting.of().apply(face.settings()));
            pick.setDisable(face.isLocked(setting.id()));
        });
    }

    static Node row(String name, Node control, Node said) {
        Label label = new Label(name);
        label.setWrapText(true);
        label.setLabelFor(control);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(label, control);
        line.getStyleClass().add("setting-line");
        return group(line, said);
    }

    static VBox group(Node... nodes) {
        VBox row = new VBox(nodes);
        row.getStyleClass().add("setting");
        return row;
    }

    Node check(Setting<Boolean> setting, String name) {
        CheckBox box = checkBox(setting.id(), name, on -> model.set(setting, on));
        onFace(face -> {
            box.setSelected(setting.of().apply(face.settings()));
            box.setDisable(face.isLocked(setting.id()));
        });
        return group(box, said(setting.id()));
    }

    /** The same for what is usually one or the other where nothing is said. */
    Node check(Setting<Optional<Boolean>> setting, boolean usually, String name) {
        CheckBox box = checkBox(setting.id(), name, on -> model.set(setting, Optional.of(on)));
        onFace(face -> {
            box.setSelected(setting.of().apply(face.settings()).orElse(usually));
            box.setDisable(face.isLocked(setting.id()));
        });
        return group(box, said(setting.id()));
    }

    static FlowPane buttons(Node... buttons) {
        FlowPane pane = new FlowPane(buttons);
        pane.getStyleClass().add("chips");
        return pane;
    }

    /**
     * A question about something that cannot be undone at a click.
     *
     * @param id of its parts, and of the button that asks it
     * @param key its words are below
     * @param asks whether it is asked
     * @param asked what asks it
     */
    void question(
            String id,
            String key,
            Messages words,
            Predicate<SettingsViewState> asks,
            Node asked,
            Consumer<Boolean> then) {
        QuestionBar question = new QuestionBar(id + "-question", () -> asked);
        List<QuestionBar.Answer> answers = List.of(
                new QuestionBar.Answer(
                        id + "-yes", words.say(key + ".yes"), QuestionBar.Kind.DESTROYS, () -> then.accept(true)),
                new QuestionBar.Answer(
                        id + "-no", words.say("ui.cancel"), QuestionBar.Kind.PLAIN, () -> then.accept(false)));
        questions.add(question);
        onFace(face -> {
            if (asks.test(face)) {
                if (!question.isVisible()) {
                    asked.requestFocus();
                }
                question.ask(words.say(key + ".question"), answers);
            } else {
                question.withdraw();
            }
        });
    }

    /** All that may be asked. */
    List<QuestionBar> questions() {
        return List.copyOf(questions);
    }

    static CheckBox checkBox(String id, String name, Consumer<Boolean> told) {
        CheckBox box = new CheckBox(name);
        Parts.button(box, id, () -> told.accept(box.isSelected()));
        box.setWrapText(true);
        return box;
    }

    /** What did not work with a setting, or why it cannot be changed. */
    Label said(String id) {
        Label said = Parts.text(id + "-said");
        onFace(face -> {
            said.setText(face.said(id));
            said.getStyleClass().removeAll(Styles.DANGER, Styles.TEXT_MUTED);
            said.getStyleClass().add(face.troubles().containsKey(id) ? Styles.DANGER : Styles.TEXT_MUTED);
        });
        return said;
    }
}
