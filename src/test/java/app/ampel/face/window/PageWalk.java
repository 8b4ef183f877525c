package app.ampel.face.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.ScreenLight;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.frame.SeenFlag;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.window.Section;
import com.sun.javafx.scene.NodeHelper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every page of the window, with as much on it as there can be, for rules that hold on all of them. Pages come from the
 * list of sections, so that a new one is walked over without a word here.
 */
public final class PageWalk implements AutoCloseable {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<Span> DAYS = List.of(
            Spans.span("2026-11-19T12:00:00Z", "2026-11-19T12:40:00Z", Spans.IN_A_CALL),
            Spans.span("2026-11-20T07:00:00Z", "2026-11-20T08:00:00Z", Spans.AVAILABLE),
            Spans.span("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", Spans.IN_A_MEETING),
            Spans.span("2026-11-20T09:00:00Z", "2026-11-20T10:30:00Z", Spans.AWAY));

    /** Where one can be in the window, and the way there. */
    public record Stop(String name, Consumer<PageWalk> way) {
        @Override
        public String toString() {
            return name;
        }
    }

    public final FxRobot robot = new FxRobot();
    public final TestProgram program = new TestProgram(lit(call()));
    private final Path libraries;
    private final boolean dark;
    private Windows windows;

    /** @param libraries where JavaFX unpacks its own */
    public PageWalk(Path libraries, boolean dark) {
        this.libraries = libraries;
        this.dark = dark;
    }

    /** Closing asks. */
    private static final class NeverSaid implements SeenFlag {
        @Override
        public boolean said() {
            return false;
        }

        @Override
        public void say() {}
    }

    /** All of them. */
    public static Stream<Stop> stops() {
        return Stream.concat(Stream.of(Section.values()).map(PageWalk::page), others());
    }

    private static Stop page(Section section) {
        return new Stop(section.word(), walk -> {
            walk.program.firstRun.demo = true;
            walk.program.have(walk.program
                    .settings()
                    .withHistory(new HistorySettings(true, 30))
                    .withScreenLight(ScreenLight.USUAL.withShown(true)));
            walk.program.history.spans = DAYS;
            walk.open(lit(call()));
            walk.press("section-" + section.word());
            walk.unfold();
        });
    }

    private static Stream<Stop> others() {
        return Stream.of(
                new Stop("status, signed out", walk -> walk.open(Snapshots.unlit(Moments.signedOut()))),
                new Stop("status, asked to close", walk -> {
                    walk.open(lit(call()));
                    walk.robot.push(KeyCode.CONTROL, KeyCode.W);
                    walk.settle();
                }),
                new Stop("welcome", PageWalk::welcomed),
                new Stop("registration", walk -> {
                    walk.welcomed();
                    walk.press("welcome-sign-in");
                    walk.press("register-ask");
                    walk.unfold();
                }),
                new Stop("code", walk -> {
                    walk.open(Snapshots.unlit(Moments.signedOut()));
                    walk.press("sign-in");
                    walk.become(Moments.asked(Moments.code("ABCD-EFGH")));
                    walk.unfold();
                }),
                new Stop("failed sign-in", walk -> {
                    walk.open(Snapshots.unlit(Moments.signedOut()));
                    walk.press("sign-in");
                    walk.program.failLast(Problem.Kind.BLOCKED_BY_POLICY);
                    walk.settle();
                }),
                new Stop("signed in", walk -> {
                    walk.program.firstRun.first = true;
                    walk.open(Snapshots.unlit(Moments.asked(Moments.code("ABCD-EFGH"))));
                    walk.become(Moments.signedIn());
                }));
    }

    private static Snapshot call() {
        Snapshot set = Moments.set(Choice.IN_A_CALL, QUARTER, QUARTER, ManualStatus.State.IN_EFFECT);
        return Snapshots.of(set.reading(), set.manual(), AccountState.signedIn(Snapshots.ADA));
    }

    private static Overview lit(Snapshot snapshot) {
        return Snapshots.lit(
                snapshot,
                List.of(
                        Snapshots.light("a", LightState.Condition.OK),
                        Snapshots.light("b", LightState.Condition.GONE),
                        Snapshots.light("c", LightState.Condition.NO_PERMISSION)));
    }

    private void welcomed() {
        program.firstRun.first = true;
        program.have(Settings.DEFAULT);
        open(Snapshots.unlit(Moments.signedOut()));
    }

    /** Opens the window there. */
    public PageWalk at(Stop stop) {
        stop.way().accept(this);
        settle();
        return this;
    }

    private void open(Overview overview) {
        // Nothing is half there while it is looked at.
        program.change(settings -> settings.withLooks(settings.looks().with(Looks.Motion.REDUCED)));
        program.snapshot = overview.snapshot();
        program.states = overview.lights();
        program.now = overview.snapshot().now();
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                new NeverSaid(),
                () -> dark,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        settle();
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    public void become(Snapshot next) {
        program.become(Snapshots.unlit(next));
        settle();
    }

    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses a button, whatever has the focus. */
    public void press(String id) {
        robot.interact(() -> ((ButtonBase) root().lookup("#" + id)).fire());
        settle();
    }

    /** Closes menus and lists. */
    public void closePopups() {
        robot.interact(() -> shown().filter(PopupWindow.class::isInstance).forEach(Window::hide));
        settle();
    }

    /** Shows whatever a page keeps folded, and the longest form there is. */
    public void unfold() {
        for (int depth = 0; depth < 2; depth++) {
            robot.interact(() -> all(root()).filter(PageWalk::isSeen).forEach(PageWalk::unfold));
            settle();
        }
    }

    private static void unfold(Node node) {
        if (node instanceof TitledPane pane) {
            pane.setExpanded(true);
        } else if (node instanceof ComboBox<?> box && "add-speaks".equals(box.getId())) {
            box.getSelectionModel().selectLast();
        }
    }

    public Scene scene() {
        return shown().filter(Stage.class::isInstance).findFirst().orElseThrow().getScene();
    }

    public Parent root() {
        return scene().getRoot();
    }

    /** A node and all below it, from the first to the last. */
    public static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        new ArrayList<>(parent.getChildrenUnmodifiable())
                                .stream().flatMap(PageWalk::all))
                : Stream.of(node);
    }

    public static boolean isSeen(Node node) {
        return node.getScene() != null && NodeHelper.isTreeVisible(node);
    }

    /** What Tab has to lead to. */
    public List<Node> controls() {
        return all(root())
                .filter(node -> node.isFocusTraversable() && isSeen(node) && !node.isDisabled())
                .toList();
    }

    /** For the message of a failure. */
    public static String name(Node node) {
        return node == null
                ? "nothing"
                : node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass();
    }

    @Override
    public void close() {
        if (windows != null) {
            windows.close();
            await().until(() -> shown().findAny().isEmpty());
        }
    }
}
