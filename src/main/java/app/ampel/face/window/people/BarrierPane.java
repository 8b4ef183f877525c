package app.ampel.face.window.people;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.PeopleViewState.Barrier;
import app.ampel.face.window.people.PeopleViewState.Step;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says why there is no watch list, and offers what helps. */
final class BarrierPane extends VBox {

    private final Label text = Parts.text("people-barrier");
    private final Label still = Parts.text("people-still", Styles.TEXT_MUTED);
    private final FlowPane buttons = new FlowPane();
    private final Map<Step, Button> steps = new EnumMap<>(Step.class);
    private List<Step> shown = List.of();

    BarrierPane(Messages words, Consumer<Step> verb) {
        getStyleClass().add("watch-list");
        buttons.getStyleClass().add("left");
        Stream.of(Step.values()).forEach(step -> {
            Button button = new Button(words.say("ui.people.step." + step.word()));
            steps.put(step, Parts.button(button, "people-step-" + step.word(), () -> verb.accept(step)));
        });
        getChildren().addAll(text, still, buttons);
    }

    void show(Barrier barrier) {
        text.setText(barrier.text());
        still.setText(barrier.still());
        if (shown.equals(barrier.steps())) {
            return;
        }
        shown = barrier.steps();
        boolean focused = buttons.getChildren().stream().anyMatch(Node::isFocused);
        buttons.getChildren().setAll(shown.stream().map(steps::get).toList());
        steps.values().forEach(button -> button.getStyleClass().remove(Styles.ACCENT));
        shown.stream().findFirst().map(steps::get).ifPresent(first -> {
            first.getStyleClass().add(Styles.ACCENT);
            if (focused) {
                first.requestFocus();
            }
        });
    }

    Node first() {
        return buttons.getChildren().isEmpty() ? text : buttons.getChildren().get(0);
    }
}
