package app.ampel.face.window.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.domain.history.Spans;
import app.ampel.domain.history.Stretch;
import app.ampel.face.window.Moments;
import app.ampel.face.window.SaidBefore;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with the history and sees in it. */
class HistoryPageTest {

    private static final Span MEETING = Spans.span("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", Spans.IN_A_MEETING);
    private static final Span CALL = Spans.span("2026-11-20T09:00:00Z", "2026-11-20T10:30:00Z", Spans.IN_A_CALL);
    private static final Span YESTERDAY = Spans.span("2026-11-19T12:00:00Z", "2026-11-19T12:40:00Z", Spans.IN_A_CALL);

    @TempDir
    private static Path libraries;

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(Moments.known("Busy", "InAMeeting"));
    private Windows windows;

    private void open(boolean on, Span... spans) {
        open(on, List.of(spans));
    }

    private void open(boolean on, List<Span> spans) {
        program.have(Settings.DEFAULT.withHistory(new HistorySettings(on, 30)));
        program.history.spans = spans;
        Clock clock = Clock.fixed(Moments.NOW, ZoneOffset.UTC);
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                clock,
                new SaidBefore(),
                () -> false,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        press("section-history");
    }

    @AfterEach
    void closeAll() {
        windows.close();
        await().until(() -> shown().findAny().isEmpty());
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private void press(String id) {
        ButtonBase button = robot.lookup("#" + id).query();
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return ((Labeled) robot.lookup("#" + id).query()).getText();
    }

    private boolean sees(String id) {
        return robot.lookup("#" + id).match(HistoryPageTest::isSeen).tryQuery().isPresent();
    }

    private String focused() {
        return shown().findFirst()
                .map(window -> window.getScene().getFocusOwner())
                .map(Node::getId)
                .orElse("nothing");
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    @Test
    void whoSwitchesItOnSeesToday() {
        open(false);
        assertThat(text("history-about")).contains("never your colleagues'");
        assertThat(sees("today")).isFalse();
        press("history-switch-on");
        assertThat(program.settings().history().on()).isTrue();
        assertThat(sees("history-switch-on")).isFalse();
        assertThat(sees("today")).isTrue();
    }

    @Test
    void whatAnAdministratorHasSwitchedOffCanOnlyBeExportedAndErased() {
        program.decided("{\"history\": {\"on\": false}}");
        open(false, YESTERDAY);
        assertThat(text("history-about")).startsWith("Set by your administrator");
        assertThat(sees("history-switch-on")).isFalse();
        assertThat(sees("history-switch-off")).isFalse();
        assertThat(sees("history-erase")).isTrue();
        assertThat(focused()).isEqualTo("history-export");
    }

    @Test
    void whatComesFirstHasTheFocusAlsoWhereThePageLearnsOfItLate() {
        program.decided("{\"history\": {\"on\": false}}");
        program.disk.hold();
        open(false, YESTERDAY);
        assertThat(sees("history-export")).isFalse();
        program.disk.release();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sees("history-export")).isTrue();
        assertThat(focused()).isEqualTo("history-export");
    }

    @Test
    void theArrowKeysSayWhatTheStripShows() {
        open(true, MEETING, CALL);
        Node strip = robot.lookup("#today").query();
        assertThat(strip.isFocused()).isTrue();
        assertThat(strip.getAccessibleText()).isEqualTo("08:00–09:00 In a meeting, 09:00–10:30 In a call");
        robot.push(KeyCode.RIGHT);
        assertThat(text("today-text")).isEqualTo("08:00–09:00 In a meeting");
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(text("today-text")).isEqualTo("09:00–10:30 In a call");
        robot.push(KeyCode.LEFT);
        assertThat(text("today-text")).isEqualTo("08:00–09:00 In a meeting");
    }

    @Test
    void aDayBeforeSaysItsTimeInCalls() {
        open(true, YESTERDAY, CALL);
        ListView<?> days = robot.lookup("#days").query();
        robot.interact(() -> days.getSelectionModel().select(0));
        assertThat(text("day-details")).isEqualTo("Thu 19 Nov: 40 min in calls");
        assertThat(robot.lookup(".day-calls").queryAll())
                .extracting(node -> ((Labeled) node).getText())
                .contains("40 min");
    }

    @Test
    void erasingIsAskedForOnThePage() {
        open(true, CALL);
        press("history-erase");
        assertThat(text("history-question")).contains("cannot be undone");
        assertThat(focused()).isEqualTo("history-no");
        assertThat(program.history.erased).isFalse();
        press("history-yes");
        assertThat(program.history.erased).isTrue();
        assertThat(text("history-notice")).isEqualTo("Everything is erased.");
        assertThat(sees("history-question")).isFalse();
    }

    @Test
    void ofTenThousandDaysOnlyThoseThatCanBeSeenAreThere() {
        Instant today = Instant.parse("2026-11-20T09:00:00Z");
        List<Span> many = IntStream.rangeClosed(-10_000, 0)
                .mapToObj(day -> today.plus(Duration.ofDays(day)))
                .map(from -> new Span(from, from.plusSeconds(1800), Spans.IN_A_CALL, false))
                .toList();
        open(true, List.of(CALL));
        DayList list = (DayList) robot.lookup("#days").query().getParent();
        robot.interact(
                () -> list.show(Day.of(many, LocalDate.parse("2026-11-20"), ZoneOffset.UTC), new Stretch(8, 18)));
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> days = robot.lookup("#days").query();
        assertThat(days.getItems()).hasSize(10_001);
        assertThat(days.lookupAll(".day-strip")).hasSizeBetween(5, 20);
        robot.interact(() -> days.scrollTo(9_000));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(days.lookupAll(".day-strip")).hasSizeBetween(5, 30);
    }
}
