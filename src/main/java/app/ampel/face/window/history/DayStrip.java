package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Stretch;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.TeamsColour;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A day as a strip of colours, from midnight to midnight, on one canvas. The busier, the higher; a call is as high as the
 * strip, so that it can be told without colours. The mouse points at spans, and so do the arrow keys.
 */
final class DayStrip extends Region {

    private static final Color LINE = Color.gray(0.5, 0.3);
    private static final double THINNEST = 1;
    private static final double EDGE = 1;

    private final Canvas canvas = new Canvas();
    private final Region now = new Region();
    private Day day;
    private Stretch stretch;
    private double passed;
    private Consumer<Optional<Span>> pointed = span -> {};
    private int at = -1;

    DayStrip(double height) {
        getStyleClass().add("day-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        now.getStyleClass().add("day-now");
        now.setVisible(false);
        now.setManaged(false);
        now.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().addAll(canvas, now);
        setOnMouseMoved(event -> point(stretch.at(day, event.getX() / getWidth())));
        setOnMouseExited(event -> point(Optional.empty()));
    }

    /** How high a presence stands, from 0 to 1. */
    static double height(Presence presence) {
        return switch (PresenceKind.of(presence)) {
            case IN_A_CALL -> 1;
            case FOCUSING, IN_A_MEETING, DO_NOT_DISTURB, BUSY -> 0.66;
            case AVAILABLE -> 0.44;
            case AWAY, OUT_OF_OFFICE -> 0.3;
            case OFFLINE, UNKNOWN -> 0.14;
        };
    }

    /** Tells {@code listener} which span is pointed at, or that none is. */
    void onPoint(Consumer<Optional<Span>> listener) {
        pointed = listener;
    }

    /** Lets the arrow keys move from span to span. */
    void byKeys() {
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        focusedProperty().addListener((property, before, focused) -> {
            at = -1;
            point(Optional.empty());
        });
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0 && !day.spans().isEmpty()) {
            int last = day.spans().size() - 1;
            at = at < 0 ? (step > 0 ? 0 : last) : Math.max(0, Math.min(last, at + step));
            point(Optional.of(day.spans().get(at)));
            event.consume();
        }
    }

    private void point(Optional<Span> span) {
        pointed.accept(span);
    }

    /** @param spoken the same in words */
    void show(Day shown, Stretch hours, String spoken) {
        setAccessibleText(spoken);
        if (!shown.equals(day) || !hours.equals(stretch)) {
            day = shown;
            stretch = hours;
            draw();
        }
    }

    /** Marks a moment, as far as it can be seen. */
    void mark(Instant moment) {
        passed = stretch.share(day, moment);
        now.setVisible(passed > 0 && passed < 1);
        place();
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        if (canvas.getWidth() != width || canvas.getHeight() != getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(getHeight());
            draw();
        }
        place();
    }

    private void place() {
        double thick = now.prefWidth(-1);
        now.resizeRelocate(snapPositionX(passed * (getWidth() - thick)), 0, thick, getHeight());
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (day == null || width <= 0) {
            return;
        }
        pen.setFill(LINE);
        for (int hour : stretch.marks()) {
            pen.fillRect(Math.round(stretch.share(day, hour) * width), 0, 1, height);
        }
        for (Span span : day.spans()) {
            double left = stretch.share(day, span.from()) * width;
            double wide = Math.max(THINNEST, stretch.share(day, span.to()) * width - left);
            double high = Math.max(2, height * height(span.presence()));
            TeamsColour hue = Look.of(span.presence()).hue();
            pen.setFill(Color.web(hue.edge()));
            pen.fillRect(left, height - high, wide, high);
            pen.setFill(Color.web(hue.web()));
            pen.fillRect(left + EDGE, height - high + EDGE, wide - 2 * EDGE, high - 2 * EDGE);
        }
    }
}
