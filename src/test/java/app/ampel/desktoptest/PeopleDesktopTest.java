package app.ampel.desktoptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's pictures of colleagues: the watch list, and the card of somebody who was found for a question. */
@Tag("desktop")
@Timeout(300)
class PeopleDesktopTest {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 820;
    private static final Point WINDOW = new Point(40, 40);
    private static final Dimension SIZE = new Dimension(560, 724);

    /** What lies behind the window. */
    private static final List<String> BACKGROUND =
            List.of("hsetroot", "-add", "#2b5876", "-add", "#4e4376", "-gradient", "30");

    /** Below the rail and the note of the demo, where the page is. */
    private static final Rectangle PAGE =
            new Rectangle(WINDOW.x + 110, WINDOW.y + 80, SIZE.width - 120, SIZE.height - 90);

    /** The field of the card for what it is about. */
    private static final Point TOPIC = new Point(373, 522);

    // As on a screen in Teams.
    private static final int GREEN = 0x13a10e;
    private static final int AMBER = 0xeaa300;

    /** Pixels of its colour that a state has at least. */
    private static final int DISC = 80;

    /** So many are free at least, at that hour. */
    private static final int FREE = 4;

    /** A button that stands out: light and dark, with and without the focus. */
    private static final Set<Integer> ACCENTS = Set.of(0x0969da, 0x0757ba, 0x0550ae, 0x1f6feb, 0x1158c7);

    /** Pixels that it has at least; the border of a field has fewer. */
    private static final int BUTTON = 1100;

    /** Pixels of the border of the field that has the focus. */
    private static final int FIELD = 500;

    /** How wide a question is at least. */
    private static final int QUESTION = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(80);

    private Path folder;
    private DesktopSession desktop;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-c");
        desktop = new DesktopSession(folder, Path.of("target/desktop"), WIDTH, HEIGHT, "openbox");
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

    @ParameterizedTest
    @CsvSource({"Adwaita, ''", "Adwaita:dark, -dark"})
    void whoIsFreeIsSeenAndSomebodyIsFound(String theme, String shade) throws Exception {
        DemoProgram ampel = new DemoProgram(desktop, folder, "en", Map.of("GTK_THEME", theme), "10:05");
        ampel.approve(1);
        await().atMost(PATIENCE).until(() -> !window().isEmpty());
        await().atMost(PATIENCE)
                .until(() -> ampel.status().at("/account/state").asText().equals("signed-in"));
        desktop.run("xdotool", "windowsize", "--sync", window(), SIZE.width + "", SIZE.height + "");
        desktop.run("xdotool", "windowmove", window(), WINDOW.x + "", WINDOW.y + "", "windowactivate", window());
        desktop.run(BACKGROUND.toArray(String[]::new));
        toPeople();
        // The demo has just asked a lot, and requests have to wait for one another.
        await().atMost(PATIENCE)
                .until(() -> DesktopSession.middleOf(desktop.look(), PAGE, GREEN, FREE * DISC)
                        .isPresent());
        desktop.awaitColour(PAGE, AMBER, DISC);
        desktop.picture("people" + shade);

        find();
        BufferedImage card = desktop.picture("people-card" + shade);
        assertThat(DesktopSession.middleOf(card, PAGE, GREEN, DISC)).isPresent();
        ampel.type("stop");
        assertThat(ampel.awaitEnd(PATIENCE)).isZero();
    }

    private String window() throws Exception {
        return desktop.run("xdotool", "search", "--onlyvisible", "--name", "^Ampel$")
                .strip();
    }

    private void key(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--delay", "60"));
        command.addAll(List.of(keys));
        desktop.run(command.toArray(String[]::new));
    }

    private void write(String text) throws Exception {
        desktop.run("xdotool", "type", "--delay", "40", text);
    }

    /** Whether there is a button that stands out. */
    private boolean standsOut() throws Exception {
        return hasAccent(BUTTON);
    }

    private boolean hasAccent(int pixels) throws Exception {
        BufferedImage look = desktop.look();
        return ACCENTS.stream()
                .anyMatch(
                        rgb -> DesktopSession.middleOf(look, PAGE, rgb, pixels).isPresent());
    }

    /** From the page that says who has signed in to the one with the ring, and on. */
    private void toPeople() throws Exception {
        await().atMost(PATIENCE).until(this::standsOut);
        key("Return");
        await().atMost(PATIENCE).until(() -> !standsOut());
        await().atMost(PATIENCE).until(() -> {
            desktop.run("xdotool", "windowactivate", "--sync", window(), "key", "ctrl+2");
            return hasAccent(FIELD);
        });
    }

    /** The last of the saved searches, and whoever it finds is to be asked something. */
    private void find() throws Exception {
        key("ctrl+f", "Tab", "Tab", "Tab", "space");
        await().atMost(PATIENCE).until(this::standsOut);
        desktop.click(TOPIC, 1);
        desktop.moveAway();
        write("Parental leave");
        key("Tab");
        BufferedImage before = desktop.look();
        write("Hello, from when on can I apply for it?");
        await().atMost(PATIENCE).until(() -> DesktopSession.difference(before, desktop.look(), PAGE).width > QUESTION);
    }
}
