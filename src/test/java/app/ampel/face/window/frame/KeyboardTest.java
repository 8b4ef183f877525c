package app.ampel.face.window.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.window.Moments;
import app.ampel.face.window.PageWalk;
import app.ampel.face.window.PageWalk.Stop;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.window.Section;
import atlantafx.base.theme.Styles;
import com.sun.javafx.scene.NodeHelper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever has only a keyboard sees where it is on every page, reaches everything and is never thrown out. */
class KeyboardTest {

    /** From the edge of a control to the middle of the ring. */
    private static final double OFF = 3;

    private static final Color LIGHT_RING = Color.web("#0969da");
    private static final Color DARK_RING = Color.web("#58a6ff");

    /** A file chooser needs a desktop. */
    private static final Set<String> OUT_OF_THE_WINDOW = Set.of("import", "export", "history-export");

    /** They end the program, or the window. */
    private static final Set<String> ENDS = Set.of("demo-end", "quit", "close");

    @TempDir
    private static Path libraries;

    private PageWalk walk;

    @AfterEach
    void close() {
        walk.close();
    }

    private void at(Stop stop, boolean dark) {
        walk = new PageWalk(libraries, dark).at(stop);
    }

    private static Stream<Stop> stops() {
        return PageWalk.stops();
    }

    private <T> T asked(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), question::get);
    }

    private Node owner() {
        return asked(() -> walk.scene().getFocusOwner());
    }

    private void push(KeyCode... keys) {
        walk.robot.push(keys);
        walk.settle();
    }

    @ParameterizedTest
    @MethodSource("stops")
    void tabReachesEverythingAndARingIsAroundIt(Stop stop) {
        at(stop, false);
        everythingIsReached(LIGHT_RING);
    }

    @ParameterizedTest
    @MethodSource("stops")
    void theRingIsThereInTheDarkToo(Stop stop) {
        at(stop, true);
        everythingIsReached(DARK_RING);
    }

    private void everythingIsReached(Color ring) {
        List<Node> controls = asked(() -> walk.controls());
        Set<Node> reached = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < controls.size() + 3; i++) {
            push(KeyCode.TAB);
            Node owner = owner();
            if (reached.add(owner)) {
                faults.addAll(asked(() -> ringFaults(owner, ring)));
            }
        }
        List<Node> others =
                controls.stream().filter(control -> !reached.contains(control)).toList();
        assertThat(others.stream().filter(node -> !isReachedByArrows(node, reached)))
                .as("not reached by Tab")
                .isEmpty();
        for (Node other : others) {
            walk.robot.interact(() -> {
                Parts.scrollTo(other);
                NodeHelper.requestFocusVisible(other);
            });
            faults.addAll(asked(() -> ringFaults(other, ring)));
        }
        assertThat(controls).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    /** Of several that exclude each other Tab leads to the one that is chosen. */
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && reached.contains((Node) toggle.getToggleGroup().getSelectedToggle());
    }

    /** The ring is whole, and is gone without the focus. */
    private List<String> ringFaults(Node owner, Color ring) {
        List<Point2D> points = ringPoints(owner);
        if (points.isEmpty()) {
            return List.of(PageWalk.name(owner) + " is out of sight");
        }
        WritableImage with = walk.scene().snapshot(null);
        walk.root().requestFocus();
        WritableImage without = walk.scene().snapshot(null);
        NodeHelper.requestFocusVisible(owner);
        return points.stream()
                .flatMap(point -> isThere(with, point, ring)
                        ? isThere(without, point, ring)
                                ? Stream.of(PageWalk.name(owner) + " has a ring without the focus")
                                : Stream.<String>empty()
                        : Stream.of(PageWalk.name(owner) + " has no ring at " + point))
                .toList();
    }

    /** In the middle of each side, as far as it can be seen. */
    private List<Point2D> ringPoints(Node owner) {
        Node ringed = owner instanceof TitledPane pane ? pane.lookup(".title") : owner;
        Bounds at = ringed.localToScene(ringed.getLayoutBounds());
        Bounds seen = visible(owner);
        double midX = (at.getMinX() + at.getMaxX()) / 2;
        double midY = (at.getMinY() + at.getMaxY()) / 2;
        return Stream.of(
                        new Point2D(midX, at.getMinY() - OFF),
                        new Point2D(midX, at.getMaxY() + OFF),
                        new Point2D(at.getMinX() - OFF, midY),
                        new Point2D(at.getMaxX() + OFF, midY))
                .filter(point -> seen.contains(point))
                .toList();
    }

    private Bounds visible(Node owner) {
        for (Node outside = owner.getParent(); outside != null; outside = outside.getParent()) {
            if (outside instanceof ScrollPane scroll) {
                return scroll.localToScene(scroll.getLayoutBounds());
            }
        }
        return walk.root().getLayoutBounds();
    }

    private static boolean isThere(WritableImage picture, Point2D point, Color ring) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                int x = (int) point.getX() + dx;
                int y = (int) point.getY() + dy;
                if (x >= 0 && y >= 0 && x < picture.getWidth() && y < picture.getHeight()) {
                    Color found = picture.getPixelReader().getColor(x, y);
                    double away = Math.abs(found.getRed() - ring.getRed())
                            + Math.abs(found.getGreen() - ring.getGreen())
                            + Math.abs(found.getBlue() - ring.getBlue());
                    if (away < 0.1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("stops")
    void whatIsPointedAtIsLargeEnough(Stop stop) {
        at(stop, false);
        assertThat(asked(() -> walk.controls().stream()
                        .map(node -> node instanceof TitledPane pane ? pane.lookup(".title") : node)
                        .filter(node -> node.getLayoutBounds().getWidth() < 24
                                || node.getLayoutBounds().getHeight() < 24)
                        .map(node -> PageWalk.name(node) + " " + node.getLayoutBounds())
                        .toList()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stops")
    void whateverIsPressedTheFocusStaysWhereOneIs(Stop stop) {
        at(stop, false);
        List<String> faults = new ArrayList<>();
        List<Node> controls = asked(() -> walk.controls()).stream()
                .filter(node -> !isInTheFrame(node) && !OUT_OF_THE_WINDOW.contains(Objects.toString(node.getId())))
                .filter(node -> !ENDS.contains(Objects.toString(node.getId())))
                .toList();
        for (Node control : controls) {
            if (!asked(() -> walk.controls().contains(control))) {
                continue;
            }
            String name = PageWalk.name(control);
            Set<Node> questions = asked(this::questions);
            walk.robot.interact(() -> NodeHelper.requestFocusVisible(control));
            push(KeyCode.SPACE);
            if (asked(() -> !questions.containsAll(questions()))) {
                escape(name).ifPresent(faults::add);
            } else if (asked(() -> !PageWalk.isSeen(control) || control.isDisabled())) {
                lost().map(where -> name + " has lost the focus to " + where).ifPresent(faults::add);
            }
            walk.closePopups();
        }
        assertThat(faults).isEmpty();
    }

    private Optional<String> lost() {
        Node owner = owner();
        boolean fine = asked(() -> owner != null
                && owner != walk.root()
                && PageWalk.isSeen(owner)
                && !owner.isDisabled()
                && owner.isFocusVisible()
                && !isInTheFrame(owner));
        return fine ? Optional.empty() : Optional.of(PageWalk.name(owner));
    }

    /** A question has the focus, and Escape takes it back to where one was. */
    private Optional<String> escape(String name) {
        Node no = owner();
        if (!(no instanceof Button button) || !button.isCancelButton()) {
            return Optional.of(name + " asks, and the focus is at " + PageWalk.name(no));
        }
        push(KeyCode.ESCAPE);
        return asked(() -> PageWalk.isSeen(no))
                ? Optional.of(name + " asks, and Escape is no answer")
                : lost().map(where -> name + " has not got the focus back from its question, but " + where);
    }

    /** Whatever destroys something. */
    private Set<Node> questions() {
        return walk.controls().stream()
                .filter(node -> node instanceof Button button
                        && button.getStyleClass().contains(Styles.DANGER)
                        && !button.getStyleClass().contains(Styles.BUTTON_OUTLINED))
                .collect(Collectors.toSet());
    }

    private static boolean isInTheFrame(Node node) {
        for (Node outside = node; outside != null; outside = outside.getParent()) {
            if (outside.getStyleClass().contains("rail")
                    || outside.getStyleClass().contains("demo-note")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whoeverHasSignedOutIsAtSigningInAndNotAtEndingTheDemo() {
        at(PageWalk.stops().findFirst().orElseThrow(), false);
        walk.robot.interact(() -> walk.root().lookup("#sign-out").requestFocus());
        push(KeyCode.SPACE);
        walk.become(Moments.signedOut());
        assertThat(owner().getId()).isEqualTo("sign-in");
        assertThat(owner().isFocusVisible()).isTrue();
    }

    @Test
    void tabLeavesAFieldOfSeveralLinesAndShiftTabDoes() {
        at(
                PageWalk.stops()
                        .filter(stop -> stop.name().equals(Section.LIGHTS.word()))
                        .findFirst()
                        .orElseThrow(),
                false);
        walk.robot.interact(() -> walk.root().lookup("#add-states").requestFocus());
        push(KeyCode.TAB);
        assertThat(owner().getId()).isEqualTo("add-line-end");
        push(KeyCode.SHIFT, KeyCode.TAB);
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(owner().getId()).isEqualTo("add-off");
    }

    @Test
    void arrowKeysOnTheRailShowThePageThatTheyMark() {
        at(PageWalk.stops().findFirst().orElseThrow(), false);
        walk.robot.interact(() ->
                walk.root().lookup("#section-" + Section.values()[0].word()).requestFocus());
        Set<Object> shown = new LinkedHashSet<>();
        for (Section section : Section.values()) {
            ToggleButton button = asked(() -> (ToggleButton) walk.root().lookup("#section-" + section.word()));
            assertThat(button.isSelected()).as(section.word()).isTrue();
            assertThat(owner()).isSameAs(button);
            shown.add(asked(() -> walk.root().lookup(".page")));
            push(KeyCode.DOWN);
            assertThat(owner().isFocusVisible()).isTrue();
        }
        assertThat(shown).as("a page for each").hasSize(Section.values().length);
        ToggleButton last = (ToggleButton) owner();
        push(KeyCode.SPACE);
        assertThat(last.isSelected()).isTrue();
        assertThat(asked(() -> isInTheFrame(walk.scene().getFocusOwner())))
                .as("pressed: into the page")
                .isFalse();
    }
}
