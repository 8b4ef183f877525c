package app.ampel.face.screens;

import app.ampel.service.window.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/**
 * The monitors that are there.
 *
 * @param all the main one first
 */
public record Monitors(List<Monitor> all) {

    public Monitors {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no monitor");
        }
    }

    /** Those of this computer. On the toolkit's thread. */
    public static Monitors now() {
        Screen main = Screen.getPrimary();
        return new Monitors(
                Stream.concat(Stream.of(main), Screen.getScreens().stream().filter(each -> !each.equals(main)))
                        .map(each -> new Monitor(area(each.getBounds()), area(each.getVisualBounds())))
                        .toList());
    }

    private static Area area(Rectangle2D bounds) {
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    public Monitor main() {
        return all.get(0);
    }

    /** A name for this set of them, the same whenever it is there again. */
    public String name() {
        return all.stream()
                .map(Monitor::bounds)
                .map(each -> Math.round(each.x()) + "," + Math.round(each.y()) + "," + Math.round(each.width()) + "x"
                        + Math.round(each.height()))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** Whether anything of it can be seen. */
    public boolean show(Area something) {
        return all.stream().anyMatch(each -> each.bounds().shared(something) > 0);
    }

    /** In the middle of the main one, a little higher, where one looks first. */
    public Place middle(double width, double height) {
        Area room = main().usable();
        return fit(new Place(
                room.x() + Math.max(0, room.width() - width) / 2,
                room.y() + Math.max(0, room.height() - height) / 3,
                width,
                height));
    }

    /** As near to {@code wanted} as it can be wholly seen, and no larger than there is room for. */
    public Place fit(Place wanted) {
        Area room = of(wanted).usable();
        double width = Math.min(wanted.width(), room.width());
        double height = Math.min(wanted.height(), room.height());
        return new Place(
                Math.max(room.x(), Math.min(wanted.x(), room.right() - width)),
                Math.max(room.y(), Math.min(wanted.y(), room.bottom() - height)),
                width,
                height,
                wanted.maximized());
    }

    /** On which one most of it would be; the main one where it would be on none. */
    public Monitor of(Place place) {
        Area area = new Area(place.x(), place.y(), place.width(), place.height());
        return all.stream()
                .filter(each -> each.bounds().shared(area) > 0)
                .max(Comparator.comparingDouble(each -> each.bounds().shared(area)))
                .orElse(main());
    }
}
