package app.ampel.face.window.wall;

import app.ampel.domain.people.Wall;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** The people of one page, column by column. There are as many cells as people on it, and the same for every page. */
final class WallGrid extends Region {

    private final List<WallCell> cells = new ArrayList<>();
    private final WallWords words;
    private final WallColours colours;
    private final Ruler ruler = new Ruler();
    private int shown;
    private int rows = 1;
    private double cellWidth;
    private double cellHeight;

    WallGrid(WallWords words, WallColours colours) {
        this.words = words;
        this.colours = colours;
        setId("wall-people");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
    }

    /**
     * @param page who is on it
     * @param people how many there are on all pages
     */
    void show(List<Wall.Row> page, int people, WallLayout layout) {
        while (cells.size() < page.size()) {
            cells.add(new WallCell(words, colours, ruler));
        }
        // A cell keeps whom it has shown.
        while (cells.size() > page.size()) {
            cells.remove(cells.size() - 1);
        }
        shown = page.size();
        rows = layout.rowsFor(people);
        cellWidth = layout.cellWidth();
        cellHeight = layout.cellHeight(people);
        for (int i = 0; i < shown; i++) {
            WallCell cell = cells.get(i);
            cell.resize(layout.text());
            cell.show(page.get(i), cellWidth, layout.area().mails());
        }
        if (getChildren().size() != shown) {
            getChildren().setAll(cells.subList(0, shown));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < shown; i++) {
            cells.get(i).resizeRelocate(i / rows * cellWidth, i % rows * cellHeight, cellWidth, cellHeight);
        }
    }
}
