package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedSearch;
import app.ampel.face.window.Moments;
import app.ampel.face.window.SaidBefore;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the page of people. JavaFX draws into memory; the service runs on its thread. */
class PeoplePageTest {

    @TempDir
    private static Path libraries;

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(Moments.known("Available", "Available"));
    private final Colleagues colleagues = program.colleagues;
    private final FakeTenant tenant = colleagues.tenant;
    private Windows windows;

    @BeforeEach
    void people() {
        program.now = Colleagues.NOON;
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.add("cleo", "Cleo Laurent");
        tenant.is("anna", FakeTenant.CALL);
        tenant.is("ben", FakeTenant.AVAILABLE);
        tenant.is("cleo", FakeTenant.AWAY);
        tenant.members.put("HR", List.of("anna", "ben"));
    }

    private void open(Set<Scope> granted, String... watched) {
        for (String id : watched) {
            colleagues.answer(program.people.lists().add(id + "@example.org"));
        }
        colleagues.signedIn(Colleagues.kim(granted));
        program.become(Moments.account(AccountState.signedIn(Colleagues.kim(granted))));
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                new SaidBefore(),
                () -> false,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        press("section-people");
        settle();
    }

    @AfterEach
    void close() {
        windows.close();
        await().until(() -> shown().findAny().isEmpty());
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private void settle() {
        pass(Duration.ZERO);
    }

    /** All of the service happens on the toolkit's thread, as nothing else may crank it meanwhile. */
    private void pass(Duration time) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> colleagues.time.pass(time));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(colleagues.time::settle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(String id) {
        ButtonBase button = robot.lookup("#" + id).query();
        robot.interact(button::fire);
        settle();
    }

    private void key(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    private boolean sees(String id) {
        return robot.lookup("#" + id).match(PeoplePageTest::isSeen).tryQuery().isPresent();
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    private String text(String id) {
        return ((Labeled) robot.lookup("#" + id).query()).getText();
    }

    private String focused() {
        Node owner = shown().findFirst().orElseThrow().getScene().getFocusOwner();
        return owner == null ? "nothing" : owner.getId();
    }

    private ListView<Line> list() {
        return robot.lookup("#people-list").query();
    }

    private List<String> names() {
        return list().getItems().stream().map(Line::name).toList();
    }

    private void type(String id, String text) {
        TextInputControl field = robot.lookup("#" + id).query();
        robot.interact(() -> field.setText(text));
        pass(Duration.ofMillis(250));
    }

    @Test
    void asksForNothingBeforeTheUserWantsIt() {
        open(Colleagues.AT_FIRST);
        assertThat(text("people-barrier")).startsWith("To show colleagues");
        assertThat(focused()).isEqualTo("people-step-consent");
        assertThat(sees("people-search")).isFalse();
        assertThat(tenant.requests).isEmpty();
        press("people-step-consent");
        assertThat(names()).containsExactly("Anna Schmidt", "Ben Okafor", "Cleo Laurent");
        assertThat(sees("people-search")).isTrue();
    }

    @Test
    void aRefusalLeadsToTheLetter() {
        tenant.refuses.add(Scope.PRESENCE_READ_ALL);
        open(Colleagues.AT_FIRST);
        press("people-step-consent");
        press("people-step-letter");
        assertThat(((TextInputControl) robot.lookup("#letter-body").query()).getText())
                .contains("Presence.Read.All")
                .doesNotContain("GroupMember");
    }

    @Test
    void isAskedForOnlyWhileItIsShownInAWindowThatIsNotIconified() {
        open(Colleagues.ALL, "anna", "ben");
        pass(Duration.ofSeconds(16));
        int asked = tenant.presenceCount();
        press("section-status");
        pass(Duration.ofMinutes(10));
        assertThat(tenant.presenceCount()).isEqualTo(asked);
        press("section-people");
        pass(Duration.ofSeconds(16));
        int again = tenant.presenceCount();
        assertThat(again).isGreaterThan(asked);
        Stage stage = (Stage) shown().findFirst().orElseThrow();
        robot.interact(() -> stage.setIconified(true));
        pass(Duration.ofMinutes(10));
        assertThat(tenant.presenceCount()).isEqualTo(again);
        robot.interact(() -> stage.setIconified(false));
        pass(Duration.ofSeconds(16));
        assertThat(tenant.presenceCount()).isGreaterThan(again);
    }

    @Test
    void byTheKeyboardOneSearchesAndSeesTheStateAndComesBack() {
        open(Colleagues.ALL, "anna");
        key(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isEqualTo("people-search");
        type("people-search", "ben");
        assertThat(sees("people-list")).isFalse();
        key(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("people-hits");
        key(KeyCode.SPACE);
        assertThat(text("people-saying")).isEqualTo("Ben Okafor is on your watch list.");
        key(KeyCode.ENTER);
        assertThat(text("card-title")).isEqualTo("Ben Okafor");
        assertThat(text("card-state")).isEqualTo("Available");
        assertThat(focused()).isEqualTo("card-chat");
        key(KeyCode.ESCAPE);
        assertThat(sees("people-hits")).isTrue();
        key(KeyCode.CONTROL, KeyCode.F);
        key(KeyCode.ESCAPE);
        assertThat(sees("people-list")).isTrue();
    }

    @Test
    void enterChatsAndDeleteRemovesWithTheWayBackInItsPlace() {
        open(Colleagues.ALL, "anna", "ben");
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        assertThat(program.opened).singleElement().asString().contains("users=ben@example.org");
        key(KeyCode.DOWN);
        key(KeyCode.DELETE);
        assertThat(list().getItems().get(1).spoken()).isEqualTo("Anna Schmidt was removed.");
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        key(KeyCode.ENTER);
        assertThat(list().getItems().get(1).name()).isEqualTo("Anna Schmidt");
        assertThat(program.people.snapshot().watchList()).hasSize(2);
    }

    @Test
    void aSavedSearchIsRunByOneClickAndItsButtonsStayWhereTheyAre() {
        tenant.is("anna", FakeTenant.AVAILABLE);
        program.people
                .lists()
                .save(new SavedSearch(
                        "HR question", FindRequest.in(new ContactPool.OfGroup("HR", "HR", ContactPool.Part.MEMBERS))));
        open(Colleagues.ALL, "cleo");
        press("people-saved");
        assertThat(text("card-texts")).startsWith("A member of the group \"HR\". One of 2 who are free");
        Bounds before = bounds("card-else");
        String first = text("card-title");
        press("card-else");
        assertThat(text("card-title")).isNotEqualTo(first);
        assertThat(bounds("card-else")).isEqualTo(before);
        press("card-else");
        assertThat(text("card-title")).isEqualTo("Nobody else is available");
        assertThat(bounds("card-else")).isEqualTo(before);
        press("card-back");
        assertThat(sees("people-list")).isTrue();
    }

    private Bounds bounds(String id) {
        Node node = robot.lookup("#" + id).query();
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void theFormSaysWhatIsMissingAndThenFinds() {
        open(Colleagues.ALL, "cleo");
        press("people-find");
        assertThat(focused()).isEqualTo("find-primary");
        press("find-go");
        assertThat(text("find-hint")).startsWith("Name somebody");
        type("find-primary", "ben@example.org");
        type("find-text", "Coffee?");
        press("find-go");
        assertThat(text("card-title")).isEqualTo("Ben Okafor");
        press("card-chat");
        assertThat(program.opened).singleElement().asString().endsWith("message=Coffee%3F");
    }

    @Test
    void pressingWhatIsInALineMovesNoOther() {
        open(Colleagues.ALL, "anna", "ben", "cleo");
        robot.interact(() -> list().getOnMouseEntered().handle(null));
        Bounds before = bounds("people-order");
        List<String> order = names();
        robot.interact(() -> {
            list().getSelectionModel().select(0);
            list().requestFocus();
        });
        key(KeyCode.DELETE);
        tenant.is("cleo", FakeTenant.AVAILABLE);
        pass(Duration.ofSeconds(16));
        assertThat(names()).isEqualTo(order);
        assertThat(bounds("people-order")).isEqualTo(before);
    }

    @Test
    void ofTwoHundredOnlyThoseThatCanBeSeenAreThere() {
        IntStream.range(0, 200).forEach(i -> tenant.add("p" + i, "Person " + i));
        open(Colleagues.ALL, IntStream.range(0, 200).mapToObj(i -> "p" + i).toArray(String[]::new));
        assertThat(list().getItems()).hasSize(200);
        assertThat(list().lookupAll(".person-row")).hasSizeBetween(3, 20);
        assertThat(list().getHeight()).isLessThan(800);
    }

    @Test
    void everyTargetIsLargeEnough() {
        open(Colleagues.ALL, "anna", "ben");
        for (String id : List.of("people-find", "people-order", "person-act", "person-more")) {
            assertThat(bounds(id).getHeight()).as(id).isGreaterThanOrEqualTo(24);
            assertThat(bounds(id).getWidth()).as(id).isGreaterThanOrEqualTo(24);
        }
    }
}
