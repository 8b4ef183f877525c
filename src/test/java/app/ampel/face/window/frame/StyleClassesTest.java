package app.ampel.face.window.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.build.Kept;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.LightState;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.face.window.SaidBefore;
import app.ampel.face.window.TestProgram;
import app.ampel.service.overview.Overview;
import app.ampel.service.text.Messages;
import app.ampel.service.window.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The theme that the build makes has all rules that any page needs. */
class StyleClassesTest {

    private static final Overview LIT = Snapshots.lit(
            Snapshots.of(Snapshots.known("Busy", "InAMeeting"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
            List.of(Snapshots.light("a", LightState.Condition.OK)));

    @TempDir
    private static Path libraries;

    private final Set<String> found = new TreeSet<>();

    @Test
    void whatAtlantaHasForANodeOfAPageIsKept() throws IOException {
        Windows windows = new Windows(
                new Toolkit(libraries, true),
                new TestProgram(LIT).services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                new SaidBefore(),
                () -> false,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> !Window.getWindows().isEmpty());
        for (Section section : Section.values()) {
            onToolkit(() -> ((ToggleButton) root().lookup("#section-" + section.word())).fire());
            onToolkit(() -> nodes(root()).forEach(StyleClassesTest::unfold));
            onToolkit(this::collect);
        }
        windows.close();
        await().until(() -> Window.getWindows().isEmpty());
        assertThat(found).contains("button", "list-cell", "context-menu", "titled-pane", "slider");
        assertThat(Kept.missing(found)).isEmpty();
    }

    private static void onToolkit(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), task);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Parent root() {
        return Window.getWindows().get(0).getScene().getRoot();
    }

    /** Its list, its menu, its content. */
    private static void unfold(Node node) {
        if (node instanceof TitledPane pane) {
            pane.setExpanded(true);
        } else if (node instanceof ComboBox<?> box && !box.isDisabled()) {
            box.show();
        } else if (node instanceof ChoiceBox<?> box && !box.isDisabled()) {
            box.show();
        } else if (node instanceof MenuButton button && !button.isDisabled()) {
            button.show();
        }
    }

    private void collect() {
        for (Window window : List.copyOf(Window.getWindows())) {
            Parent root = window.getScene().getRoot();
            root.applyCss();
            root.layout();
            nodes(root).forEach(node -> found.addAll(node.getStyleClass()));
        }
    }

    private static Stream<Node> nodes(Node node) {
        Stream<Node> below = node instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(StyleClassesTest::nodes)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
