package app.ampel.desktoptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built program's wall on a real desktop, of the demo's whole organisation, in each of its themes; its pictures are kept. */
@Tag("desktop")
@Timeout(240)
class WallDesktopTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Rectangle SCREEN = new Rectangle(WIDTH, HEIGHT);

    // As in Teams, or lighter on black.
    private static final Map<String, Integer> BACKGROUND = Map.of("light", 0xffffff, "dark", 0x0d1117, "contrast", 0);
    private static final Map<String, Integer> GREEN = Map.of("light", 0x13a10e, "dark", 0x13a10e, "contrast", 0x4dff4d);
    private static final Map<String, Integer> RED = Map.of("light", 0xd13438, "dark", 0xd13438, "contrast", 0xff7b7b);

    /** Where keys are named, and then who was left out. */
    private static final Rectangle FOOT = new Rectangle(0, HEIGHT - 46, WIDTH, 46);

    /** Pixels of ten people's discs. */
    private static final int TEN = 2_500;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Path folder;
    private DesktopSession desktop;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-l");
        desktop = new DesktopSession(folder, Path.of("target/desktop"), WIDTH, HEIGHT, "openbox", "--sm-disable");
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

    private void awaitWall(String theme) {
        await().atMost(PATIENCE).until(() -> {
            BufferedImage screen = desktop.look();
            return corners().allMatch(corner -> rgb(screen, corner) == BACKGROUND.get(theme))
                    && DesktopSession.middleOf(screen, SCREEN, GREEN.get(theme), TEN)
                            .isPresent()
                    && DesktopSession.middleOf(screen, SCREEN, RED.get(theme), TEN)
                            .isPresent();
        });
    }

    /** It is over everything, to the edges of the screen. */
    private static Stream<Point> corners() {
        return Stream.of(
                new Point(0, 0), new Point(WIDTH - 1, 0), new Point(0, HEIGHT - 1), new Point(WIDTH - 1, HEIGHT - 1));
    }

    private static int rgb(BufferedImage picture, Point where) {
        return picture.getRGB(where.x, where.y) & 0xffffff;
    }

    private void awaitNoWall() {
        await().atMost(PATIENCE)
                .until(() -> DesktopSession.middleOf(desktop.look(), SCREEN, GREEN.get("dark"), TEN)
                        .isEmpty());
    }

    @Test
    void fillsTheScreenInEachThemeUntilEscapeOrTheCommandCloses() throws Exception {
        DemoProgram ampel = new DemoProgram(desktop, folder, "en", Map.of("GTK_THEME", "Adwaita"), "10:05");
        ampel.approve(1);
        await().atMost(PATIENCE)
                .until(() -> ampel.status().at("/account/state").asText().equals("signed-in"));
        // The demo approves by itself what a wall needs.
        ampel.beginToType("wall", "--everybody", "--theme", "light");
        awaitWall("light");
        for (String theme : List.of("light", "contrast", "dark")) {
            assertThat(ampel.type("wall", "--everybody", "--theme", theme)).startsWith("The wall shows:");
            awaitWall(theme);
            // The keys go with the pointer.
            BufferedImage before = desktop.look();
            await().atMost(PATIENCE).until(() -> DesktopSession.difference(before, desktop.look(), FOOT).width > 50);
            desktop.picture("wall-" + theme);
        }
        desktop.run("xdotool", "key", "Escape");
        awaitNoWall();
        assertThat(ampel.type("wall", "--stop").strip()).isEqualTo("No wall was open.");
        ampel.type("wall", "--everybody", "--theme", "dark");
        awaitWall("dark");
        assertThat(ampel.type("wall", "--stop").strip()).isEqualTo("The wall is closed.");
        awaitNoWall();
        ampel.type("stop");
        assertThat(ampel.awaitEnd(PATIENCE)).isZero();
    }
}
