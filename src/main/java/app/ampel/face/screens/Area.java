package app.ampel.face.screens;

/** A piece of the desktop, in its units. */
public record Area(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /** How much of {@code other} lies in it. */
    double shared(Area other) {
        double across = Math.min(right(), other.right()) - Math.max(x, other.x);
        double down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }
}
