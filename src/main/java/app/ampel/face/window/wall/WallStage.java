package app.ampel.face.window.wall;

import app.ampel.face.window.kit.Ticker;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallState;
import app.ampel.service.wall.WallTheme;
import app.ampel.service.wall.WallWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** One opened wall: its window, its keys, and what happens by time alone. On the toolkit's thread. */
final class WallStage {

    /** Long enough for a glance at the pointer, and at the keys that are shown with it. */
    static final Duration POINTER_RESTS = Duration.ofSeconds(2);

    /** Of the screen, as a window. */
    private static final double HALF = 0.5;

    private static final Duration PACE = Duration.ofMillis(500);

    /**
     * What it is made of.
     *
     * @param now by the clock that what is known goes by
     * @param up how long the computer has been up
     * @param still whether nothing shall move
     */
    record Around(WallWords words, Supplier<Instant> now, Supplier<Duration> up, BooleanSupplier still) {}

    private final Around around;
    private final WallWindow.Commands commands;
    private final WallPane pane;
    private final Scene scene;
    private final Ticker ticker = new Ticker(() -> Platform.runLater(this::tick));
    private Stage stage;
    private WallState state;
    private Duration pointed;

    WallStage(WallRequest request, WallTheme theme, Around around, WallWindow.Commands commands, WallState state) {
        this.around = around;
        this.commands = commands;
        this.state = state;
        WallColours colours = WallColours.of(theme);
        pane = new WallPane(around.words(), colours, around.up().get());
        pointed = around.up().get();
        scene = new Scene(pane, Color.web(colours.background()));
        scene.setOnKeyPressed(this::press);
        scene.setOnMouseMoved(moved -> point());
        scene.setOnMouseClicked(this::click);
        List<Screen> screens = Screen.getScreens();
        open(screens.get(Math.min(screens.size(), request.monitor().orElse(1)) - 1), true);
        show(state);
        point();
        ticker.run(true, PACE);
    }

    private void open(Screen screen, boolean full) {
        stage = new Stage();
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        // Escape closes; what leaves full screen is told by its key.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnCloseRequest(asked -> {
            asked.consume();
            commands.close();
        });
        // Where it is when it goes full screen says on which.
        place(screen, full ? 1 : HALF);
        stage.show();
        stage.setFullScreen(full);
    }

    /** In the middle of the screen. */
    private void place(Screen screen, double share) {
        Rectangle2D bounds = screen.getVisualBounds();
        stage.setWidth(bounds.getWidth() * share);
        stage.setHeight(bounds.getHeight() * share);
        stage.setX(bounds.getMinX() + bounds.getWidth() * (1 - share) / 2);
        stage.setY(bounds.getMinY() + bounds.getHeight() * (1 - share) / 2);
    }

    /** From full screen to a window that leaves room for others, and back. */
    private void changeSize() {
        boolean full = !stage.isFullScreen();
        Screen here = screens().get(0);
        stage.setFullScreen(full);
        if (!full) {
            place(here, HALF);
        }
    }

    /** The one that it is on first, then the others in their order. */
    private List<Screen> screens() {
        List<Screen> all = Screen.getScreens();
        List<Screen> here =
                Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        int first = here.isEmpty() ? 0 : all.indexOf(here.get(0));
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((first + i) % all.size()))
                .toList();
    }

    void show(WallState latest) {
        state = latest;
        WallViewState view = around.words().of(latest, around.now().get());
        stage.setTitle(around.words().say("wall.window", view.title()));
        pane.show(view, around.up().get());
    }

    private void tick() {
        if (!stage.isShowing()) {
            return;
        }
        pane.show(around.words().of(state, around.now().get()), around.up().get());
        turn(pane.pager().at(around.up().get()));
        if (around.up().get().minus(pointed).compareTo(POINTER_RESTS) >= 0) {
            rest();
        }
    }

    private void turn(WallPager other) {
        if (!other.equals(pane.pager())) {
            pane.turn(other, around.still().getAsBoolean());
        }
    }

    /** Somebody is at the keyboard or moves the mouse. */
    private void point() {
        pointed = around.up().get();
        scene.setCursor(Cursor.DEFAULT);
        pane.keys(true);
    }

    private void rest() {
        scene.setCursor(Cursor.NONE);
        pane.keys(pane.isFailed());
    }

    private void press(KeyEvent event) {
        Duration now = around.up().get();
        WallPager pager = pane.pager();
        KeyCode key = event.getCode();
        switch (key) {
            case ESCAPE -> commands.close();
            case SPACE -> turn(pager.toggled(now));
            case RIGHT, DOWN, PAGE_DOWN -> turn(pager.next(now));
            case LEFT, UP, PAGE_UP -> turn(pager.previous(now));
            case F, F11 -> changeSize();
            case M -> moveOn();
            case ENTER -> again();
            default -> point();
        }
    }

    private void again() {
        if (pane.isFailed()) {
            commands.again();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            changeSize();
        }
    }

    /** To the next monitor, by another window: many window managers move no window that is full screen. */
    private void moveOn() {
        List<Screen> screens = screens();
        if (screens.size() == 1) {
            return;
        }
        Stage left = stage;
        open(screens.get(1), left.isFullScreen());
        stage.setTitle(left.getTitle());
        left.close();
    }

    void close() {
        ticker.stop();
        stage.close();
        stage.setScene(null);
    }
}
