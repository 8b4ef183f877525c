package app.ampel.ui;

import app.ampel.history.Day;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The hours below a strip, each where it is on that day: it may have 23 hours, or 25. */
final class Hours extends Pane {

    private static final List<Integer> SHOWN = List.of(0, 6, 12, 18, 24);

    private Day day;

    Hours() {
        getStyleClass().add("hours");
        setMinWidth(0);
        getChildren()
                .setAll(SHOWN.stream()
                        .map(hour -> new Label(String.format(Locale.ROOT, "%02d:00", hour)))
                        .toList());
    }

    void show(Day shown) {
        if (!shown.equals(day)) {
            day = shown;
            requestLayout();
        }
    }

    private double share(int hour) {
        return hour == 24
                ? 1
                : day.share(day.date().atTime(hour, 0).atZone(day.zone()).toInstant());
    }

    @Override
    protected double computePrefHeight(double width) {
        return labels().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        if (day == null) {
            return;
        }
        for (int i = 0; i < SHOWN.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double wide = label.prefWidth(-1);
            double left = share(SHOWN.get(i)) * getWidth() - wide / 2;
            label.resizeRelocate(
                    snapPositionX(Math.max(0, Math.min(left, getWidth() - wide))), 0, wide, label.prefHeight(-1));
        }
    }

    private Stream<Label> labels() {
        return getChildren().stream().map(Label.class::cast);
    }
}
