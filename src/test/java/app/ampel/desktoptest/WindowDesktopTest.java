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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built program's window on a real desktop, in both languages, light and dark; its pictures are kept. */
@Tag("desktop")
@Timeout(180)
class WindowDesktopTest {

    // The ring's colour, as on a screen in Teams.
    private static final int GREEN = 0x13a10e;

    /** Pixels that the ring has at least. */
    private static final int RING = 2000;

    /** A button that stands out: light and dark, with and without the focus. */
    private static final Set<Integer> ACCENTS = Set.of(0x0969da, 0x0757ba, 0x0550ae, 0x1f6feb, 0x1158c7);

    /** Pixels that it has at least, as wide as the page. */
    private static final int BUTTON = 3000;

    /** Behind the status, by the keyboard. */
    private static final List<String> PAGES =
            List.of("people", "lights", "colours", "history", "settings", "diagnostics");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_THE_END = Duration.ofSeconds(30);

    private Path folder;
    private DesktopSession desktop;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-w");
        desktop = new DesktopSession(folder, Path.of("target/desktop"));
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

    private String window() throws Exception {
        return desktop.run("xdotool", "search", "--onlyvisible", "--name", "^Ampel$")
                .strip();
    }

    private void awaitWindow() {
        await().atMost(PATIENCE).until(() -> !window().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"en, Adwaita, light", "en, Adwaita:dark, dark", "de, Adwaita, light", "de, Adwaita:dark, dark"})
    void showsTheSignInThenTheState(String language, String theme, String shade) throws Exception {
        DemoProgram ampel = new DemoProgram(desktop, folder, language, theme);
        awaitWindow();
        awaitShade(shade);
        await().atMost(PATIENCE).until(() -> button().isPresent());
        desktop.picture("window-sign-in-" + language + "-" + shade);

        ampel.approve(1);
        await().atMost(PATIENCE)
                .until(() -> ampel.status().at("/account/state").asText().equals("signed-in"));
        goOn();
        desktop.picture("window-available-" + language + "-" + shade);
        for (int i = 0; i < PAGES.size(); i++) {
            BufferedImage before = desktop.look();
            desktop.run("xdotool", "key", "ctrl+" + (i + 2));
            await().atMost(PATIENCE).until(() -> differ(before, desktop.look()));
            // It fades in.
            await().atMost(PATIENCE).until(() -> !differ(desktop.look(), desktop.look()));
            desktop.picture("window-" + PAGES.get(i) + "-" + language + "-" + shade);
        }

        ampel.type("stop");
        assertThat(ampel.awaitEnd(TO_THE_END)).isZero();
        assertThat(window()).isEmpty();
    }

    /** A page is another one when more has changed than the clock of a page. */
    private static boolean differ(BufferedImage before, BufferedImage after) {
        long changed = IntStream.range(0, before.getWidth() * before.getHeight())
                .filter(i -> before.getRGB(i % before.getWidth(), i / before.getWidth())
                        != after.getRGB(i % before.getWidth(), i / before.getWidth()))
                .count();
        return changed > RING;
    }

    /** Leaves the page that says who has signed in, for the one with the ring. */
    private void goOn() {
        await().atMost(PATIENCE).until(() -> {
            Optional<Point> button = button();
            if (button.isPresent()) {
                desktop.click(button.get(), 1);
                return false;
            }
            return DesktopSession.middleOf(desktop.look(), DesktopSession.SCREEN, GREEN, RING)
                    .isPresent();
        });
    }

    /** The one that stands out on each page of the sign-in. */
    private Optional<Point> button() throws Exception {
        BufferedImage look = desktop.look();
        return ACCENTS.stream()
                .flatMap(rgb -> DesktopSession.middleOf(look, DesktopSession.SCREEN, rgb, BUTTON).stream())
                .findFirst();
    }

    private void awaitShade(String shade) {
        await().atMost(PATIENCE).until(() -> brightness() > 200 == shade.equals("light") && brightness() >= 0);
    }

    /** Of a spot near the window's lower left corner, where nothing is drawn; -1 while there is no window in its place. */
    private int brightness() throws Exception {
        String where =
                desktop.run("xdotool", "search", "--onlyvisible", "--name", "^Ampel$", "getwindowgeometry", "--shell");
        if (where.isBlank()) {
            return -1;
        }
        BufferedImage screen = desktop.look();
        Point spot = new Point(
                DesktopSession.number(where, "X") + 12,
                DesktopSession.number(where, "Y") + DesktopSession.number(where, "HEIGHT") - 40);
        // Before the window manager has placed it, its corner may be anywhere.
        boolean isThere = new Rectangle(screen.getWidth(), screen.getHeight()).contains(spot);
        return isThere ? screen.getRGB(spot.x, spot.y) & 0xff : -1;
    }

    @Test
    void aSecondStartBringsTheWindowBack() throws Exception {
        DemoProgram ampel = new DemoProgram(desktop, folder, "en");
        awaitWindow();
        desktop.run("xdotool", "windowminimize", window());
        await().atMost(PATIENCE).until(() -> window().isEmpty());

        ampel.type();

        awaitWindow();
        assertThat(ampel.isRunning()).isTrue();
        ampel.type("stop");
        assertThat(ampel.awaitEnd(TO_THE_END)).isZero();
    }

    /** GNOME's settings, as far as Ampel asks for them, say what is in a file. */
    private Map<String, String> desktopWhoseThemeIsIn(Path file) throws Exception {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path settings = Files.writeString(programs.resolve("gsettings"), "#!/bin/sh\ncat '" + file + "'\n");
        assertThat(settings.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", programs + ":" + System.getenv("PATH"));
    }

    @Test
    void takesTheDesktopsColoursWhenSomebodyComesBackToIt() throws Exception {
        Path theme = Files.writeString(folder.resolve("theme"), "'prefer-light'");
        DemoProgram ampel = new DemoProgram(desktop, folder, "en", desktopWhoseThemeIsIn(theme));
        awaitWindow();
        awaitShade("light");
        desktop.run("xdotool", "windowminimize", window());
        await().atMost(PATIENCE).until(() -> window().isEmpty());

        Files.writeString(theme, "'prefer-dark'");
        ampel.type();

        awaitShade("dark");
        ampel.type("stop");
        assertThat(ampel.awaitEnd(TO_THE_END)).isZero();
    }
}
