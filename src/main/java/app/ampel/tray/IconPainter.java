package app.ampel.tray;

import java.util.List;

/**
 * Paints the icon pixel by pixel, each as far covered as the shape's edge is near. Java's own graphics would load a
 * toolkit of many megabytes for a dozen small pictures.
 */
public final class IconPainter {

    /** In pixels, as panels use them, also on screens with twice as many of them. */
    public static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48);

    /** Outline around a body, in units of half the icon. */
    private static final double OUTLINE = 0.12;

    private static final double OUTLINE_ALPHA = 0.85;

    private IconPainter() {}

    /** The icon with a side of {@code size} pixels. */
    public static Pixmap paint(IconState state, int size) {
        Drawing drawing = Drawing.of(state);
        int[] argb = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                argb[y * size + x] = pixel(drawing, centre(x, size), centre(y, size), size);
            }
        }
        return new Pixmap(size, argb);
    }

    private static double centre(int pixel, int size) {
        return (pixel + 0.5) * 2 / size - 1;
    }

    private static int pixel(Drawing drawing, double x, double y, int size) {
        Layers layers = new Layers();
        drawing.outline()
                .ifPresent(outline -> layers.add(
                        outline, OUTLINE_ALPHA * covered(drawing.body().grownBy(OUTLINE), x, y, size)));
        layers.add(drawing.colour(), covered(drawing.body(), x, y, size));
        drawing.sign().ifPresent(sign -> layers.add(drawing.signColour(), covered(sign, x, y, size)));
        return layers.argb();
    }

    /** How much of the pixel around that point lies inside, from 0 to 1. */
    private static double covered(Shape shape, double x, double y, int size) {
        return Math.min(1, Math.max(0, 0.5 - shape.distance(x, y) * size / 2));
    }

    /** Colours laid over one another. */
    private static final class Layers {

        private double alpha;
        private double red;
        private double green;
        private double blue;

        void add(int rgb, double cover) {
            alpha = cover + alpha * (1 - cover);
            red = (rgb >> 16 & 0xff) * cover + red * (1 - cover);
            green = (rgb >> 8 & 0xff) * cover + green * (1 - cover);
            blue = (rgb & 0xff) * cover + blue * (1 - cover);
        }

        int argb() {
            return alpha == 0
                    ? 0
                    : channel(alpha * 255) << 24
                            | channel(red / alpha) << 16
                            | channel(green / alpha) << 8
                            | channel(blue / alpha);
        }

        private static int channel(double value) {
            return (int) Math.min(255, Math.max(0, Math.round(value)));
        }
    }
}
