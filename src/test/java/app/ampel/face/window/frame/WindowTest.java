package app.ampel.face.window.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.screens.Monitors;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import app.ampel.service.window.Place;
import app.ampel.service.window.Section;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with the window and sees in it. JavaFX draws into memory; there is no display. */
class WindowTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Overview MEETING = Snapshots.lit(
            Snapshots.of(Snapshots.known("Busy", "InAMeeting"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)),
            List.of(Snapshots.light("a", LightState.Condition.OK), Snapshots.light("b", LightState.Condition.GONE)));
    private static final Snapshot CALL = Moments.set(Choice.IN_A_CALL, QUARTER, QUARTER, ManualStatus.State.IN_EFFECT);

    private static final class Memory implements SeenFlag {
        private volatile boolean said;

        @Override
        public boolean said() {
            return said;
        }

        @Override
        public void say() {
            said = true;
        }
    }

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(MEETING);
    private final Memory closing = new Memory();
    private Windows windows;
    private volatile BooleanSupplier dark = () -> false;

    @TempDir
    private static Path libraries;

    private void open(Snapshot snapshot) {
        open(Snapshots.unlit(snapshot));
    }

    private void open(Overview overview) {
        open(overview, false);
    }

    private void open(Snapshot snapshot, boolean isDark) {
        open(Snapshots.unlit(snapshot), isDark);
    }

    private void open(Overview overview, boolean isDark) {
        dark = () -> isDark;
        program.snapshot = overview.snapshot();
        program.states = overview.lights();
        program.now = overview.snapshot().now();
        Clock clock = Clock.fixed(Moments.NOW, ZoneOffset.UTC);
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                clock,
                closing,
                () -> dark.getAsBoolean(),
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        settle();
    }

    @AfterEach
    void closeAll() {
        windows.close();
        await().until(() -> shown().findAny().isEmpty());
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void become(Snapshot next) {
        become(Snapshots.unlit(next));
    }

    private void become(Overview next) {
        program.become(next);
        settle();
    }

    private String text(String id) {
        Node node = robot.lookup("#" + id).query();
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    private boolean sees(String id) {
        return robot.lookup("#" + id).match(Node::isVisible).tryQuery().isPresent();
    }

    private void click(String id) {
        Node node = robot.lookup("#" + id).query();
        robot.interact(node::requestFocus);
        robot.interact(((ButtonBase) node)::fire);
        settle();
    }

    private Stage stage() {
        return (Stage) shown().findFirst().orElseThrow();
    }

    @Nested
    class OnTheStatusPage {

        @Test
        void theRingHasTeamsColourAndTheSentenceStandsBelow() {
            open(MEETING);
            Arc arc = robot.lookup("#ring")
                    .lookup((Node node) -> node instanceof Arc)
                    .query();
            assertThat(arc.getStroke()).isEqualTo(Color.web("#d13438"));
            assertThat(Math.abs(arc.getLength())).isEqualTo(360);
            assertThat(text("sentence")).isEqualTo("In a meeting. One light. One more needs attention.");
            assertThat(robot.lookup("#ring").<Node>query().getAccessibleText()).isEqualTo(text("sentence"));
        }

        @Test
        void pressingInACallSetsIt() {
            open(MEETING);
            click("in-a-call");
            assertThat(program.last())
                    .isEqualTo(new Intent.ToggleManual(StatusRequest.of(
                            Choice.IN_A_CALL, new Expiry(Expiry.Kind.TIMER, Moments.NOW.plus(Duration.ofHours(1))))));
        }

        @Test
        void theKeyboardAloneIsEnough() {
            open(CALL);
            robot.interact(() -> robot.lookup("#times").<Node>query().requestFocus());
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
            robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
            settle();
            assertThat(program.told).containsExactly(new Intent.ExtendManual(QUARTER));
        }

        @Test
        void theArcShrinksWhileACallRunsAndCanBeExtendedAndCleared() {
            open(CALL);
            Arc arc = robot.lookup("#ring")
                    .lookup((Node node) -> node instanceof Arc)
                    .query();
            assertThat(Math.abs(arc.getLength())).isEqualTo(180);
            assertThat(text("left")).isEqualTo("15 min left");
            program.now = Moments.NOW.plus(QUARTER.dividedBy(3));
            await().untilAsserted(() -> assertThat(text("left")).isEqualTo("10 min left"));
            assertThat(Math.abs(arc.getLength())).isEqualTo(120);
            click("extend");
            click("clear");
            assertThat(program.told).containsExactly(new Intent.ExtendManual(QUARTER), new Intent.ClearManual());
        }

        @Test
        void extendAndClearAreThereWhileSomethingIsSetAndTheFocusStaysOnThePage() {
            open(CALL);
            robot.interact(() -> robot.lookup("#clear").<Node>query().requestFocus());
            become(MEETING);
            assertThat(robot.lookup("#clear").<Node>query().getParent().isVisible())
                    .isFalse();
            assertThat(robot.lookup("#in-a-call").<Node>query().isFocused()).isTrue();
        }

        @Test
        void whoeverMayNotBeReadIsLedToALetterForTheAdministrator() {
            open(Moments.reading(PresenceReading.Kind.CONSENT_MISSING));
            assertThat(text("sentence")).startsWith("Your administrator has to approve Ampel first. Last known");
            click("ask-administrator");
            assertThat(text("who")).isEqualTo("Your administrator has to do something.");
            click("step-ask-administrator");
            assertThat(text("letter-body")).contains("adminconsent?client_id=");
            click("back");
            assertThat(sees("ring")).isTrue();
        }

        @Test
        void whatDoesNotWorkIsSaid() {
            open(CALL);
            assertThat(sees("notice")).isFalse();
            click("clear");
            program.failLast(Problem.Kind.NO_NETWORK);
            await().untilAsserted(() -> assertThat(text("notice")).startsWith("Microsoft cannot be reached."));
            assertThat(sees("notice")).isTrue();
        }

        @Test
        void theLightsAndTheReasonAreThere() {
            open(MEETING);
            assertThat(robot.lookup(".lamp").queryAll()).hasSize(2);
            TitledPane why = robot.lookup("#why").query();
            robot.interact(() -> why.setExpanded(true));
            assertThat(text("why-0")).isEqualTo("Teams says: In a meeting.");
            assertThat(text("why-1")).isEqualTo("For this the lights show: red.");
            become(Moments.known("Available", "Available"));
            assertThat(text("why-0")).isEqualTo("Teams says: Available.");
            assertThat(text("no-lights")).startsWith("No light is attached.");
        }

        @Test
        void everyControlHasAName() {
            open(MEETING);
            Set<Node> reachable = robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible())
                    .queryAll();
            assertThat(reachable)
                    .isNotEmpty()
                    .allSatisfy(
                            node -> assertThat(name(node)).as(node.toString()).isNotBlank());
        }

        private static String name(Node node) {
            return node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
        }

        @Test
        void itIsDarkWhereTheDesktopIs() {
            open(MEETING, true);
            Color dark = background();
            closeAll();
            open(MEETING, false);
            assertThat(dark.getBrightness()).isLessThan(0.3);
            assertThat(background().getBrightness()).isGreaterThan(0.9);
        }

        @Test
        void openedOnceMoreItDoesNotWaitForTheDesktopAndFollowsWhenItAnswers() {
            open(MEETING, true);
            closeAll();
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            dark = answer::join;
            assertThat(windows.show()).isTrue();
            await().until(() -> shown().count() == 1);
            settle();
            assertThat(background().getBrightness()).isLessThan(0.3);
            answer.complete(false);
            await().untilAsserted(() -> assertThat(background().getBrightness()).isGreaterThan(0.9));
        }

        private Color background() {
            Region page = (Region) robot.lookup(".page").query();
            return (Color) page.getBackground().getFills().get(0).getFill();
        }
    }

    @Nested
    class OnTheRail {

        private boolean marked(String section) {
            return robot.lookup("#section-" + section).<ToggleButton>query().isSelected();
        }

        @Test
        void aPageThatCannotBeMadeLeavesEverythingAsItWasAndSaysSo() {
            open(MEETING);
            click("section-history");
            program.broken = true;
            click("section-settings");
            assertThat(marked("history")).isTrue();
            assertThat(marked("settings")).isFalse();
            assertThat(robot.lookup("#history-about").tryQuery()).isPresent();
            assertThat(text("page-trouble")).startsWith("Something went wrong inside Ampel.");
            program.broken = false;
            click("section-settings");
            assertThat(marked("settings")).isTrue();
            assertThat(sees("page-trouble")).isFalse();
        }
    }

    @Nested
    class OnTheSignInPage {

        private void asked() {
            open(Moments.signedOut());
            click("sign-in");
            become(Moments.asked(Moments.code("ABCD-EFGH")));
        }

        @Test
        void pressingSignInLeadsToACode() {
            open(Moments.signedOut());
            assertThat(text("sentence")).isEqualTo("Nobody is signed in.");
            click("sign-in");
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(text("text")).isEqualTo("Asking Microsoft…");
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            assertThat(text("code")).isEqualTo("ABCD-EFGH");
            assertThat(text("address")).isEqualTo("https://microsoft.com/devicelogin");
            assertThat(text("countdown")).isEqualTo("Good for 15:00");
            assertThat(sees("qr")).isTrue();
        }

        @Test
        void enterCopiesTheCodeAndOpensThePage() {
            asked();
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            settle();
            assertThat(program.opened).containsExactly(Moments.DEVICE_LOGIN);
            robot.interact(
                    () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("ABCD-EFGH"));
            assertThat(text("copied")).startsWith("Copied. The page is open");
        }

        @Test
        void theBrowserCanBeUsedInstead() {
            asked();
            click("use-browser");
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
            assertThat(sees("code")).isFalse();
        }

        @Test
        void helpForErrorsOfTheBrowserIsThere() {
            asked();
            assertThat(sees("help")).isTrue();
            TitledPane help = robot.lookup("#help").query();
            robot.interact(() -> help.setExpanded(true));
            assertThat(text("help-blocked")).contains("With the browser of this computer");
            assertThat(text("help-blocked-codes")).isEqualTo("AADSTS53003");
            assertThat(sees("letter")).isFalse();
            click("help-approval-do");
            assertThat(text("letter-body")).contains("adminconsent?client_id=");
            click("letter-copy");
            assertThat(text("letter-note")).isEqualTo("Copied.");
            click("letter-open");
            assertThat(program.opened)
                    .singleElement()
                    .satisfies(uri -> assertThat(uri.getScheme()).isEqualTo("mailto"));
            assertThat(text("code")).isEqualTo("ABCD-EFGH");
        }

        @Test
        void escapeCancels() {
            asked();
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            settle();
            assertThat(program.last()).isEqualTo(new Intent.CancelSignIn());
            become(Moments.signedOut(Problem.Kind.SIGN_IN_CANCELLED));
            assertThat(sees("ring")).isTrue();
        }

        @Test
        void aFailureSaysWhatToDoAndCanBeTriedAgain() {
            asked();
            program.failLast(Problem.Kind.BLOCKED_BY_POLICY);
            await().untilAsserted(() -> assertThat(text("title")).isEqualTo("That did not work"));
            assertThat(text("text")).contains("Use the browser instead").doesNotContain("ampel sign-in");
            assertThat(text("who")).startsWith("You may be able to mend it");
            click("step-ask-administrator");
            assertThat(text("letter-body")).contains("a policy blocks my sign-in");
            click("step-use-browser");
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
        }

        @Test
        void atTheEndItNamesTheAccountAndGoesOnToTheStatus() {
            asked();
            become(Moments.signedIn());
            program.answerLast(Moments.signedIn());
            await().untilAsserted(() -> assertThat(text("title")).isEqualTo("You are signed in"));
            assertThat(text("done-name")).isEqualTo("Ada Example");
            assertThat(text("done-username")).isEqualTo("ada@example.org");
            assertThat(text("done-organisation")).isEqualTo("example.org");
            assertThat(sees("done-choices")).isFalse();
            click("done");
            assertThat(text("account")).isEqualTo("Ada Example (ada@example.org)");
        }
    }

    @Nested
    class ForTheFirstTime {

        private void welcomed() {
            program.firstRun.first = true;
            program.have(Settings.DEFAULT);
            open(Moments.signedOut());
        }

        private void paste(String text) {
            robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
            robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
            settle();
        }

        private void press(KeyCode key) {
            robot.press(key).release(key);
            settle();
        }

        @Test
        void theKeyboardLeadsFromTheWelcomeToTheFirstColour() {
            welcomed();
            assertThat(sees("living-light")).isTrue();
            assertThat(sees("section-status")).isFalse();
            press(KeyCode.ENTER);
            assertThat(text("title")).isEqualTo("Your organisation's registration");
            paste(
                    "Client ID:\n11111111-2222-3333-4444-555555555555\nTenant ID:\naaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\n");
            assertThat(text("client-id")).isEqualTo("11111111-2222-3333-4444-555555555555");
            assertThat(text("tenant")).isEqualTo("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
            assertThat(text("register-note")).isEqualTo("Found the client ID and the tenant.");
            press(KeyCode.ENTER);
            assertThat(program.settings().account().tenant()).contains("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            assertThat(text("code")).isEqualTo("ABCD-EFGH");
            become(Moments.signedIn());
            program.answerLast(Moments.signedIn());
            await().untilAsserted(() -> assertThat(text("title")).isEqualTo("You are signed in"));
            become(Moments.known("Available", "Available"));
            assertThat(text("done-sentence")).isEqualTo("Available.");
            assertThat(robot.lookup("#done-start").<CheckBox>query().isSelected())
                    .isTrue();
            click("done-red-call");
            assertThat(program.firstRun.finished).isEmpty();
            press(KeyCode.ENTER);
            await().until(() -> sees("section-status"));
            assertThat(program.firstRun.finished).containsExactly(Optional.of(true));
            assertThat(program.settings().rules().usual()).isEqualTo("only-in-a-call");
        }

        @Test
        void escapeLeadsBackAndItCanBeSkipped() {
            welcomed();
            click("welcome-sign-in");
            press(KeyCode.ESCAPE);
            assertThat(sees("living-light")).isTrue();
            click("welcome-skip");
            assertThat(sees("section-status")).isTrue();
            assertThat(text("sentence")).isEqualTo("Nobody is signed in.");
        }

        @Test
        void theDemoIsAWayOfItsOwn() {
            welcomed();
            click("welcome-demo");
            await().untilAsserted(
                            () -> assertThat(text("demo-note")).isEqualTo("The demo opens in a window of its own."));
        }

        @Test
        void closingAtTheEndCountsAsDone() {
            program.firstRun.first = true;
            open(Moments.asked(Moments.code("ABCD-EFGH")));
            become(Moments.signedIn());
            assertThat(sees("done-choices")).isTrue();
            click("done-start");
            windows.close();
            await().untilAsserted(() -> assertThat(program.firstRun.finished).containsExactly(Optional.of(false)));
        }

        @Test
        void whatTheAdministratorHasSetIsSaidAndCannotBeTyped() {
            program.decided(
                    "{\"account\": {\"clientId\": \"11111111-2222-3333-4444-555555555555\", \"tenant\": \"example.org\"}}");
            open(Moments.signedOut());
            click("sign-in");
            program.failLast(Problem.Kind.UNKNOWN_CLIENT);
            await().until(() -> sees("step-check-ids"));
            click("step-check-ids");
            assertThat(text("tenant-locked")).isEqualTo("Set by your administrator.");
            assertThat(robot.lookup("#tenant").<TextInputControl>query().isEditable())
                    .isFalse();
        }

        @Test
        void everyControlOfEveryPageHasAName() {
            welcomed();
            namedAll();
            click("welcome-sign-in");
            click("register-ask");
            namedAll();
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            namedAll();
            become(Moments.signedIn());
            namedAll();
        }

        private void namedAll() {
            Set<Node> reachable = robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible())
                    .queryAll();
            assertThat(reachable)
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(OnTheStatusPage.name(node))
                            .as(node.toString())
                            .isNotBlank());
        }
    }

    @Nested
    class InTheDemo {

        @Test
        void itIsSaidAndCanBeLeft() {
            program.firstRun.demo = true;
            open(MEETING);
            assertThat(text("demo-text")).isEqualTo("This is the demo: nothing here is real.");
            click("demo-end");
            assertThat(program.quit).isTrue();
        }
    }

    /** Whatever it is about, a question looks and behaves alike. */
    @Nested
    class AQuestion {

        private final Snapshot recorded = Moments.known("Available", "Available");

        private void asked(String page, String asker) {
            click("section-" + page);
            assertThat(questions()).isEmpty();
            Node button = robot.lookup("#" + asker).query();
            robot.interact(() -> {
                Parts.scrollTo(button);
                button.requestFocus();
            });
            settle();
            // Its own: the ring of the focus is around it.
            Bounds before = button.localToScene(button.getLayoutBounds());
            click(asker);
            assertThat(button.localToScene(button.getLayoutBounds()))
                    .as("what was pressed stays where it is")
                    .isEqualTo(before);
            robot.interact(() -> stage().getScene().getRoot().layout());
            Node question = robot.lookup(".question").match(Node::isVisible).query();
            assertThat(question.localToScene(question.getBoundsInLocal()).intersects(before))
                    .as("nothing comes under the pointer")
                    .isFalse();
        }

        private Set<Node> questions() {
            return robot.lookup(".question").match(Node::isVisible).queryAll();
        }

        private List<Button> answers() {
            return robot
                    .from(robot.lookup(".question").match(Node::isVisible).<Node>query())
                    .lookup(".button")
                    .queryAllAs(Button.class)
                    .stream()
                    .toList();
        }

        private void escape() {
            robot.push(KeyCode.ESCAPE);
            settle();
        }

        private void isAnsweredByEscape(String asker, String harmless) {
            assertThat(questions()).hasSize(1);
            List<Button> answers = answers();
            Button last = answers.get(answers.size() - 1);
            assertThat(last.getId()).isEqualTo(harmless);
            assertThat(last.getText()).isEqualTo("Cancel");
            assertThat(last.getStyleClass()).doesNotContain("danger");
            boolean isDangerous =
                    answers.stream().anyMatch(answer -> answer.getStyleClass().contains("danger"));
            assertThat((isDangerous ? last : answers.get(0)).isFocused()).isTrue();
            escape();
            assertThat(questions()).isEmpty();
            assertThat(robot.lookup("#" + asker).<Node>query().isFocused()).isTrue();
        }

        @Test
        void isAnsweredByEscapeWithWhatHarmsNothing() {
            program.change(settings -> settings.withHistory(settings.history().withOn(true)));
            open(recorded);
            asked("history", "history-switch-off");
            assertThat(answers())
                    .filteredOn(answer -> answer.getStyleClass().contains("danger"))
                    .extracting(Node::getId)
                    .as("switching off alone destroys nothing")
                    .containsExactly("history-also");
            isAnsweredByEscape("history-switch-off", "history-no");
            assertThat(program.settings().history().on()).isTrue();
            asked("settings", "reset");
            isAnsweredByEscape("reset", "reset-no");
            asked("settings", "forget-people");
            isAnsweredByEscape("forget-people", "forget-people-no");
            robot.push(KeyCode.CONTROL, KeyCode.W);
            settle();
            assertThat(questions()).hasSize(1);
            isAnsweredByEscape("forget-people", "closing-cancel");
            assertThat(stage().isShowing()).isTrue();
        }

        @Test
        void aboutClosingIsAnsweredBeforeThePageIsLeft() {
            open(Moments.signedOut());
            click("sign-in");
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            robot.push(KeyCode.CONTROL, KeyCode.W);
            settle();
            escape();
            assertThat(questions()).isEmpty();
            assertThat(sees("code")).isTrue();
            escape();
            assertThat(program.last()).isEqualTo(new Intent.CancelSignIn());
        }
    }

    @Nested
    class ItsPlace {

        private Place place() {
            return new Place(stage().getX(), stage().getY(), stage().getWidth(), stage().getHeight());
        }

        private void put(double x, double y, double width, double height) {
            robot.interact(() -> {
                stage().setX(x);
                stage().setY(y);
                stage().setWidth(width);
                stage().setHeight(height);
            });
            settle();
        }

        private Rectangle2D screen() {
            return Screen.getPrimary().getVisualBounds();
        }

        @Test
        void isWhollyOnTheScreenTheFirstTime() {
            open(MEETING);
            assertThat(screen().contains(stage().getX(), stage().getY(), stage().getWidth(), stage().getHeight()))
                    .isTrue();
            assertThat(place().width()).isEqualTo(560);
        }

        @Test
        void isWhereItWasLeft() {
            open(MEETING);
            put(40, 30, 700, 500);
            Place left = place();
            closeAll();
            open(MEETING);
            assertThat(place()).isEqualTo(left);
        }

        @Test
        void isInReachWhateverHasBeenKept() {
            program.places.keep(Monitors.now().name(), Optional.of(new Place(-9000, -50, 4000, 3000)));
            open(MEETING);
            assertThat(place().x()).isEqualTo(screen().getMinX());
            assertThat(place().y()).isEqualTo(screen().getMinY());
            assertThat(place().width()).isEqualTo(screen().getWidth());
            assertThat(place().height()).isEqualTo(screen().getHeight());
        }

        @Test
        void isKeptForWhenItIsNextShownInAnotherLanguageToo() {
            open(MEETING);
            put(40, 30, 700, 500);
            Place left = place();
            robot.interact(() -> windows.close());
            assertThat(program.places.places).containsOnlyKeys(Monitors.now().name());
            assertThat(program.places.last(Monitors.now().name())).contains(left);
        }

        @Test
        void givesEveryPageTheSameWidthInTheMiddle() {
            open(MEETING);
            put(0, 0, 1200, 600);
            for (Section section : Section.values()) {
                click("section-" + section.word());
                Region page = robot.lookup(".page").query();
                assertThat(page.getWidth()).as(section.word()).isEqualTo(640);
                Bounds bounds = page.localToScene(page.getBoundsInLocal());
                Bounds area = page.getParent().localToScene(page.getParent().getBoundsInLocal());
                assertThat(bounds.getMinX() - area.getMinX())
                        .as(section.word())
                        .isCloseTo(area.getMaxX() - bounds.getMaxX(), within(1.0));
            }
            put(0, 0, 480, 560);
            Region page = robot.lookup(".page").query();
            assertThat(page.getWidth())
                    .isEqualTo(page.getParent().getBoundsInLocal().getWidth());
        }
    }

    @Nested
    class TheWindow {

        @Test
        void saysOnceThatClosingItDoesNotEndTheProgram() {
            open(MEETING);
            close();
            assertThat(text("closing")).startsWith("Ampel goes on in the background");
            click("close");
            assertThat(shown()).isEmpty();
            assertThat(program.quit).isFalse();
            open(MEETING);
            close();
            assertThat(shown()).isEmpty();
        }

        private void close() {
            robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.CONTROL, KeyCode.W);
            settle();
        }

        @Test
        void watchesNothingOnceItIsClosed() {
            open(CALL);
            assertThat(program.observers).hasSize(1);
            windows.close();
            await().until(() -> program.observers.isEmpty());
            await().until(() -> !ticks());
        }

        @Test
        void ticksOnlyWhileSomethingChangesByTheSecond() {
            open(MEETING);
            assertThat(ticks()).isFalse();
            become(CALL);
            await().until(this::ticks);
            become(MEETING);
            await().until(() -> !ticks());
        }

        private boolean ticks() {
            return Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("ampel-window-tick"));
        }

        @Test
        void opensAtTheSettingsWhenTheTrayAsksForThem() {
            open(MEETING);
            assertThat(windows.show(Section.SETTINGS)).isTrue();
            await().until(() ->
                    robot.lookup("#section-settings").<ToggleButton>query().isSelected());
        }

        @Test
        void canEndTheProgram() {
            open(MEETING);
            close();
            click("quit");
            assertThat(program.quit).isTrue();
        }

        @Test
        void isRaisedInsteadOfOpenedTwice() {
            open(MEETING);
            Stage first = stage();
            robot.interact(() -> first.setIconified(true));
            assertThat(windows.show()).isTrue();
            settle();
            await().until(() -> !first.isIconified());
            assertThat(shown()).containsExactly(first);
        }
    }

    @Nested
    class OnThePageOfColours {

        private void openColours() {
            open(MEETING);
            click("section-colours");
        }

        @Test
        void aSchemeIsChosenByOneClickAndTakenBackByAKey() {
            openColours();
            click("scheme-colour-blind");
            assertThat(program.settings().rules().usual()).isEqualTo("colour-blind");
            assertThat(text("said-available")).isEqualTo("blue");
            robot.interact(() -> robot.lookup("#scheme-colour-blind").query().requestFocus());
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            settle();
            assertThat(program.settings().rules().usual()).isEqualTo("classic");
        }

        @Test
        void aRowIsChangedWithTheLightsShowingItUntilThePageIsLeft() {
            openColours();
            click("change-available");
            click("swatch-0000ff");
            assertThat(text("said-available")).isEqualTo("blue");
            assertThat(program.lastPreview()).contains(LightCommand.solid(Colour.BLUE));
            assertThat(sees("colours-info")).isTrue();
            click("section-status");
            assertThat(program.lastPreview()).isEmpty();
        }

        @Test
        void aTypedColourThatIsNoneSaysHowOneLooks() {
            openColours();
            click("change-busy");
            TextInputControl hex = robot.lookup("#hex").query();
            robot.interact(() -> {
                hex.requestFocus();
                hex.setText("#12345");
            });
            robot.push(KeyCode.ENTER);
            settle();
            assertThat(text("hex-wrong")).contains("#ff8000");
            robot.interact(() -> hex.setText("#123456"));
            robot.push(KeyCode.ENTER);
            settle();
            assertThat(text("said-busy")).isEqualTo("#123456");
        }

        @Test
        void theHueSliderNeedsNoMouse() {
            openColours();
            click("change-busy");
            robot.interact(() -> robot.lookup("#hue").query().requestFocus());
            robot.push(KeyCode.RIGHT);
            settle();
            assertThat(program.settings().rules().scheme().show(PresenceKind.BUSY.example()))
                    .isNotEqualTo(LightCommand.solid(Colour.RED));
        }

        @Test
        void closingTheWindowEndsThePreview() {
            openColours();
            click("change-away");
            windows.close();
            await().until(() -> program.lastPreview().isEmpty());
        }

        @Test
        void everyButtonHasAName() {
            openColours();
            click("change-in-a-call");
            assertThat(robot.lookup((Node node) -> node instanceof ButtonBase).queryAllAs(ButtonBase.class))
                    .allSatisfy(button -> assertThat(button.getText().isEmpty() ? button.getAccessibleText() : "named")
                            .isNotBlank());
        }
    }
}
