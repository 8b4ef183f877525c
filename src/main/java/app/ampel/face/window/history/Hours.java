package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Stretch;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The hours below a strip, each where it is on that day: it may have 23 hours, or 25. */
final class Hours extends Pane {

    private Day day;
    private Stretch stretch;
    private List<Integer> marks = List.of();

    Hours() {
        getStyleClass().add("hours");
        setMinWidth(0);
    }

    void show(Day shown, Stretch hours) {
        day = shown;
        if (!hours.equals(stretch)) {
            stretch = hours;
            marks = hours.marks();
            getChildren()
                    .setAll(marks.stream()
                            .map(hour -> new Label(String.format(Locale.ROOT, "%02d:00", hour)))
                            .toList());
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream()
                .mapToDouble(label -> label.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < marks.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double wide = label.prefWidth(-1);
            double left = stretch.share(day, marks.get(i)) * getWidth() - wide / 2;
            double within = Math.max(0, Math.min(left, getWidth() - wide));
            label.resizeRelocate(snapPositionX(within), 0, wide, label.prefHeight(-1));
        }
    }
}
