package app.ampel.ui;

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

    private static final int LARGEST = 150;

    private final ImageView view = new ImageView();
    private String shown = "";

    QrPicture() {
        setId("qr");
        getStyleClass().add("qr");
        view.setSmooth(false);
        view.setPreserveRatio(true);
        getChildren().add(view);
    }

    void show(String text) {
        if (!text.isEmpty() && !text.equals(shown)) {
            shown = text;
            WritableImage image = draw(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
            view.setImage(image);
            // Whole pixels for each module.
            view.setFitWidth(image.getWidth() * Math.max(2, Math.floor(LARGEST / image.getWidth())));
        }
    }

    private static WritableImage draw(QrCode code) {
        int side = code.size + 2 * QUIET;
        WritableImage image = new WritableImage(side, side);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels.setColor(x, y, code.getModule(x - QUIET, y - QUIET) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
