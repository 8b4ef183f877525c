package app.ampel.face.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import app.ampel.face.tray.Icon;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.IconStyle;
import app.ampel.face.tray.MenuSign;
import app.ampel.face.tray.Pixmap;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import app.ampel.face.tray.TrayMenus;
import app.ampel.face.tray.TrayRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real bus: the daemon that dbus-java brings. */
class LinuxTrayTest {

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));
    private static final TrayMenu MENU = TrayMenus.of(IconState.AVAILABLE, "Available.", false, "a", "b");
    private static final List<Pixmap> PICTURES = new Icon(IconState.AVAILABLE, IconStyle.COLOUR).pictures();

    @TempDir
    private Path folder;

    private final List<TrayAction> clicks = new CopyOnWriteArrayList<>();
    private final List<MenuSign> signs = new CopyOnWriteArrayList<>();
    private final List<Boolean> placed = new CopyOnWriteArrayList<>();
    private String address;
    private EmbeddedDBusDaemon bus;
    private LinuxTray tray;

    @BeforeEach
    void startBus() {
        address = "unix:path=" + folder.resolve("bus");
        bus = newBus();
        tray = new LinuxTray(() -> DBusConnectionBuilder.forAddress(address), SOON);
        tray.start(new TrayRenderer.Events() {
            @Override
            public void clicked(TrayAction action) {
                clicks.add(action);
            }

            @Override
            public void menu(MenuSign sign) {
                signs.add(sign);
            }

            @Override
            public void placed(boolean there) {
                placed.add(there);
            }
        });
    }

    private EmbeddedDBusDaemon newBus() {
        EmbeddedDBusDaemon fresh = new EmbeddedDBusDaemon(address + ",listen=true");
        fresh.startInBackgroundAndWait();
        return fresh;
    }

    @AfterEach
    void stopBus() throws Exception {
        tray.close();
        bus.close();
    }

    private FakePanel panel() throws Exception {
        return new FakePanel(address);
    }

    /** As the library hands them over. */
    private static List<Byte> bytes(Pixmap pixmap) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : pixmap.bytes()) {
            bytes.add(each);
        }
        return bytes;
    }

    /** The panel has been asked, and its answer has come. */
    private void awaitItem(FakePanel panel) {
        await().until(() -> !panel.registered.isEmpty() && isPlaced());
    }

    private boolean isPlaced() {
        return !placed.isEmpty() && placed.get(placed.size() - 1);
    }

    @Nested
    class APanelThatIsThere {

        @Test
        void readsIconAndTooltip() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                var properties = panel.properties();
                assertThat(properties.get("Status").getValue()).isEqualTo("Active");
                assertThat(properties.get("ItemIsMenu").getValue()).isEqualTo(false);
                assertThat(properties.get("Menu").getValue()).hasToString(DBusMenu.PATH);
                assertThat(properties.get("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
                assertThat((Object[]) properties.get("ToolTip").getValue()).endsWith("Ampel", "Available.");
                List<?> pictures = (List<?>) properties.get("IconPixmap").getValue();
                assertThat(properties.get("IconPixmap").getSig()).isEqualTo("a(iiay)");
                assertThat(pictures).hasSize(PICTURES.size());
                Object[] smallest = (Object[]) pictures.get(0);
                assertThat(smallest[0]).isEqualTo(16);
                assertThat(smallest[2]).isEqualTo(bytes(PICTURES.get(0)));
            }
        }

        @Test
        void readsTheMenu() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                assertThat(panel.menuProperties().get("Version").getValue()).isEqualTo(new UInt32(3));
                assertThat(panel.told()).isEqualTo(TrayMenus.told(MENU));
                assertThat(panel.told()).contains("    Light a", "Available. (cannot)", "  15 min (on)");
            }
        }

        @Test
        void readsOnlyAsDeepAndAsMuchAsItWants() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                DBusMenu.Node top = panel.menu().GetLayout(0, 1, List.of("label")).node;
                assertThat(top.children).hasSize(MENU.items().size());
                Object[] first = (Object[]) ((Variant<?>) top.children.get(0)).getValue();
                assertThat(((Map<?, ?>) first[1])).hasSize(1);
                int deep = panel.id("For");
                assertThat(panel.menu().GetLayout(deep, 0, List.of()).node.children)
                        .isEmpty();
                assertThat(panel.menu().GetLayout(deep, 1, List.of()).node.children)
                        .hasSize(2);
                assertThat(panel.menu().GetGroupProperties(List.of(deep, 999), List.of()))
                        .hasSize(1);
                assertThat(panel.menu().GetProperty(deep, "label").getValue()).isEqualTo("For");
            }
        }

        @Test
        void clicks() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                assertThat(panel.click(panel.id("In a_call"), 999)).containsExactly(999);
                panel.menu().Event(panel.id("Light b"), "clicked", new Variant<>(""), new UInt32(7));
                panel.menu().Event(panel.id("Quit"), "hovered", new Variant<>(""), new UInt32(8));
                panel.click(panel.id("Available."));
                panel.icon().Activate(1, 2);
                panel.icon().SecondaryActivate(1, 2);
                await().until(() -> clicks.size() == 4);
                assertThat(clicks)
                        .containsExactly(
                                new TrayAction.Clear(),
                                new TrayAction.Identify("b"),
                                new TrayAction.Open(),
                                new TrayAction.Open());
            }
        }

        @Test
        void letsUsKnowThatSomebodyLooksAtTheMenu() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                int part = panel.id("For");
                panel.menu().AboutToShow(0);
                panel.menu().AboutToShowGroup(List.of(part));
                for (int id : List.of(0, part)) {
                    panel.menu().Event(id, "opened", new Variant<>(0), new UInt32(1));
                }
                panel.menu().Event(part, "closed", new Variant<>(0), new UInt32(2));
                panel.menu().Event(part, "hovered", new Variant<>(0), new UInt32(3));
                panel.menu().Event(0, "closed", new Variant<>(0), new UInt32(4));
                assertThat(signs)
                        .containsExactly(
                                MenuSign.OPENING, MenuSign.LOOKED_AT, MenuSign.OPEN, MenuSign.OPEN, MenuSign.SHUT);
            }
        }

        /** It has nothing to say of the menu itself. */
        @Test
        void likeXfceSaysOnlyWhatPartsOfTheMenuAreOpen() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                int part = panel.id("For");
                panel.menu().AboutToShowGroup(List.of(0));
                panel.menu().AboutToShowGroup(List.of(part));
                for (String event : List.of("opened", "closed")) {
                    panel.menu()
                            .EventGroup(List.of(new DBusMenu.Happening(part, event, new Variant<>(0), new UInt32(0))));
                }
                assertThat(signs).containsExactly(MenuSign.OPENING, MenuSign.LOOKED_AT, MenuSign.OPEN, MenuSign.SHUT);
            }
        }

        @Test
        void asksBeforeItShowsAMenu() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                assertThat(panel.menu().AboutToShow(0)).isFalse();
                var answer = panel.menu().AboutToShowGroup(List.of(0, panel.id("For"), 999));
                assertThat(answer.needUpdate).isEmpty();
                assertThat(answer.notThere).containsExactly(999);
            }
        }
    }

    @Nested
    class WhenSomethingChanges {

        @Test
        void onlyWhatIsDifferentIsTold() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                int call = panel.id("In a_call");
                tray.show(TrayMenus.of(IconState.AVAILABLE, "Available.", true, "a", "b"));
                await().until(() -> panel.signals.contains("ItemsPropertiesUpdated"));
                tray.show(TrayMenus.of(IconState.BUSY, "Available.", true, "a", "b"));
                await().until(() -> panel.signals.contains("NewIcon"));
                assertThat(panel.signals).containsExactly("ItemsPropertiesUpdated", "NewIcon");
                assertThat(panel.id("In a_call")).isEqualTo(call);
                assertThat(panel.told()).contains("In a_call (on)");
            }
        }

        @Test
        void anotherStyleIsAnotherIcon() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                tray.show(new TrayMenu(new Icon(IconState.AVAILABLE, IconStyle.MONO), MENU.sentence(), MENU.items()));
                await().until(() -> !panel.signals.isEmpty());
                assertThat(panel.signals).containsExactly("NewIcon");
            }
        }

        @Test
        void anotherSentenceIsATooltipAndALine() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                tray.show(TrayMenus.of(IconState.AVAILABLE, "Busy.", false, "a", "b"));
                await().until(() -> panel.signals.size() == 2);
                assertThat(panel.signals).containsExactly("NewToolTip", "ItemsPropertiesUpdated");
            }
        }

        @Test
        void whoHasToSignInIsToldSoThatHiddenIconsAreShown() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                tray.show(TrayMenus.of(IconState.SIGNED_OUT, "Available.", false, "a", "b"));
                await().until(() -> panel.signals.size() == 3);
                assertThat(panel.signals).containsExactly("NewIcon", "NewAttentionIcon", "NewStatus");
                assertThat(panel.properties().get("Status").getValue()).isEqualTo("NeedsAttention");
            }
        }

        @Test
        void anotherLightIsAnotherLayout() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                UInt32 before = panel.menu().GetLayout(0, 0, List.of()).revision;
                tray.show(TrayMenus.of(IconState.AVAILABLE, "Available.", false, "b", "c"));
                await().until(() -> panel.signals.contains("LayoutUpdated"));
                assertThat(panel.signals).containsExactly("LayoutUpdated");
                assertThat(panel.menu().GetLayout(0, 0, List.of()).revision).isNotEqualTo(before);
                assertThat(panel.told()).contains("    Light c").doesNotContain("    Light a");
            }
        }

        @Test
        void aClickOnALineThatHasGoneMeansNothing() throws Exception {
            try (FakePanel panel = panel()) {
                tray.show(MENU);
                awaitItem(panel);
                int gone = panel.id("Light a");
                tray.show(TrayMenus.of(IconState.AVAILABLE, "Available.", false, "b", "c"));
                await().until(() -> panel.signals.contains("LayoutUpdated"));
                assertThat(panel.click(gone)).containsExactly(gone);
                panel.click(panel.id("Light b"));
                await().until(() -> !clicks.isEmpty());
                assertThat(clicks).containsExactly(new TrayAction.Identify("b"));
            }
        }
    }

    @Test
    void aPanelThatStartsLaterIsWaitedFor() throws Exception {
        tray.show(MENU);
        await().until(() -> placed.contains(false));
        try (FakePanel panel = panel()) {
            awaitItem(panel);
            assertThat(panel.told()).isEqualTo(TrayMenus.told(MENU));
        }
    }

    @Test
    void aPanelThatComesBackIsToldAgain() throws Exception {
        try (FakePanel panel = panel()) {
            tray.show(MENU);
            awaitItem(panel);
        }
        // The tests' daemon does not tell that a name is gone, only that it is there again; a real one tells both.
        tray.show(TrayMenus.of(IconState.BUSY, "Busy.", false, "a"));
        try (FakePanel panel = panel()) {
            awaitItem(panel);
            assertThat(panel.told()).contains("Busy. (cannot)");
        }
    }

    @Test
    void aBusThatComesBackIsFoundAgain() throws Exception {
        try (FakePanel panel = panel()) {
            tray.show(MENU);
            awaitItem(panel);
            bus.close();
            await().until(panel::isCutOff);
        }
        await().until(() -> !isPlaced());
        Files.deleteIfExists(folder.resolve("bus"));
        bus = newBus();
        try (FakePanel panel = panel()) {
            awaitItem(panel);
            await().until(() -> panel.told().equals(TrayMenus.told(MENU)));
        }
    }

    @Test
    void whatIsClosedIsGoneFromThePanel() throws Exception {
        try (FakePanel panel = panel()) {
            tray.show(MENU);
            awaitItem(panel);
            tray.close();
            await().until(() -> {
                try {
                    panel.told();
                    return false;
                } catch (DBusException | RuntimeException e) {
                    return true;
                }
            });
        }
    }

    @Test
    void retriesAreDoubledUpToALimit() {
        assertThat(Bus.RETRY.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Bus.RETRY.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Bus.RETRY.after(1000)).isEqualTo(Duration.ofMinutes(2));
    }
}
