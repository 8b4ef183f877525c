package app.ampel.face.window.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.Wall;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallState;
import app.ampel.service.wall.WallTheme;
import app.ampel.service.wall.WallWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does before the wall and sees on it. JavaFX draws into memory; there is no display. */
class WallWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ContactPool DESK = new ContactPool.OfGroup("desk", "Service desk", ContactPool.Part.MEMBERS);
    private static final FindWords.Pool WANTED = new FindWords.Pool.Group("service", ContactPool.Part.MEMBERS);
    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    private static final Presence MEETING = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);

    private static final class Pressed implements WallWindow.Commands {
        private final AtomicInteger closed = new AtomicInteger();
        private final AtomicInteger again = new AtomicInteger();

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        @Override
        public void again() {
            again.incrementAndGet();
        }
    }

    private final FxRobot robot = new FxRobot();
    private final Pressed pressed = new Pressed();
    private volatile Instant now = NOON;
    private volatile Duration up = Duration.ofHours(1);
    private volatile boolean still = true;
    private FullScreenWall wall;

    @TempDir
    private static Path libraries;

    @BeforeAll
    static void startTheToolkit() {
        assertThat(new Toolkit(libraries, true).start()).isTrue();
    }

    private void open(WallTheme theme, Locale language) {
        wall = new FullScreenWall(
                new Toolkit(libraries, true),
                Messages.in(language),
                () -> ZoneOffset.UTC,
                () -> now,
                () -> up,
                () -> false,
                () -> still);
        assertThat(wall.open(new WallRequest(WANTED, Optional.empty(), Optional.of(theme)), pressed))
                .isTrue();
        await().until(() -> stage().isPresent());
        settle();
    }

    private void open() {
        open(WallTheme.DARK, Locale.UK);
    }

    @AfterEach
    void close() {
        wall.close();
        await().until(() -> stage().isEmpty());
    }

    private static Optional<Stage> stage() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void stands(Wall of, int people, Optional<Problem> problem) {
        wall.show(new WallState(
                WANTED,
                Optional.of(DESK),
                0,
                Optional.of(new PeopleSnapshot.WallView(DESK, of, people, true)),
                problem,
                Optional.empty()));
        settle();
    }

    private void failed(Problem problem) {
        wall.show(new WallState(WANTED, Optional.empty(), 0, Optional.empty(), Optional.of(problem), Optional.empty()));
        settle();
    }

    private static Wall wall(Map<Person, Presence> people, Set<Scope> granted) {
        Map<String, Presence> byId = new HashMap<>();
        people.forEach((person, presence) -> byId.put(person.id(), presence));
        return Wall.of(
                people.keySet(),
                id -> Optional.ofNullable(byId.get(id))
                        .map(presence -> new PresenceAt(Optional.of(presence), NOON, Duration.ofSeconds(30))),
                Set.of(),
                granted,
                NOON);
    }

    private static Wall of(int people) {
        Map<Person, Presence> all = new HashMap<>();
        IntStream.range(0, people)
                .forEach(i -> all.put(
                        Person.of("p" + i, String.format("Person %05d", i), "p" + i + "@example.org"), AVAILABLE));
        return wall(all, EnumSet.allOf(Scope.class));
    }

    private static Wall of(Person person, Presence presence) {
        return wall(Map.of(person, presence), EnumSet.noneOf(Scope.class));
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(Text.class).getText();
    }

    private List<String> names() {
        return robot.lookup(".wall-name").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .sorted()
                .toList();
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        settle();
    }

    /** So much time passes; the wall looks at it twice a second. */
    private void pass(Duration duration) {
        up = up.plus(duration);
    }

    private static String page(int page, Wall of) {
        return "Page " + page + " of " + pages(of);
    }

    private static int pages(Wall of) {
        WallPane pane = (WallPane) stage().orElseThrow().getScene().getRoot();
        return pane.pager().pages();
    }

    @Nested
    class ShowsWhoIsThere {

        @Test
        void byNameWithTheStateInWordsColourAndShape() {
            open();
            stands(of(Person.of("ada", "Ada Lovelace", "ada@example.org"), AVAILABLE), 3, Optional.empty());
            assertThat(text("wall-title")).isEqualTo("Service desk");
            assertThat(text("wall-counts")).isEqualTo("1 of 3 are there");
            assertThat(text("wall-clock")).isEqualTo("As of 12:00:00");
            assertThat(names()).containsExactly("Ada Lovelace");
            assertThat(robot.lookup(".wall-state").queryAs(Text.class).getText())
                    .isEqualTo("Available");
            assertThat(robot.lookup(".wall-mail").queryAs(Text.class).getText()).isEqualTo("ada@example.org");
            Node cell = robot.lookup(".wall-cell").query();
            assertThat(cell.getAccessibleText()).isEqualTo("Ada Lovelace: Available");
            assertThat(robot.from(cell)
                            .lookup((Node node) -> node instanceof Circle)
                            .queryAs(Circle.class)
                            .getFill())
                    .isEqualTo(Color.web("#13a10e"));
            assertThat(robot.from(cell)
                            .lookup((Node node) -> node instanceof SVGPath)
                            .queryAs(SVGPath.class)
                            .getContent())
                    .isNotEmpty();
        }

        @Test
        void inGerman() {
            open(WallTheme.LIGHT, Locale.GERMANY);
            stands(of(Person.of("ada", "Ada", "ada@example.org"), MEETING), 1, Optional.empty());
            assertThat(text("wall-counts")).isEqualTo("1 von 1 sind da");
            assertThat(robot.lookup(".wall-state").queryAs(Text.class).getText())
                    .isEqualTo("In einer Besprechung");
        }

        @ParameterizedTest
        @EnumSource
        void onTheColourOfItsTheme(WallTheme theme) {
            open(theme, Locale.UK);
            stands(of(5), 5, Optional.empty());
            Color background = Color.web(WallColours.of(theme).background());
            Parent root = stage().orElseThrow().getScene().getRoot();
            assertThat(((WallPane) root).getBackground().getFills().get(0).getFill())
                    .isEqualTo(background);
        }

        @Test
        void withStrangeNamesCutWhereTheyAreTooLong() {
            open();
            Map<Person, Presence> strange = new HashMap<>();
            strange.put(Person.of("a", "A".repeat(300), "a@example.org"), AVAILABLE);
            strange.put(Person.of("b", "👩\u200d💻 Zoë 🎉 שלום", "b@example.org"), MEETING);
            strange.put(Person.of("c", "", "c@example.org"), MEETING);
            stands(wall(strange, EnumSet.noneOf(Scope.class)), 3, Optional.empty());
            assertThat(names())
                    .anySatisfy(name -> assertThat(name).startsWith("AAAA").endsWith("…"));
            assertThat(names()).anySatisfy(name -> assertThat(name).contains("שלום"));
            assertThat(names()).contains("c@example.org");
            robot.lookup(".wall-cell")
                    .queryAll()
                    .forEach(cell -> robot.from(cell)
                            .lookup((Node node) -> node instanceof Text)
                            .queryAllAs(Text.class)
                            .forEach(line -> assertThat(line.getBoundsInParent().getMaxX())
                                    .isLessThanOrEqualTo(cell.getLayoutBounds().getWidth() + 1)));
        }

        @Test
        void andHowWellTechnicalAccountsCouldBeLeftOut() {
            open();
            stands(of(3), 3, Optional.empty());
            assertThat(text("wall-note")).startsWith("Without rooms, shared mailboxes, guests");
            stands(of(Person.of("ada", "Ada", "ada@example.org"), AVAILABLE), 1, Optional.empty());
            assertThat(text("wall-note")).contains("may not read who they are");
        }

        @Test
        void andSaysWhenThatIsAWhileAgoAndWhy() {
            open();
            now = NOON.plusSeconds(75);
            stands(of(3), 3, Optional.of(Problem.of(Problem.Kind.NO_NETWORK)));
            assertThat(text("wall-clock")).isEqualTo("As of 12:00:00, 1 min ago");
            assertThat(robot.lookup("#wall-clock").queryAs(Text.class).getFill())
                    .isEqualTo(Color.web(WallColours.of(WallTheme.DARK).warning()));
            assertThat(text("wall-note")).isEqualTo(Messages.in(Locale.UK).say("problem.no-network"));
        }

        @Test
        void orThatThereIsNobody() {
            open();
            stands(wall(Map.of(), Set.of()), 12, Optional.empty());
            assertThat(text("wall-sentence")).isEqualTo("Nobody is there just now.");
            stands(wall(Map.of(), Set.of()), 0, Optional.empty());
            assertThat(text("wall-sentence")).contains("hides its members");
        }

        @Test
        void andEmptiesAtOnce() {
            open();
            stands(of(30), 30, Optional.empty());
            assertThat(names()).hasSize(30);
            failed(Problem.of(Problem.Kind.NOT_SIGNED_IN));
            assertThat(names()).isEmpty();
            assertThat(text("wall-sentence")).isEqualTo("Nobody is signed in.");
            assertThat(text("wall-counts")).isEmpty();
            assertThat(text("wall-clock")).isEmpty();
        }
    }

    @Nested
    class TurnsItsPages {

        private final Wall large = of(5_000);

        @Test
        void byItselfWithTheCellsOfOnePageOnly() {
            open();
            stands(large, 5_000, Optional.empty());
            assertThat(text("wall-page")).isEqualTo(page(1, large));
            int capacity = names().size();
            assertThat(capacity).isLessThan(100);
            assertThat(names().get(0)).isEqualTo("Person 00000");
            Set<Node> cells = robot.lookup(".wall-cell").queryAll();
            pass(WallPager.EVERY);
            await().until(() -> text("wall-page").equals(page(2, large)));
            settle();
            assertThat(names().get(0)).isEqualTo(String.format("Person %05d", capacity));
            assertThat(robot.lookup(".wall-cell").queryAll()).isEqualTo(cells);
        }

        @Test
        void notWhilePausedAndSaysSo() {
            open();
            stands(large, 5_000, Optional.empty());
            press(KeyCode.SPACE);
            assertThat(text("wall-page")).startsWith("Paused on page 1 of");
            pass(Duration.ofHours(1));
            press(KeyCode.RIGHT);
            assertThat(text("wall-page")).startsWith("Paused on page 2 of");
            press(KeyCode.LEFT);
            press(KeyCode.LEFT);
            assertThat(text("wall-page")).isEqualTo("Paused on page " + pages(large) + " of " + pages(large));
            assertThat(names().get(names().size() - 1)).isEqualTo("Person 04999");
            press(KeyCode.SPACE);
            assertThat(text("wall-page")).startsWith("Page ");
        }

        @Test
        void andShowsNoneWhereThereIsOne() {
            open();
            stands(of(12), 12, Optional.empty());
            press(KeyCode.SPACE);
            assertThat(text("wall-page")).isEmpty();
        }

        @Test
        void withoutAnythingThatMovesWhereThatIsWanted() {
            open();
            stands(large, 5_000, Optional.empty());
            press(KeyCode.RIGHT);
            assertThat(robot.lookup("#wall-people").query().getOpacity()).isEqualTo(1);
        }

        @Test
        void elseFadingIn() {
            still = false;
            open();
            stands(large, 5_000, Optional.empty());
            press(KeyCode.RIGHT);
            await().until(() -> robot.lookup("#wall-people").query().getOpacity() == 1);
            assertThat(text("wall-page")).isEqualTo(page(2, large));
        }
    }

    @Nested
    class Obeys {

        @Test
        void escape() {
            open();
            press(KeyCode.ESCAPE);
            assertThat(pressed.closed).hasValue(1);
        }

        @Test
        void enterWhereSomethingHasFailedOnly() {
            open();
            stands(of(3), 3, Optional.empty());
            press(KeyCode.ENTER);
            assertThat(pressed.again).hasValue(0);
            failed(Problem.of(Problem.Kind.NOT_FOUND));
            assertThat(text("wall-sentence")).startsWith("There is no group with this name or id.");
            assertThat(text("wall-title")).isEqualTo("service");
            assertThat(text("wall-keys")).startsWith("Enter tries again");
            press(KeyCode.ENTER);
            assertThat(pressed.again).hasValue(1);
        }

        @Test
        void aDoubleClickAndFGoFromFullScreenToAWindowAndBack() {
            open();
            assertThat(stage().orElseThrow().isFullScreen()).isTrue();
            press(KeyCode.F);
            assertThat(stage().orElseThrow().isFullScreen()).isFalse();
            robot.interact(() -> doubleClick(stage().orElseThrow()));
            assertThat(stage().orElseThrow().isFullScreen()).isTrue();
        }

        private void doubleClick(Stage stage) {
            MouseEvent click = new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    2,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null);
            javafx.event.Event.fireEvent(stage.getScene(), click);
        }

        @Test
        void whoeverReadsOnlyAndSeesNoPointerAfterTwoSeconds() {
            open();
            stands(of(3), 3, Optional.empty());
            assertThat(robot.lookup("#wall-keys").query().isVisible()).isTrue();
            pass(WallStage.POINTER_RESTS);
            await().until(() -> stage().orElseThrow().getScene().getCursor() == Cursor.NONE);
            settle();
            assertThat(robot.lookup("#wall-keys").query().isVisible()).isFalse();
            press(KeyCode.H);
            assertThat(stage().orElseThrow().getScene().getCursor()).isEqualTo(Cursor.DEFAULT);
            assertThat(robot.lookup("#wall-keys").query().isVisible()).isTrue();
        }
    }

    @Test
    void saysHowManyHaveBeenRead() {
        open();
        assertThat(text("wall-sentence")).isEqualTo("Reading who is in it…");
        wall.show(
                new WallState(WANTED, Optional.of(DESK), 12_000, Optional.empty(), Optional.empty(), Optional.empty()));
        settle();
        assertThat(text("wall-sentence")).isEqualTo("12,000 people read…");
    }

    @Test
    void knowsItsMonitors() {
        open();
        assertThat(wall.monitors()).isPositive();
    }

    @Test
    void withoutAToolkitThereAreNoMonitors() {
        open();
        FullScreenWall none = new FullScreenWall(
                task -> {
                    throw new java.util.concurrent.RejectedExecutionException("no toolkit");
                },
                Messages.in(Locale.UK),
                () -> ZoneOffset.UTC,
                () -> now,
                () -> up,
                () -> false,
                () -> true);
        assertThat(none.monitors()).isZero();
        assertThat(none.open(new WallRequest(WANTED, Optional.empty(), Optional.of(WallTheme.DARK)), pressed))
                .isFalse();
    }
}
