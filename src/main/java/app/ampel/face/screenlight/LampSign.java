package app.ampel.face.screenlight;

import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.SignPath;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** The state's sign in the middle of the lamp: it can be told from others without its colour. */
final class LampSign {

    /** Of the lamp's diameter. */
    private static final double SHARE = 0.5;

    private static final double BOX = 24;
    private static final Color INK = Color.web("#1f2328");
    private static final Color CHALK = Color.WHITE;

    private final SVGPath path = new SVGPath();

    LampSign() {
        path.setId("lamp-sign");
        path.setFillRule(FillRule.EVEN_ODD);
        path.setMouseTransparent(true);
    }

    Node node() {
        return path;
    }

    void show(Sign sign) {
        path.setContent(SignPath.of(sign));
    }

    /** @param diameter the lamp's */
    void fit(double diameter) {
        double scale = SHARE * diameter / BOX;
        double begins = (diameter - BOX * scale) / 2;
        path.getTransforms().setAll(new Translate(begins, begins), new Scale(scale, scale));
    }

    /** In the ink that stands out from all of it. */
    void standOn(Color... grounds) {
        path.setFill(least(INK, grounds) > least(CHALK, grounds) ? INK : CHALK);
    }

    private static double least(Color ink, Color... grounds) {
        return Arrays.stream(grounds)
                .mapToDouble(ground -> contrast(ink, ground))
                .min()
                .orElseThrow();
    }

    /** As the Web Content Accessibility Guidelines reckon it, from 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
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
