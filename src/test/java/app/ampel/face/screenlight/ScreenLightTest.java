package app.ampel.face.screenlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.ScreenLight;
import app.ampel.domain.light.Transport;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.SignPath;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.window.Place;
import app.ampel.service.window.PlaceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The light on the screen on a real manager; JavaFX draws into memory. */
class ScreenLightTest {

    private static final String TITLE = "On-screen light of a test";

    private static final ScreenLight SHOWN = ScreenLight.USUAL.withShown(true);

    private static final class Shelf implements PlaceStore {
        private volatile Optional<Place> spot = Optional.empty();

        @Override
        public Optional<Place> last(String monitors) {
            return spot;
        }

        @Override
        public void keep(String monitors, Optional<Place> where) {
            spot = where;
        }
    }

    /** It notes what it is asked for. */
    private final class Desktop implements LampDesktop {
        @Override
        public boolean keepOut(String title) {
            return canBeKeptOut;
        }

        @Override
        public boolean hidesOwned() {
            return owns;
        }

        @Override
        public boolean leaveTaskBar(long window) {
            return ++asked == 5;
        }

        @Override
        public void cut(long window, int diameter) {
            cuts.add(diameter);
        }
    }

    private static Place spot(double x, double y) {
        double size = ScreenLight.USUAL.size().pixels();
        return new Place(x, y, size, size);
    }

    private final Shelf shelf = new Shelf();
    private final FxRobot robot = new FxRobot();
    private volatile int opened;
    private volatile boolean canBeKeptOut;
    private volatile boolean owns;
    private volatile int asked;
    private final List<Integer> cuts = new CopyOnWriteArrayList<>();
    private ScreenBus bus;
    private LightManager manager;

    @BeforeAll
    static void startTheToolkit(@TempDir Path libraries) {
        assertThat(new Toolkit(libraries, true).start()).isTrue();
    }

    private void plugIn(Executor toolkit) {
        bus = new ScreenBus("On-screen light", TITLE, toolkit, shelf, new Desktop(), () -> opened++, SHOWN);
        manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        manager.start();
    }

    @AfterEach
    void switchOff() {
        manager.close(Duration.ofSeconds(10));
        await().until(() -> stage().isEmpty());
    }

    private static Optional<Stage> stage() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage stage && TITLE.equals(stage.getTitle()) && stage.isShowing())
                .filter(window -> window.getOpacity() > 0 && window.getWidth() > 1)
                .map(Stage.class::cast)
                .findFirst();
    }

    private Parent lamp() {
        await().until(() -> stage().isPresent());
        return stage().orElseThrow().getScene().getRoot();
    }

    private Optional<Color> glass() {
        return Stream.of(lamp())
                .flatMap(lamp -> lamp.getChildrenUnmodifiable().stream())
                .filter(Circle.class::isInstance)
                .map(Circle.class::cast)
                .filter(circle -> circle.getFill() instanceof RadialGradient)
                .map(circle ->
                        ((RadialGradient) circle.getFill()).getStops().get(1).getColor())
                .findFirst();
    }

    @Test
    void showsWhatTheDeskIsTold() {
        plugIn(Platform::runLater);
        manager.show(LightCommand.solid(Colour.AMBER));
        await().until(() -> glass().equals(Optional.of(Color.web("#ffbf00"))));
        manager.show(LightCommand.OFF);
        await().until(() -> glass().filter(dark -> dark.getBrightness() < 0.4).isPresent());
    }

    @Test
    void isALightLikeAnyOther() {
        plugIn(Platform::runLater);
        await().until(() -> manager.states().stream()
                .anyMatch(light -> light.condition() == LightState.Condition.OK
                        && light.transport() == Transport.SCREEN
                        && light.id().equals("screen")));
        manager.pause(true);
        await().until(() -> stage().isEmpty());
        manager.pause(false);
        await().until(() -> stage().isPresent());
    }

    @Test
    void staysAboveAllWindowsWhereItWasLeft() {
        shelf.spot = Optional.of(spot(100, 200));
        plugIn(Platform::runLater);
        lamp();
        Stage stage = stage().orElseThrow();
        assertThat(stage.isAlwaysOnTop()).isTrue();
        await().until(() -> stage.getX() == 100 && stage.getY() == 200);
    }

    @Test
    void comesBackWhenItsScreenIsGone() {
        shelf.spot = Optional.of(spot(-90_000, 0));
        plugIn(Platform::runLater);
        lamp();
        assertThat(stage().orElseThrow().getX()).isPositive();
    }

    @Test
    void canBeDraggedAndRemembersWhere() {
        shelf.spot = Optional.of(spot(100, 200));
        plugIn(Platform::runLater);
        Parent lamp = lamp();
        robot.interact(() -> {
            fire(lamp, MouseEvent.MOUSE_PRESSED, 120, 220, 1);
            fire(lamp, MouseEvent.MOUSE_DRAGGED, 150, 190, 1);
            fire(lamp, MouseEvent.MOUSE_RELEASED, 150, 190, 1);
        });
        assertThat(shelf.spot).contains(spot(130, 170));
    }

    @Test
    void opensTheWindowOnADoubleClick() {
        plugIn(Platform::runLater);
        Parent lamp = lamp();
        robot.interact(() -> fire(lamp, MouseEvent.MOUSE_PRESSED, 120, 220, 2));
        assertThat(opened).isEqualTo(1);
        assertThat(shelf.spot).isEmpty();
    }

    @Test
    void comesAndGoesAsTheUserLikes() {
        plugIn(Platform::runLater);
        lamp();
        bus.apply(ScreenLight.USUAL);
        await().until(() -> stage().isEmpty());
        assertThat(manager.states()).isEmpty();
        bus.apply(SHOWN);
        await().until(() -> stage().isPresent());
    }

    @Test
    void growsAndGoesToAnotherCorner() {
        shelf.spot = Optional.of(spot(100, 200));
        plugIn(Platform::runLater);
        lamp();
        bus.apply(SHOWN.with(ScreenLight.Size.LARGE).with(ScreenLight.Corner.BOTTOM_LEFT));
        Stage stage = stage().orElseThrow();
        await().until(() -> stage.getWidth() == 128 && stage.getX() == 24);
        assertThat(stage.getY()).isEqualTo(Screen.getPrimary().getVisualBounds().getMaxY() - 128 - 24);
        assertThat(shelf.spot).isEmpty();
    }

    @Test
    void staysAwayWhileTheDeskHasLetGoOfIt() {
        plugIn(Platform::runLater);
        lamp();
        manager.pause(true);
        await().until(() -> stage().isEmpty());
        bus.apply(SHOWN.with(ScreenLight.Size.SMALL));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage()).isEmpty();
    }

    @Test
    void hidesWhilePresentingAndOpensNoWindowAfterwardsWhichWouldTakeTheKeyboard() {
        plugIn(Platform::runLater);
        lamp();
        Stage before = stage().orElseThrow();
        bus.presenting(true);
        await().until(() -> stage().isEmpty());
        await().untilAsserted(() -> assertThat(manager.states())
                .singleElement()
                .satisfies(light -> assertThat(light.hint())
                        .contains(new LightState.Hint("light.hint.hidden", "On-screen light"))));
        bus.presenting(false);
        await().until(() -> manager.states().get(0).hint().isEmpty());
        await().untilAsserted(() -> assertThat(stage()).containsSame(before));
    }

    @Test
    void staysWhilePresentingIfTheUserOrTheSystemSeesToThat() {
        canBeKeptOut = true;
        plugIn(Platform::runLater);
        lamp();
        bus.presenting(true);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage()).isPresent();
    }

    @Test
    void saysTheStateByItsSignToo() {
        plugIn(Platform::runLater);
        SVGPath sign = (SVGPath) lamp().lookup("#lamp-sign");
        for (Sign state : Sign.values()) {
            bus.show(state);
            await().until(() -> SignPath.of(state).equals(sign.getContent()));
        }
    }

    @Test
    void itsSignStandsOutFromWhateverColourIsLit() {
        plugIn(Platform::runLater);
        SVGPath sign = (SVGPath) lamp().lookup("#lamp-sign");
        for (Colour colour : List.of(
                Colour.RED,
                Colour.GREEN,
                Colour.BLUE,
                Colour.AMBER,
                Colour.ORANGE,
                Colour.YELLOW,
                Colour.CYAN,
                Colour.AZURE,
                Colour.MAGENTA,
                Colour.MAGENTA_RED,
                Colour.WHITE,
                Colour.BLACK,
                Colour.VIOLET)) {
            manager.show(LightCommand.solid(colour));
            await().untilAsserted(
                            () -> assertThat(manager.states().get(0).shown()).isEqualTo(LightCommand.solid(colour)));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(grounds())
                    .as(colour.toString())
                    .hasSize(2)
                    .allSatisfy(ground -> assertThat(LampSign.contrast((Color) sign.getFill(), ground))
                            .isGreaterThan(3));
        }
    }

    private List<Color> grounds() {
        return lamp().getChildrenUnmodifiable().stream()
                .filter(Circle.class::isInstance)
                .map(circle -> ((Circle) circle).getFill())
                .filter(RadialGradient.class::isInstance)
                .flatMap(fill -> ((RadialGradient) fill).getStops().stream())
                .map(Stop::getColor)
                .toList();
    }

    @Test
    void leavesTheTaskBarAsSoonAsTheDesktopKnowsIt() {
        plugIn(Platform::runLater);
        await().until(() -> asked == 5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage().orElseThrow().getOwner()).isNull();
        assertThat(asked).isEqualTo(5);
    }

    @Test
    void belongsToAnUnseenWindowWhereThatKeepsItOutOfTheTaskBar() {
        owns = true;
        plugIn(Platform::runLater);
        lamp();
        Window owner = stage().orElseThrow().getOwner();
        assertThat(owner.getOpacity()).isZero();
        assertThat(asked).isZero();
        manager.close(Duration.ofSeconds(10));
        await().until(() -> !owner.isShowing());
    }

    @Test
    void isNoLightAtAllWhereThereIsNoDisplay() {
        plugIn(task -> {
            throw new RejectedExecutionException();
        });
        manager.show(LightCommand.solid(Colour.RED));
        await().until(() -> manager.states().isEmpty());
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        node.fireEvent(new MouseEvent(
                type,
                20,
                20,
                x,
                y,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }
}
