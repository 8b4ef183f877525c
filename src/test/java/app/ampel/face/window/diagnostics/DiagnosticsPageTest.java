package app.ampel.face.window.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.face.window.FakeDoctor;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.frame.SeenFlag;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.LogEnd;
import app.ampel.service.doctor.Situations;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the diagnostics page and sees there. */
class DiagnosticsPageTest {

    private static final class Said implements SeenFlag {
        @Override
        public boolean said() {
            return true;
        }

        @Override
        public void say() {
            throw new AssertionError("it was said");
        }
    }

    @TempDir
    private static Path libraries;

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(Moments.signedIn());
    private final FakeDoctor doctor = program.doctor;
    private Windows windows;

    @BeforeEach
    void open() {
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                new Said(),
                () -> false,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        click("section-diagnostics");
    }

    @AfterEach
    void close() {
        windows.close();
        await().until(() -> shown().findAny().isEmpty());
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    private String text(String id) {
        return this.<Labeled>find(id).getText();
    }

    private boolean sees(String id) {
        return robot.lookup("#" + id).match(Node::isVisible).tryQuery().isPresent();
    }

    private void click(String id) {
        Node node = find(id);
        robot.interact(node::requestFocus);
        robot.interact(((ButtonBase) node)::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void unfold(String id) {
        robot.interact(() -> this.<TitledPane>find(id).setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void finds(Fact... facts) {
        doctor.answer(facts);
        await().until(() -> sees("check"));
    }

    @Test
    void itIsLookedAtWhenThePageIsOpenedAndCanBeCancelledAndBegunAgain() {
        assertThat(text("headline")).isEqualTo("Looking at everything…");
        assertThat(sees("progress")).isTrue();
        assertThat(sees("check")).isFalse();
        await().until(doctor::isAsking);
        click("cancel-check");
        await().until(doctor::isIdle);
        assertThat(sees("cancel-check")).isFalse();
        assertThat(this.<Node>find("check").isFocused()).isTrue();
        click("check");
        finds(Situations.fine().toArray(Fact[]::new));
        assertThat(text("headline")).isEqualTo("All is well.");
        assertThat(text("fine")).isEqualTo("16 checks passed");
    }

    @Test
    void aFindingHasAButtonThatDoesTheNextThing() {
        finds(new Fact.Rules(Fact.Rules.State.OLD), new Fact.Panel(false, "GNOME"));
        assertThat(text("headline")).isEqualTo("One thing needs attention.");
        assertThat(text("finding")).startsWith("GNOME shows no tray icons by itself.");
        assertThat(text("who")).isEqualTo("You can put that right.");
        click("next-open-page");
        assertThat(program.opened).hasSize(1);
        program.lights.worker.hold();
        click("next-install-rules");
        assertThat(text("diagnostics-notice")).startsWith("The system asks for");
        program.lights.worker.release();
        await().untilAsserted(() -> assertThat(text("diagnostics-notice")).startsWith("The rules are in place."));
    }

    @Test
    void theReportIsCopiedAsItIsShown() {
        finds(new Fact.Rules(Fact.Rules.State.OLD));
        unfold("preview");
        click("copy-report");
        String preview = this.<TextArea>find("report").getText();
        assertThat(preview).startsWith("Ampel report");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(preview));
        assertThat(text("diagnostics-notice")).isEqualTo("The report is on the clipboard.");
    }

    @Test
    void theLogFollowsWhileItIsUnfoldedAndCanBeFiltered() {
        finds(new Fact.Rules(Fact.Rules.State.OLD));
        doctor.computer.log = new LogEnd(
                1,
                IntStream.range(0, 500)
                        .mapToObj(i ->
                                "2026-11-20T13:05:01.500+01:00 " + (i % 100 == 0 ? "WARN" : "INFO") + "  main X: " + i)
                        .toList());
        unfold("log");
        ListView<DiagnosticsViewState.Row> rows = find("log-rows");
        await().until(() -> rows.getItems().size() == 500);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows.lookupAll(".list-cell")).hasSizeLessThan(60);
        doctor.computer.log = new LogEnd(2, List.of("2026-11-20T13:05:01.500+01:00 ERROR main X: new"));
        await().untilAsserted(() -> assertThat(rows.getItems())
                .extracting(DiagnosticsViewState.Row::text)
                .containsExactly("2026-11-20T13:05:01.500+01:00 ERROR main X: new"));
        robot.interact(
                () -> this.<ChoiceBox<?>>find("log-filter").getSelectionModel().selectLast());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows.getItems()).hasSize(1);
        click("open-log");
        assertThat(program.folders).containsExactly(program.home.folder().resolve("log"));
    }

    @Test
    void theLogSaysMoreWhenItIsToldTo() {
        click("detailed-log");
        assertThat(program.settings().detailedLog()).isTrue();
        click("detailed-log");
        assertThat(program.settings().detailedLog()).isFalse();
    }

    @Test
    void everyControlHasAName() {
        finds(Situations.fine().toArray(Fact[]::new));
        unfold("log");
        Set<Node> reachable = robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible())
                .queryAll();
        assertThat(reachable)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
    }

    private static String name(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
    }
}
