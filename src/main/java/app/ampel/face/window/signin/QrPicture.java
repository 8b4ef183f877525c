package app.ampel.face.window.signin;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code: black on white whatever the theme, or phones do not read it. */
final class QrPicture extends StackPane {

    /** What the standard asks for around it, in modules. */
    private static final int QUIET = 4;

    private static final int LARGEST = 160;

    private final ImageView view = new ImageView();
    private String shown = "";

    QrPicture() {
        setId("qr");
        getStyleClass().add("qr");
        view.setSmooth(false);
        getChildren().add(view);
    }

    void show(String text) {
        if (!text.isEmpty() && !text.equals(shown)) {
            shown = text;
            view.setImage(draw(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)));
        }
    }

    /** Whole pixels for each module, so that nothing is blurred. */
    private static WritableImage draw(QrCode code) {
        int modules = code.size + 2 * QUIET;
        int scale = Math.max(2, LARGEST / modules);
        WritableImage image = new WritableImage(modules * scale, modules * scale);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < modules * scale; y++) {
            for (int x = 0; x < modules * scale; x++) {
                boolean dark = code.getModule(x / scale - QUIET, y / scale - QUIET);
                pixels.setColor(x, y, dark ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
