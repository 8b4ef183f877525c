package app.ampel.tray;

/**
 * A shape as its signed distance: how far a point is from its edge, negative inside. Points are from -1 to 1, x to the
 * right and y down.
 */
@FunctionalInterface
interface Shape {

    double distance(double x, double y);

    static Shape disc(double cx, double cy, double radius) {
        return (x, y) -> Math.hypot(x - cx, y - cy) - radius;
    }

    /** A circle drawn with a pen of that width. */
    static Shape ring(double radius, double width) {
        return (x, y) -> Math.abs(Math.hypot(x, y) - radius) - width / 2;
    }

    static Shape box(double left, double top, double right, double bottom) {
        return (x, y) -> {
            double dx = Math.max(left - x, x - right);
            double dy = Math.max(top - y, y - bottom);
            return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
        };
    }

    /** A straight stroke with round ends. */
    static Shape line(double x1, double y1, double x2, double y2, double width) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        return (x, y) -> {
            double along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
            return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2;
        };
    }

    /** The dots of a clock's face: so many discs on a circle, the first at the top. */
    static Shape dots(int count, double radius, double dot) {
        return (x, y) -> {
            double step = 2 * Math.PI / count;
            double angle = Math.atan2(x, -y);
            double off = angle - Math.round(angle / step) * step;
            double r = Math.hypot(x, y);
            return Math.hypot(r * Math.sin(off), r * Math.cos(off) - radius) - dot;
        };
    }

    default Shape and(Shape other) {
        return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
    }

    default Shape without(Shape other) {
        return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
    }

    /** The part that is also in {@code other}. */
    default Shape within(Shape other) {
        return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
    }

    default Shape grownBy(double by) {
        return (x, y) -> distance(x, y) - by;
    }
}
