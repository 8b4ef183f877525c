package app.ampel.face.window.wall;

import app.ampel.domain.people.Wall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * What is drawn: above, of whom it is, how many are there and when that was true; below, who was left out and the page; between
 * them people, or a sentence. On the toolkit's thread. No control of JavaFX's: the wall needs no theme.
 */
final class WallPane extends Region {

    // In heights of the screen.
    private static final double MARGIN = 0.03;
    private static final double HEAD = 0.135;
    private static final double FOOT = 0.065;
    private static final double TITLE = 0.042;
    private static final double COUNTS = 0.028;
    private static final double CLOCK = 0.032;
    private static final double NOTE = 0.0185;
    private static final double SENTENCE = 0.038;

    /** No note is smaller, however small the window. */
    private static final double LEAST = 11;

    private static final double FADE_MILLIS = 160;

    private final WallWords words;
    private final WallColours colours;
    private final WallGrid grid;
    private final Text title = text("wall-title");
    private final Text counts = text("wall-counts");
    private final Text clock = text("wall-clock");
    private final Text page = text("wall-page");
    private final Text note = text("wall-note");
    private final Text keys = text("wall-keys");
    private final Text sentence = text("wall-sentence");
    private final Ruler ruler = new Ruler();
    private final Line rule = new Line();
    private Optional<WallLayout> layout = Optional.empty();
    private WallViewState shown = WallViewState.sentence("", "", false);
    private WallPager pager;

    /** What the grid shows: it is not drawn again for the same. */
    private Optional<List<Wall.Row>> drawn = Optional.empty();

    WallPane(WallWords words, WallColours colours, Duration now) {
        this.words = words;
        this.colours = colours;
        this.grid = new WallGrid(words, colours);
        this.pager = WallPager.starting(now);
        setId("wall");
        setAccessibleRole(AccessibleRole.PARENT);
        setBackground(
                new Background(new BackgroundFill(Color.web(colours.background()), CornerRadii.EMPTY, Insets.EMPTY)));
        rule.setStroke(Color.web(colours.line()));
        sentence.setTextAlignment(TextAlignment.CENTER);
        for (Text each : List.of(title, sentence)) {
            each.setFill(Color.web(colours.text()));
        }
        getChildren().setAll(title, counts, clock, rule, grid, sentence, note, keys, page);
    }

    private static Text text(String id) {
        Text text = new Text();
        text.setId(id);
        text.setTextOrigin(VPos.TOP);
        return text;
    }

    WallPager pager() {
        return pager;
    }

    /** Whether it waits for somebody who tries again. */
    boolean isFailed() {
        return shown.failed();
    }

    /** From now on that is so. */
    void show(WallViewState state, Duration now) {
        shown = state;
        arrange(now, false);
    }

    /**
     * Another page, or the same at another time.
     *
     * @param still whether nothing moves on its way
     */
    void turn(WallPager other, boolean still) {
        boolean turns = other.page() != pager.page();
        pager = other;
        arrange(other.since(), turns && !still);
    }

    /** What can be done with the keyboard; empty: nobody wants to know. */
    void keys(boolean visible) {
        keys.setVisible(visible);
        note.setVisible(!visible);
    }

    private void arrange(Duration now, boolean fades) {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        int people = shown.rows().size();
        WallLayout fitting = fitting();
        layout = Optional.of(fitting);
        pager = pager.of(fitting.pages(people), now);
        List<Wall.Row> onPage = shown.rows()
                .subList(
                        Math.min(people, pager.page() * fitting.capacity()),
                        Math.min(people, (pager.page() + 1) * fitting.capacity()));
        if (!drawn.equals(Optional.of(onPage)) || fades) {
            drawn = Optional.of(List.copyOf(onPage));
            grid.show(onPage, people, fitting);
            if (fades) {
                fadeIn();
            }
        }
        say();
        requestLayout();
    }

    private WallLayout fitting() {
        boolean mails =
                shown.rows().stream().anyMatch(row -> row.person().mail().isPresent());
        double head = getHeight() * HEAD;
        WallLayout.Area area = new WallLayout.Area(
                Math.max(1, getWidth() - 2 * margin()),
                Math.max(1, getHeight() - head - getHeight() * FOOT),
                getHeight(),
                mails);
        int people = shown.rows().size();
        WallLayout fitting =
                layout.map(before -> before.following(area, people)).orElseGet(() -> WallLayout.of(area, people));
        if (!layout.equals(Optional.of(fitting))) {
            drawn = Optional.empty();
        }
        return fitting;
    }

    private void fadeIn() {
        FadeTransition fade = new FadeTransition(javafx.util.Duration.millis(FADE_MILLIS), grid);
        fade.setFromValue(0.25);
        fade.setToValue(1);
        fade.play();
    }

    private double margin() {
        return getHeight() * MARGIN;
    }

    private void say() {
        Paint muted = Color.web(colours.muted());
        Paint warning = Color.web(colours.warning());
        boolean paused = pager.paused() && pager.pages() > 1;
        counts.setText(shown.counts());
        counts.setFill(muted);
        clock.setText(shown.asOf());
        clock.setFill(shown.old() ? warning : Color.web(colours.text()));
        page.setText(pageWords());
        page.setFill(paused ? warning : muted);
        boolean trouble = !shown.trouble().isEmpty() && shown.sentence().isEmpty();
        note.setText(trouble ? shown.trouble() : shown.leftOut());
        note.setFill(trouble ? warning : muted);
        keys.setText(words.say(shown.failed() ? "wall.keys.failed" : "wall.keys"));
        keys.setFill(muted);
        sentence.setText(shown.sentence().orElse(""));
        grid.setVisible(shown.sentence().isEmpty());
        setAccessibleText(shown.sentence()
                .orElseGet(() -> words.say("wall.heard", shown.title(), shown.counts(), shown.asOf(), page.getText())));
    }

    private String pageWords() {
        if (pager.pages() == 1) {
            return "";
        }
        return words.say(pager.paused() ? "wall.page.paused" : "wall.page", pager.page() + 1, pager.pages());
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double margin = margin();
        double right = getWidth() - margin;
        font(title, TITLE, FontWeight.BOLD);
        font(counts, COUNTS, FontWeight.NORMAL);
        font(clock, CLOCK, FontWeight.BOLD);
        font(page, COUNTS, FontWeight.NORMAL);
        font(note, NOTE, FontWeight.NORMAL);
        font(keys, NOTE, FontWeight.NORMAL);
        font(sentence, SENTENCE, FontWeight.NORMAL);
        double top = margin * 0.7;
        double clockWidth = width(clock);
        clock.relocate(right - clockWidth, top + (height(title) - height(clock)) / 2);
        title.setText(ruler.cut(shown.title(), title.getFont(), getWidth() - 3 * margin - clockWidth));
        title.relocate(margin, top);
        double second = top + height(title);
        counts.relocate(margin, second);
        page.relocate(right - width(page), second);
        double line = height * HEAD - margin * 0.5;
        rule.setStartX(margin);
        rule.setEndX(right);
        rule.setStartY(line);
        rule.setEndY(line);
        grid.resizeRelocate(margin, height * HEAD, getWidth() - 2 * margin, height * (1 - HEAD - FOOT));
        double foot = height * (1 - FOOT) + (height * FOOT - height(note)) / 2;
        note.relocate(margin, foot);
        keys.relocate(margin, foot);
        double wide = (getWidth() - 2 * margin) * 0.75;
        sentence.setWrappingWidth(wide);
        sentence.relocate((getWidth() - wide) / 2, (height - height(sentence)) / 2);
    }

    private void font(Text text, double share, FontWeight weight) {
        double size = Math.max(LEAST, getHeight() * share);
        if (text.getFont().getSize() != size) {
            text.setFont(Font.font(null, weight, size));
        }
    }

    private static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    private static double height(Text text) {
        return text.getLayoutBounds().getHeight();
    }

    /** It has another size, so that another many fit on a page. */
    @Override
    public void resize(double width, double height) {
        super.resize(width, height);
        arrange(pager.since(), false);
    }
}
