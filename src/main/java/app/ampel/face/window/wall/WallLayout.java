package app.ampel.face.window.wall;

import java.util.Objects;

/**
 * How many people stand on a page, and how large: as large as all fit on one page, and never too small to be read from three metres;
 * then there are pages. Pure.
 *
 * @param columns that there is room for
 * @param rows that there is room for
 * @param text the size of a name, in pixels
 */
record WallLayout(Area area, int columns, int rows, double text) {

    /**
     * Of the height of the screen: 24 pixels of 1080. On a monitor of 43 inches such a capital is 8 mm high, which is twice what
     * good eyes need from three metres.
     */
    static final double SMALLEST = 1.0 / 45;

    static final double LARGEST = 1.0 / 15;

    /** From one size that is tried to the next. */
    private static final double STEP = 0.94;

    /** In sizes of a name: some twenty letters beside the sign. */
    private static final double CELL_WIDTH = 14.5;

    private static final double TWO_LINES = 2.7;
    private static final double THREE_LINES = 3.5;

    /** So many more still fit before names grow: whoever comes and goes does not make them jump. */
    private static final double SPARE = 1.2;

    /**
     * Where people stand.
     *
     * @param screen the height of the whole screen
     * @param mails whether a third line is needed
     */
    record Area(double width, double height, double screen, boolean mails) {

        double cellHeight(double text) {
            return text * (mails ? THREE_LINES : TWO_LINES);
        }
    }

    WallLayout {
        Objects.requireNonNull(area);
        if (columns < 1 || rows < 1 || !(text > 0)) {
            throw new IllegalArgumentException("a wall without room");
        }
    }

    static WallLayout of(Area area, int people) {
        double smallest = area.screen() * SMALLEST;
        for (double text = area.screen() * LARGEST; text > smallest; text *= STEP) {
            WallLayout tried = sized(area, text);
            if (tried.capacity() >= people && area.cellHeight(text) <= area.height()) {
                return tried;
            }
        }
        return sized(area, smallest);
    }

    private static WallLayout sized(Area area, double text) {
        return new WallLayout(
                area,
                (int) Math.max(1, area.width() / (text * CELL_WIDTH)),
                (int) Math.max(1, area.height() / area.cellHeight(text)),
                Math.max(1, text));
    }

    /** For other people or another area: the same for as long as that is still right. */
    WallLayout following(Area now, int people) {
        boolean fits = area.equals(now) && people <= capacity();
        return fits && of(now, (int) Math.ceil(people * SPARE)).text() <= text ? this : of(now, people);
    }

    int capacity() {
        return columns * rows;
    }

    int pages(int people) {
        return Math.max(1, (people + capacity() - 1) / capacity());
    }

    /** How many rows are used by so many of one page: on a wall of one page all columns have their share. */
    int rowsFor(int people) {
        return people > capacity() ? rows : Math.max(1, (people + columns - 1) / columns);
    }

    double cellWidth() {
        return area.width() / columns;
    }

    /** So many stand a little further apart where there is room. */
    double cellHeight(int people) {
        double least = area.cellHeight(text);
        return Math.max(least, Math.min(area.height() / rowsFor(people), least * SPARE));
    }
}
