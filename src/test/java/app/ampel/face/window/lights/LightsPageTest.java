package app.ampel.face.window.lights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.SaidBefore;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the page of lights. JavaFX draws into memory. */
class LightsPageTest {

    private static final Overview TWO =
            lit(Snapshots.light("a", LightState.Condition.OK), Snapshots.light("b", LightState.Condition.OK));

    private static Overview lit(LightState... lights) {
        return Snapshots.lit(Snapshots.of(Snapshots.known("Busy", "InAMeeting")), List.of(lights));
    }

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(TWO);
    private Windows windows;

    @TempDir
    private static Path libraries;

    @BeforeEach
    void open() {
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                Clock.systemUTC(),
                new SaidBefore(),
                () -> false,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> isOpen());
        click("section-lights");
    }

    @AfterEach
    void close() {
        windows.close();
        await().until(() -> !isOpen());
    }

    private static boolean isOpen() {
        return List.copyOf(Window.getWindows()).stream().anyMatch(Window::isShowing);
    }

    private void click(String id) {
        robot.interact(() -> robot.lookup("#" + id).<ButtonBase>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void unfold(String id) {
        robot.interact(() -> robot.lookup("#" + id).<TitledPane>query().setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void become(Overview next) {
        robot.interact(() -> program.become(next));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Settings settings() {
        return program.settings();
    }

    @Test
    void thereIsACardForEachLight() {
        assertThat(robot.lookup(".light-card").queryAll()).hasSize(2);
        click("light-identify");
        assertThat(program.lights.identified).containsExactly("a");
    }

    @Test
    void aNameIsTypedAndKeptWithEnter() {
        unfold("light-adjust");
        robot.interact(() -> {
            TextField name = robot.lookup("#light-name").query();
            name.requestFocus();
            name.setText("Door");
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(settings().lights().of("a").name()).contains("Door");
    }

    @Test
    void brightnessByTheKeyboardIsKeptAtOnce() {
        unfold("light-adjust");
        robot.interact(() -> robot.lookup("#light-brightness").<Slider>query().decrement());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(settings().lights().of("a").adjustment().brightness()).isEqualTo(95);
    }

    @Test
    void whiteEndsWithAnotherPage() {
        unfold("light-adjust");
        click("light-white");
        assertThat(program.lights.preview).contains(LightCommand.solid(Colour.WHITE));
        click("section-status");
        assertThat(program.lights.preview).isEmpty();
    }

    @Test
    void aForgottenLightComesBackWithUndo() {
        List<AddedLight> added = List.of(new AddedLight("a", new SerialProtocol.Ampel()));
        program.have(program.settings().withSerialLights(added));
        become(TWO);
        click("light-forget");
        assertThat(settings().serialLights()).isEmpty();
        assertThat(robot.lookup("#light-forgotten").<Labeled>query().getText())
                .isEqualTo("Luxafor Flag was forgotten.");
        await().until(() -> robot.lookup("#light-undo").query().isFocused());
        click("light-undo");
        assertThat(settings().serialLights()).isEqualTo(added);
        assertThat(robot.lookup("#light-undo").tryQuery()).isEmpty();
    }

    @Test
    void whatIsRememberedOfALightThatIsNotThereCanBeForgotten() {
        program.have(program.settings()
                .withLights(LightSettings.NONE.with("blink1:3A00", LightSetting.DEFAULT.withOff(true))));
        become(lit());
        assertThat(robot.lookup("#remembered").<Labeled>query().getText()).isEqualTo("One light from before");
        unfold("remembered");
        click("remembered-forget");
        assertThat(settings().lights()).isEqualTo(LightSettings.NONE);
        assertThat(robot.lookup("#remembered").query().isVisible()).isFalse();
    }

    @Test
    void aLightThatMayNotBeOpenedOffersTheRule() {
        LightState forbidden = Snapshots.light("a", LightState.Condition.NO_PERMISSION);
        become(lit(new LightState(
                forbidden.id(),
                forbidden.model(),
                forbidden.transport(),
                forbidden.condition(),
                forbidden.shown(),
                Optional.of(new LightState.Hint("light.hint.udev", forbidden.model())))));
        assertThat(robot.lookup("#light-identify").query().isDisabled()).isTrue();
        program.lights.worker.hold();
        click("light-install");
        assertThat(program.lights.worker.waiting()).isEqualTo(1);
        assertThat(robot.lookup("#light-notice").<Labeled>query().getText()).contains("administrator's password");
    }

    @Test
    void aButtonIsGivenSomethingToDo() {
        LightState plain = Snapshots.light("a", LightState.Condition.OK);
        become(lit(new LightState(
                "a",
                "MuteMe",
                plain.transport(),
                plain.condition(),
                plain.shown(),
                Optional.empty(),
                Optional.empty(),
                "muteme",
                true)));
        unfold("light-adjust");
        robot.interact(
                () -> robot.lookup("#light-button").<ComboBox<ButtonUse>>query().setValue(ButtonUse.TOGGLE_IN_A_CALL));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(settings().lights().of("muteme").button()).isEqualTo(ButtonUse.TOGGLE_IN_A_CALL);
    }

    @Test
    void theLightOnTheScreenIsSwitchedOnHere() {
        click("screen-light-shown");
        assertThat(settings().screenLight().shown()).isTrue();
    }

    @Test
    void aPortIsChosenTriedAndAdded() {
        AddedLight board = new AddedLight("serial:2341:0043:7583", new SerialProtocol.Ampel());
        program.lights.ports.add(Snapshots.port("/dev/ttyACM0", "Arduino Uno", Optional.of(board.id())));
        unfold("add-light");
        assertThat(robot.lookup("#add-try").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#add-port")
                .<ComboBox<AddLightViewState.Port>>query()
                .getSelectionModel()
                .selectFirst());
        WaitForAsyncUtils.waitForFxEvents();
        click("add-try");
        assertThat(program.lights.tried).containsExactly(board);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#add-says").<Labeled>query().getText()).isEqualTo("Is it red now?");
        click("add-yes");
        assertThat(settings().serialLights()).containsExactly(board);
    }

    @Test
    void theFocusGoesFromTryingToTheAnswerAndBackToTryingOnceMore() {
        program.lights.ports.add(Snapshots.port("/dev/ttyACM0", "Arduino Uno", Optional.of("serial:2341:0043:7583")));
        unfold("add-light");
        robot.interact(() -> robot.lookup("#add-port")
                .<ComboBox<AddLightViewState.Port>>query()
                .getSelectionModel()
                .selectFirst());
        robot.interact(() -> robot.lookup("#add-try").query().requestFocus());
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#add-yes").query().isFocused()).isTrue();
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#add-try").query().isFocused())
                .as("it was not red")
                .isTrue();
    }

    @Test
    void aTextOfOnesOwnHasFieldsOfItsOwn() {
        unfold("add-light");
        assertThat(robot.lookup("#add-text").query().getParent().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#add-speaks")
                .<ComboBox<AddLightForm.Speaks>>query()
                .setValue(AddLightForm.Speaks.TEMPLATE));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#add-text").query().getParent().isVisible()).isTrue();
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        unfold("light-adjust");
        unfold("add-light");
        Set<Node> reachable = robot.lookup(
                        (Node node) -> node.isFocusTraversable() && node.isVisible() && node.getId() != null)
                .queryAll();
        assertThat(reachable)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
    }

    private static String name(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
    }
}
