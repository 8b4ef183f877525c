package app.ampel.desktoptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The picture of the README: Ampel late on a full day, on a desktop as people have one. */
@Tag("desktop")
@Timeout(180)
class PictureDesktopTest {

    private static final int WIDTH = 1160;
    private static final int HEIGHT = 880;
    private static final Rectangle PANEL = new Rectangle(0, 0, WIDTH, 28);

    /** What shows through a window that has no square around it: a gradient between two dark colours. */
    private static final List<String> BACKGROUND =
            List.of("hsetroot", "-add", "#2b5876", "-add", "#4e4376", "-gradient", "30");

    private static final int BRIGHTEST_BACKGROUND = 0x80;

    // As on a screen in Teams.
    private static final int GREEN = 0x13a10e;
    private static final int RED = 0xd13438;
    private static final int AMBER = 0xeaa300;

    /** Pixels of its colour that an icon has in a panel. */
    private static final int ICON = 60;

    /** Where the menu drops down. */
    private static final Rectangle MENU = new Rectangle(WIDTH - 250, 28, 250, 350);

    private static final Point WINDOW = new Point(60, 64);
    private static final Dimension SIZE = new Dimension(560, 768);
    private static final int TITLE_BAR = 24;

    /** The window with its title bar. */
    private static final Rectangle FRAME = new Rectangle(WINDOW.x, WINDOW.y, SIZE.width, SIZE.height + TITLE_BAR);

    private static final Point LAMP = new Point(890, 580);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path folder;
    private DesktopSession desktop;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-p");
        Path settings = Files.createDirectories(folder.resolve("home/.config/xfce4/xfconf/xfce-perchannel-xml"));
        for (String name : Set.of("xfwm4.xml", "xfce4-panel.xml")) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
                Files.copy(in, settings.resolve(name));
            }
        }
        desktop = new DesktopSession(folder, Path.of("target/desktop"), WIDTH, HEIGHT, "xfwm4", "--compositor=on");
    }

    @AfterEach
    void stop() throws Exception {
        desktop.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void showsIconMenuWindowDayAndLight() throws Exception {
        desktop.start("xfce4-panel", "--disable-wm-check");
        DemoProgram ampel = new DemoProgram(desktop, folder, "en", Map.of("GTK_THEME", "Greybird"), "15:50");
        ampel.approve(1);
        desktop.awaitColour(PANEL, GREEN, ICON);
        String window = await().atMost(PATIENCE).until(() -> window("^Ampel$"), found -> !found.isEmpty());
        // From the page that says who has signed in to the one with the ring.
        desktop.run("xdotool", "windowactivate", "--sync", window, "key", "Return");
        ampel.beginToType("set", "in-a-call");
        ampel.approve(2);
        await().atMost(PATIENCE)
                .until(() -> ampel.status().at("/manual/state").asText().equals("in-effect"));

        drag(bounds(window("on-screen light")), LAMP);
        desktop.run("xdotool", "windowsize", "--sync", window, SIZE.width + "", SIZE.height + "");
        desktop.run("xdotool", "windowmove", window, WINDOW.x + "", WINDOW.y + "", "windowactivate", "--sync", window);
        // The compositor has begun by now, and takes what it is given.
        desktop.run(BACKGROUND.toArray(String[]::new));
        desktop.awaitNo(DesktopSession.SCREEN, 0, 1000);
        Point icon = desktop.awaitColour(PANEL, RED, ICON);
        BufferedImage before = desktop.look();
        desktop.click(icon, 3);
        await().atMost(PATIENCE).until(() -> DesktopSession.difference(before, desktop.look(), MENU).height > 200);
        desktop.run("xdotool", "mousemove", WIDTH / 2 + 80 + "", HEIGHT - 10 + "");
        Rectangle lamp = bounds(window("on-screen light"));
        // Its light comes and goes; in its middle is the sign.
        Point glass = new Point((int) lamp.getCenterX(), lamp.y + lamp.height * 5 / 6);
        BufferedImage picture = await().atMost(PATIENCE)
                .until(
                        () -> desktop.picture("desktop"),
                        taken -> new Color(taken.getRGB(glass.x, glass.y)).getRed() > 0xf0);

        assertThat(bounds(window).getSize()).isEqualTo(SIZE);
        assertThat(new Rectangle(0, PANEL.height, WIDTH, HEIGHT - PANEL.height).contains(FRAME))
                .isTrue();
        assertThat(new Color(picture.getRGB(FRAME.x + FRAME.width / 3, FRAME.y + TITLE_BAR / 2)).getRed())
                .as("the title bar is light")
                .isGreaterThan(0xc0);
        assertThat(corners(lamp))
                .as("the lamp is round, and what is behind it shows around it")
                .allSatisfy(corner -> assertThat(new Color(picture.getRGB(corner.x, corner.y)).getBlue())
                        .isBetween(0x60, BRIGHTEST_BACKGROUND));
        assertThat(List.of(GREEN, RED, AMBER))
                .as("the day has green, red and amber hours")
                .allSatisfy(
                        colour -> assertThat(columnsOf(picture, FRAME, colour)).isGreaterThan(20));
        ampel.type("stop");
        assertThat(ampel.awaitEnd(PATIENCE)).isZero();
    }

    private String window(String name) throws Exception {
        return desktop.run("xdotool", "search", "--onlyvisible", "--name", name).strip();
    }

    private Rectangle bounds(String window) throws Exception {
        String geometry = desktop.run("xdotool", "getwindowgeometry", "--shell", window);
        return new Rectangle(
                DesktopSession.number(geometry, "X"),
                DesktopSession.number(geometry, "Y"),
                DesktopSession.number(geometry, "WIDTH"),
                DesktopSession.number(geometry, "HEIGHT"));
    }

    /** By its middle, slowly enough to be noticed. */
    private void drag(Rectangle from, Point to) throws Exception {
        Point start = new Point((int) from.getCenterX(), (int) from.getCenterY());
        desktop.run("xdotool", "mousemove", "--sync", start.x + "", start.y + "", "sleep", "0.4", "mousedown", "1");
        int steps = 8;
        for (int step = 1; step <= steps; step++) {
            int x = start.x + (to.x - start.x) * step / steps;
            int y = start.y + (to.y - start.y) * step / steps;
            desktop.run("xdotool", "mousemove", "--sync", x + "", y + "", "sleep", "0.05");
        }
        desktop.run("xdotool", "mouseup", "1");
        await().atMost(PATIENCE).until(() -> bounds(window("on-screen light")).contains(to));
    }

    /** Just inside of each. */
    private static List<Point> corners(Rectangle of) {
        int right = of.x + of.width - 3;
        int bottom = of.y + of.height - 3;
        return List.of(
                new Point(of.x + 2, of.y + 2),
                new Point(right, of.y + 2),
                new Point(of.x + 2, bottom),
                new Point(right, bottom));
    }

    /** How many columns of the strip have that colour. */
    private static long columnsOf(BufferedImage picture, Rectangle window, int rgb) {
        int top = window.y + window.height / 2;
        return IntStream.range(window.x, window.x + window.width)
                .filter(x -> IntStream.range(top, window.y + window.height)
                        .anyMatch(y -> (picture.getRGB(x, y) & 0xffffff) == rgb))
                .count();
    }
}
