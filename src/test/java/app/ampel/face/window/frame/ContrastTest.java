package app.ampel.face.window.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.window.PageWalk;
import app.ampel.face.window.PageWalk.Stop;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.Ring;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.TeamsColour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** Everything can be read and told from its ground, in the light and in the dark; by WCAG 2, 1.4.3 and 1.4.11. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SIGN = 3;

    @TempDir
    private static Path libraries;

    private static Stream<Arguments> stops() {
        return PageWalk.stops().flatMap(stop -> Stream.of(false, true).map(dark -> Arguments.of(stop, dark)));
    }

    private static <T> T asked(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), question::get);
    }

    @ParameterizedTest
    @MethodSource("stops")
    void everyTextCanBeReadAndEverySignBeSeen(Stop stop, boolean dark) {
        try (PageWalk walk = new PageWalk(libraries, dark).at(stop)) {
            List<String> faults = new ArrayList<>(asked(() -> texts(walk)));
            faults.addAll(asked(() -> pale(walk)));
            faults.addAll(asked(() -> signs(walk)));
            assertThat(faults).isEmpty();
        }
    }

    private static Stream<Node> seen(PageWalk walk) {
        return PageWalk.all(walk.root()).filter(node -> PageWalk.isSeen(node) && !node.isDisabled());
    }

    private static List<String> texts(PageWalk walk) {
        return seen(walk)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text ->
                        !text.getText().isBlank() && text.getFill() instanceof Color fill && fill.getOpacity() > 0)
                .filter(text -> textContrast(text) < TEXT)
                .map(text -> String.format(
                        "\"%s\" of %s: %.2f", text.getText(), PageWalk.name(text.getParent()), textContrast(text)))
                .toList();
    }

    private static double textContrast(Text text) {
        Color ground = ground(text.getParent());
        return contrast(over((Color) text.getFill(), ground), ground);
    }

    /** What lies under a text, by the backgrounds that are set. */
    private static Color ground(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Node around = node; around != null; around = around.getParent()) {
            layers.addAll(below(around));
            if (around instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    Paint paint = fills.get(i).getFill();
                    if (paint instanceof Color colour) {
                        layers.add(colour);
                    }
                }
            }
        }
        Color ground = Color.WHITE;
        for (int i = layers.size() - 1; i >= 0; i--) {
            ground = over(layers.get(i), ground);
        }
        return ground;
    }

    /** The shapes over which it is put, the topmost first. */
    private static List<Color> below(Node node) {
        Bounds text = node.localToScene(node.getLayoutBounds());
        List<Color> below = new ArrayList<>();
        if (node.getParent() instanceof StackPane stack) {
            for (Node each : stack.getChildrenUnmodifiable()) {
                if (each == node) {
                    break;
                }
                if (each instanceof Shape shape
                        && shape.getFill() instanceof Color fill
                        && shape.localToScene(shape.getLayoutBounds()).contains(text)) {
                    below.add(0, fill);
                }
            }
        }
        return below;
    }

    private static Color over(Color above, Color below) {
        double share = above.getOpacity();
        return Color.color(
                above.getRed() * share + below.getRed() * (1 - share),
                above.getGreen() * share + below.getGreen() * (1 - share),
                above.getBlue() * share + below.getBlue() * (1 - share));
    }

    /** What is old or weak says so by its shape. */
    private static List<String> pale(PageWalk walk) {
        return seen(walk)
                .filter(node ->
                        node.getOpacity() < 1 && !(node instanceof Text || node instanceof javafx.scene.shape.Path))
                .filter(node -> !node.getStyleClass().contains("scroll-bar")
                        && !node.getStyleClass().contains("corner"))
                .map(node -> PageWalk.name(node) + " is pale: " + node.getOpacity())
                .toList();
    }

    /** Page by page, as far as the window shows at once. */
    private static List<String> signs(PageWalk walk) {
        List<String> faults = new ArrayList<>();
        ScrollPane scroll = (ScrollPane) walk.root().lookup(".scroll-pane");
        for (double at = 0; at <= 1; at += 0.2) {
            scroll.setVvalue(at);
            WritableImage picture = walk.scene().snapshot(null);
            Bounds view = scroll.localToScene(scroll.getLayoutBounds());
            seen(walk)
                    .filter(ContrastTest::isSign)
                    .filter(node -> view.contains(node.localToScene(node.getLayoutBounds())) || !isWithin(node, scroll))
                    .filter(node -> !isBelowAQuestion(walk, node))
                    .forEach(node -> {
                        double found = signContrast(picture, node.localToScene(node.getLayoutBounds()));
                        String fault = String.format(
                                "%s in %s: %.2f", PageWalk.name(node), PageWalk.name(node.getParent()), found);
                        if (found < SIGN && !faults.contains(fault)) {
                            faults.add(fault);
                        }
                    });
        }
        return faults;
    }

    /** Which floats over the page; the page scrolls from below it. */
    private static boolean isBelowAQuestion(PageWalk walk, Node node) {
        return walk.root().lookupAll(".question").stream()
                .filter(question -> PageWalk.isSeen(question) && !isWithin(node, question))
                .anyMatch(question -> question.localToScene(question.getLayoutBounds())
                        .intersects(node.localToScene(node.getLayoutBounds())));
    }

    private static boolean isWithin(Node node, Node outside) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around == outside) {
                return true;
            }
        }
        return false;
    }

    /** Whatever is drawn, and no text, caret or selection: dots, rings, paths, marks, strips. */
    private static boolean isSign(Node node) {
        boolean drawn = node instanceof Shape && !(node instanceof Text || node instanceof javafx.scene.shape.Path)
                || node instanceof Canvas
                || node instanceof Region region && region.getShape() != null;
        return drawn
                && node.getLayoutBounds().getWidth() >= 2
                && node.getLayoutBounds().getHeight() >= 2
                && (!(node instanceof Shape shape) || shape.getFill() != null || shape.getStroke() != null)
                && (!(node instanceof Region region) || hasColour(region))
                && !isNotTicked(node);
    }

    private static boolean isNotTicked(Node mark) {
        Node control = mark.getParent() == null ? null : mark.getParent().getParent();
        return control instanceof CheckBox box && !box.isSelected()
                || control instanceof RadioButton button && !button.isSelected();
    }

    private static boolean hasColour(Region region) {
        return region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(fill -> fill.getFill() instanceof Color colour && colour.getOpacity() > 0);
    }

    /** The strongest contrast between what is at its edge and what is in it. */
    private static double signContrast(WritableImage picture, Bounds at) {
        Color ground = pixel(picture, at.getMinX() - 1, at.getMinY() - 1);
        double best = 1;
        for (double x = Math.ceil(at.getMinX()); x < at.getMaxX(); x++) {
            for (double y = Math.ceil(at.getMinY()); y < at.getMaxY(); y++) {
                best = Math.max(best, contrast(pixel(picture, x, y), ground));
            }
        }
        return best;
    }

    private static Color pixel(WritableImage picture, double x, double y) {
        PixelReader pixels = picture.getPixelReader();
        return pixels.getColor((int) Math.max(0, Math.min(picture.getWidth() - 1, x)), (int)
                Math.max(0, Math.min(picture.getHeight() - 1, y)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRingAndItsSignStandOutWhateverTheyShow(boolean dark) {
        assertThat(new Toolkit(libraries, true).start()).isTrue();
        List<String> faults = new ArrayList<>();
        for (TeamsColour hue : TeamsColour.values()) {
            for (Sign sign : Sign.values()) {
                for (boolean sure : new boolean[] {true, false}) {
                    Look look = new Look(hue, sign, sure);
                    asked(() -> ringFaults(look, dark)).forEach(fault -> faults.add(look + " " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> ringFaults(Look look, boolean dark) {
        Theme.wear(dark);
        Ring ring = new Ring();
        ring.show(look, 1, "", "");
        StackPane page = new StackPane(ring);
        page.getStyleClass().add("page");
        Scene scene = new Scene(page);
        scene.getStylesheets().add(Theme.own());
        WritableImage picture = scene.snapshot(null);
        Bounds all = ring.localToScene(ring.getLayoutBounds());
        Bounds sign = ring.lookupAll("#sign").stream()
                .map(SVGPath.class::cast)
                .map(path -> path.localToScene(path.getLayoutBounds()))
                .findFirst()
                .orElseThrow();
        Color field = pixel(picture, sign.getMinX() - 6, sign.getMinY() - 6);
        List<String> faults = new ArrayList<>();
        double inField = 1;
        for (double x = sign.getMinX(); x < sign.getMaxX(); x++) {
            for (double y = sign.getMinY(); y < sign.getMaxY(); y++) {
                inField = Math.max(inField, contrast(pixel(picture, x, y), field));
            }
        }
        if (inField < SIGN) {
            faults.add(String.format("sign %.2f", inField));
        }
        Color ground = pixel(picture, all.getMinX() + 2, all.getMinY() + 2);
        double ringed = 1;
        for (double x = all.getMinX(); x < all.getMinX() + 16; x++) {
            for (double y = all.getCenterY() - 12; y < all.getCenterY() + 12; y++) {
                ringed = Math.max(ringed, contrast(pixel(picture, x, y), ground));
            }
        }
        if (ringed < SIGN) {
            faults.add(String.format("ring %.2f", ringed));
        }
        return faults;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
