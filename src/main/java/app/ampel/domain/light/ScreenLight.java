package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;
import java.util.Objects;

/**
 * What the user wants of the light on the screen.
 *
 * @param shown whether there is one
 * @param corner where it stands until it is dragged somewhere else
 * @param whilePresenting whether it stays where others can see it on the shared screen
 */
public record ScreenLight(boolean shown, Size size, Corner corner, boolean whilePresenting) {

    public static final ScreenLight USUAL = new ScreenLight(false, Size.MEDIUM, Corner.TOP_RIGHT, false);

    public ScreenLight {
        Objects.requireNonNull(size);
        Objects.requireNonNull(corner);
    }

    /** How wide it is, in pixels of a screen at 100 %. */
    public enum Size implements WireName {
        SMALL(48),
        MEDIUM(72),
        LARGE(128);

        private final int pixels;

        Size(int pixels) {
            this.pixels = pixels;
        }

        public int pixels() {
            return pixels;
        }
    }

    /** Of the main screen. */
    public enum Corner implements WireName {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        public boolean isLeft() {
            return this == TOP_LEFT || this == BOTTOM_LEFT;
        }

        public boolean isTop() {
            return this == TOP_LEFT || this == TOP_RIGHT;
        }
    }

    public ScreenLight withShown(boolean other) {
        return new ScreenLight(other, size, corner, whilePresenting);
    }

    public ScreenLight with(Size other) {
        return new ScreenLight(shown, other, corner, whilePresenting);
    }

    public ScreenLight with(Corner other) {
        return new ScreenLight(shown, size, other, whilePresenting);
    }

    public ScreenLight withWhilePresenting(boolean other) {
        return new ScreenLight(shown, size, corner, other);
    }
}
