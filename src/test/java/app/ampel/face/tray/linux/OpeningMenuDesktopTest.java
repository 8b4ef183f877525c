package app.ampel.face.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.desktoptest.DesktopSession;
import app.ampel.domain.retry.BackOff;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.MenuSign;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenus;
import app.ampel.face.tray.TrayRenderer;
import java.awt.Point;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real panel lets us know of somebody who looks at the menu. */
@Tag("desktop")
@Timeout(120)
class OpeningMenuDesktopTest {

    private static final Rectangle PANEL = new Rectangle(0, 0, DesktopSession.WIDTH, 26);
    private static final int GREEN = 0x13a10e;
    private static final int ICON = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    private final List<MenuSign> signs = new CopyOnWriteArrayList<>();
    private Path folder;
    private DesktopSession desktop;
    private LinuxTray tray;

    @BeforeEach
    void start() throws Exception {
        // Not JUnit's own folder: sockets want a short name.
        folder = Files.createTempDirectory("ampel-m");
        desktop = new DesktopSession(folder, Path.of("target/desktop"));
        desktop.start("xfce4-panel", "--disable-wm-check");
        String bus = desktop.env().get("DBUS_SESSION_BUS_ADDRESS");
        tray = new LinuxTray(() -> DBusConnectionBuilder.forAddress(bus), SOON);
        tray.start(new TrayRenderer.Events() {
            @Override
            public void clicked(TrayAction action) {
                // Nobody clicks here.
            }

            @Override
            public void menu(MenuSign sign) {
                signs.add(sign);
            }

            @Override
            public void placed(boolean there) {
                // It is seen.
            }
        });
        tray.show(TrayMenus.of(IconState.AVAILABLE, "Available.", false, "a", "b"));
    }

    @AfterEach
    void stop() throws Exception {
        tray.close();
        desktop.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void thatItOpensAndWhatOfItIsOpen() throws Exception {
        Point icon = desktop.awaitColour(PANEL, GREEN, ICON);
        assertThat(signs).isEmpty();
        desktop.click(icon, 3);
        await().atMost(PATIENCE).until(() -> signs.contains(MenuSign.OPENING));
        assertThat(signs).doesNotContain(MenuSign.OPEN);

        // To the part of it that opens another menu: the first line that can be clicked, and the next.
        desktop.run("xdotool", "key", "Down", "Down", "Right");
        await().atMost(PATIENCE).until(() -> signs.contains(MenuSign.OPEN));
        desktop.picture("menu-part-open");

        desktop.run("xdotool", "key", "Escape", "Escape");
        await().atMost(PATIENCE).until(() -> signs.contains(MenuSign.SHUT));
        assertThat(signs.get(0)).isEqualTo(MenuSign.OPENING);
    }
}
