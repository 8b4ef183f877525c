package app.ampel.desktoptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.Fork;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.TrayMenus;
import app.ampel.face.tray.awt.AwtMenuLines;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built program under a real panel. */
@Tag("desktop")
@Timeout(180)
class TrayDesktopTest {

    private static final Path PICTURES = Path.of("target/desktop");

    // As on a screen in Teams.
    private static final int GREEN = 0x13a10e;
    private static final int RED = 0xd13438;

    /** Pixels of its colour that an icon has in a panel, whatever the sign on it. */
    private static final int ICON = 60;

    private static final Rectangle PANEL = new Rectangle(0, 0, DesktopSession.WIDTH, 26);

    /** Where the menu drops down, between the window and the light on the screen, which change meanwhile. */
    private static final Rectangle BELOW_THE_PANEL = new Rectangle(835, 26, 160, 500);

    /** What the menu is higher than. */
    private static final int MENU = 200;

    /** What stands in the menu: lines, and four separators that are together about half a line high. */
    private static final double LINES = 11.5;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_THE_END = Duration.ofSeconds(30);

    private Path folder;
    private DesktopSession desktop;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-d");
        desktop = new DesktopSession(folder, PICTURES);
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
    void aClickOnInACallReachesMicrosoftAndTheIconSurvivesThePanel() throws Exception {
        DemoProgram ampel = new DemoProgram(desktop, folder, "en");
        ampel.approve(1);
        Process panel = startPanel();
        desktop.moveAway();
        Point icon = desktop.awaitColour(PANEL, GREEN, ICON);
        desktop.picture("tray-available");
        // From the page that says who has signed in to the one with the ring.
        desktop.run(
                "xdotool", "search", "--onlyvisible", "--name", "^Ampel$", "windowactivate", "--sync", "key", "Return");

        Rectangle menu = openMenu(icon, "menu");
        desktop.click(line(menu, 1), 1);
        ampel.approve(2);
        await().atMost(PATIENCE)
                .until(() -> ampel.status().at("/manual/state").asText().equals("in-effect"));
        assertThat(ampel.status().at("/reading/availability").asText()).isEqualTo("Busy");
        assertThat(ampel.status().at("/reading/activity").asText()).isEqualTo("InACall");
        desktop.moveAway();
        desktop.awaitColour(PANEL, RED, ICON);
        desktop.picture("tray-in-a-call");

        DesktopSession.kill(panel);
        desktop.awaitNo(PANEL, RED, ICON);
        startPanel();
        Point again = desktop.awaitColour(PANEL, RED, ICON);

        Rectangle last = openMenu(again, "menu-in-a-call");
        desktop.click(line(last, 10), 1);
        assertThat(ampel.awaitEnd(TO_THE_END)).isZero();
        desktop.awaitNo(PANEL, RED, ICON);
    }

    @Test
    void theMenuSpeaksGerman() throws Exception {
        startPanel();
        DemoProgram ampel = new DemoProgram(desktop, folder, "de");
        ampel.approve(1);
        Point icon = desktop.awaitColour(PANEL, GREEN, ICON);
        Rectangle menu = openMenu(icon, "menu-german");
        desktop.click(line(menu, 10), 1);
        assertThat(ampel.awaitEnd(TO_THE_END)).isZero();
    }

    /** The menu of Windows and macOS against the same data as that of Linux, see {@code LinuxTrayTest}. */
    @Test
    void awtShowsTheSameMenu() throws Exception {
        Fork.Result forked = Fork.run(
                List.of("-Djava.awt.headless=false", "-Dfile.encoding=UTF-8"), desktop.env(), AwtMenuLines.class);
        List<String> expected = new ArrayList<>();
        expected.addAll(TrayMenus.told(AwtMenuLines.FIRST));
        expected.addAll(TrayMenus.told(AwtMenuLines.SECOND));
        expected.addAll(TrayMenus.told(AwtMenuLines.THIRD));
        AwtMenuLines.THIRD
                .all()
                .flatMap(item -> item.action().stream())
                .forEach(action -> expected.add("click: " + action));
        expected.addAll(TrayMenus.told(AwtMenuLines.THIRD));
        assertThat(forked.output().lines()).containsExactlyElementsOf(expected);
        assertThat(forked.exit()).isZero();
        assertThat(AwtMenuLines.THIRD.icon().state()).isEqualTo(IconState.BUSY);
    }

    @Test
    void theFolderHasAnIconForItsLauncher() throws Exception {
        Path share = Path.of("target/ampel/share");
        assertThat(share.resolve("applications/ampel.desktop")).content().contains("\nIcon=ampel\n");
        assertThat(desktop.run("identify", "-format", "%wx%h", share + "/icons/hicolor/48x48/apps/ampel.png"))
                .isEqualTo("48x48");
        assertThat(share.resolve("icons/hicolor/scalable/apps/ampel.svg"))
                .hasSameBinaryContentAs(Path.of("icons/ampel.svg"));
    }

    private Process startPanel() throws Exception {
        return desktop.start("xfce4-panel", "--disable-wm-check");
    }

    private Rectangle openMenu(Point icon, String name) throws Exception {
        // The panel may just have moved its icons to make room for this one.
        BufferedImage before = settled();
        desktop.click(
                DesktopSession.middleOf(before, PANEL, GREEN, ICON)
                        .or(() -> DesktopSession.middleOf(before, PANEL, RED, ICON))
                        .orElse(icon),
                3);
        await().atMost(PATIENCE)
                .until(() -> DesktopSession.difference(before, desktop.look(), BELOW_THE_PANEL).height > MENU);
        return DesktopSession.difference(before, desktop.picture(name), BELOW_THE_PANEL);
    }

    /** The screen, when the panel no longer changes. */
    private BufferedImage settled() {
        BufferedImage[] last = new BufferedImage[1];
        await().atMost(PATIENCE).until(() -> {
            BufferedImage before = last[0];
            last[0] = desktop.look();
            return before != null
                    && DesktopSession.difference(before, last[0], PANEL).isEmpty();
        });
        return last[0];
    }

    /** The middle of the {@code index}th line, counted from 0 without separators; the last ones from below. */
    private static Point line(Rectangle menu, int index) {
        double height = menu.height / LINES;
        double y = index < 5 ? menu.y + height * (index + 0.7) : menu.getMaxY() - height * (11 - index - 0.35);
        return new Point((int) menu.getCenterX(), (int) y);
    }
}
