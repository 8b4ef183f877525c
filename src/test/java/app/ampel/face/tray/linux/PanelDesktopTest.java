package app.ampel.face.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.os.RealBus;
import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.MenuSign;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenus;
import app.ampel.face.tray.TrayRenderer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Against a real dbus-daemon: panels that are slow to want an icon, and those that believe what is declared. */
@Tag("desktop")
class PanelDesktopTest {

    private static final BackOff SOON = BackOff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));
    private static final BackOff NEVER = BackOff.doubling(Duration.ofHours(1), Duration.ofHours(1));

    @DBusInterfaceName("org.kde.StatusNotifierWatcher")
    public interface Taking extends DBusInterface {
        void RegisterStatusNotifierItem(String service);
    }

    /** Takes icons; says whether somebody shows them. */
    private final class Watcher implements Taking, Properties {
        final AtomicInteger taken = new AtomicInteger();
        volatile boolean hasHost = true;

        @Override
        public void RegisterStatusNotifierItem(String service) {
            taken.incrementAndGet();
        }

        @Override
        public <A> A Get(String type, String name) {
            return PropertyAnswers.one(Map.of(name, new Variant<>(hasHost)), name);
        }

        @Override
        public <A> void Set(String type, String name, A value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            return Map.of();
        }

        @Override
        public String getObjectPath() {
            return StatusNotifierWatcher.PATH;
        }

        void host(DBusConnection from, boolean comes) throws DBusException {
            hasHost = comes;
            from.sendMessage(from.getMessageFactory()
                    .createSignal(
                            null,
                            StatusNotifierWatcher.PATH,
                            StatusNotifierWatcher.NAME,
                            comes ? "StatusNotifierHostRegistered" : "StatusNotifierHostUnregistered",
                            null));
        }
    }

    @TempDir
    private Path folder;

    private final List<Boolean> placed = new CopyOnWriteArrayList<>();
    private final Watcher watcher = new Watcher();
    private RealBus bus;
    private DBusConnection desktop;
    private LinuxTray tray;

    @BeforeEach
    void startBus() throws Exception {
        bus = new RealBus(folder);
        desktop = bus.connect();
    }

    private void show(BackOff backOff) {
        tray = new LinuxTray(() -> DBusConnectionBuilder.forAddress(bus.address()), backOff);
        tray.start(new TrayRenderer.Events() {
            @Override
            public void clicked(TrayAction action) {
                // Nobody clicks here.
            }

            @Override
            public void menu(MenuSign sign) {
                // Nobody looks here.
            }

            @Override
            public void placed(boolean there) {
                placed.add(there);
            }
        });
        tray.show(TrayMenus.of(IconState.AVAILABLE, "Available.", false, "a", "b"));
    }

    @AfterEach
    void stop() {
        tray.close();
        Bus.leave(desktop);
        bus.close();
    }

    private void awaitPlaced(boolean there) {
        await().until(() -> !placed.isEmpty() && placed.get(placed.size() - 1) == there);
    }

    @Nested
    class AWatcherWithoutItsObject {

        @BeforeEach
        void ownTheName() throws DBusException {
            desktop.requestBusName(StatusNotifierWatcher.NAME);
        }

        @Test
        void isAskedAgainUntilItTakesTheIcon() throws DBusException {
            show(SOON);
            await().until(() -> placed.size() > 2);
            assertThat(placed).doesNotContain(true);
            desktop.exportObject(watcher);
            awaitPlaced(true);
            assertThat(watcher.taken).hasValue(1);
        }

        @Test
        void isAskedAtOnceWhenItSaysThatAPanelIsThere() throws DBusException {
            show(NEVER);
            awaitPlaced(false);
            desktop.exportObject(watcher);
            watcher.host(desktop, true);
            awaitPlaced(true);
        }
    }

    @Test
    void aWatcherWithoutAPanelShowsNothingUntilThereIsOne() throws DBusException {
        watcher.hasHost = false;
        desktop.exportObject(watcher);
        desktop.requestBusName(StatusNotifierWatcher.NAME);
        show(NEVER);
        awaitPlaced(false);
        watcher.host(desktop, true);
        awaitPlaced(true);
        watcher.host(desktop, false);
        awaitPlaced(false);
    }

    @Test
    void whoeverIsNotTheWatcherIsNotHeard() throws Exception {
        desktop.exportObject(watcher);
        desktop.requestBusName(StatusNotifierWatcher.NAME);
        show(NEVER);
        awaitPlaced(true);
        DBusConnection stranger = bus.connect();
        watcher.host(stranger, false);
        Bus.leave(stranger);
        watcher.host(desktop, true);
        await().until(() -> watcher.taken.get() == 2);
        assertThat(placed).doesNotContain(false);
    }

    @Test
    void aWatcherThatGoesAndComesIsAskedAnew() throws Exception {
        desktop.exportObject(watcher);
        desktop.requestBusName(StatusNotifierWatcher.NAME);
        show(NEVER);
        awaitPlaced(true);
        desktop.releaseBusName(StatusNotifierWatcher.NAME);
        awaitPlaced(false);
        desktop.requestBusName(StatusNotifierWatcher.NAME);
        awaitPlaced(true);
    }

    /** As written in the specifications, with the signatures that the panels in use expect. */
    @Nested
    class WhatIsDeclared {

        @BeforeEach
        void show() throws DBusException {
            desktop.exportObject(watcher);
            desktop.requestBusName(StatusNotifierWatcher.NAME);
            PanelDesktopTest.this.show(NEVER);
            awaitPlaced(true);
        }

        private String item() {
            return List.of(ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", null)[0]).stream()
                    .flatMap(names -> ((List<?>) names).stream())
                    .map(Object::toString)
                    .filter(name -> name.startsWith("org.kde.StatusNotifierItem-"))
                    .findFirst()
                    .orElseThrow();
        }

        private Object[] ask(String whom, String path, String type, String method, String signature, Object... with) {
            return Bus.ask(desktop, whom, path, type, method, signature, with).orElseThrow();
        }

        private Element declared(String path, String type) throws Exception {
            String xml = (String) ask(item(), path, "org.freedesktop.DBus.Introspectable", "Introspect", null)[0];
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return elements(
                            factory.newDocumentBuilder()
                                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                                    .getDocumentElement(),
                            "interface")
                    .stream()
                    .filter(it -> it.getAttribute("name").equals(type))
                    .findFirst()
                    .orElseThrow();
        }

        private List<Element> elements(Element of, String name) {
            List<Element> found = new ArrayList<>();
            NodeList all = of.getElementsByTagName(name);
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
            return found;
        }

        /** Name and signature: what goes in, what comes out. Signals only go out. */
        private Map<String, String> members(Element type, String kind) {
            Map<String, String> members = new TreeMap<>();
            for (Element member : elements(type, kind)) {
                StringBuilder in = new StringBuilder();
                StringBuilder out = new StringBuilder();
                for (Element arg : elements(member, "arg")) {
                    (arg.getAttribute("direction").equals("out") ? out : in).append(arg.getAttribute("type"));
                }
                members.put(member.getAttribute("name"), in + " -> " + out);
            }
            return members;
        }

        private Map<String, String> properties(Element type) {
            Map<String, String> properties = new TreeMap<>();
            elements(type, "property").forEach(it -> {
                assertThat(it.getAttribute("access")).isEqualTo("read");
                properties.put(it.getAttribute("name"), it.getAttribute("type"));
            });
            return properties;
        }

        /** Each that is declared can be read alone and with all others, and is what was declared; there are no others. */
        private void assertThatEachAnswers(String path, String type, Map<String, String> declared) {
            String item = item();
            Map<?, ?> all = (Map<?, ?>) ask(item, path, "org.freedesktop.DBus.Properties", "GetAll", "s", type)[0];
            assertThat(all.keySet().stream().map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(declared.keySet());
            declared.forEach((name, signature) -> {
                Object one = ask(item, path, "org.freedesktop.DBus.Properties", "Get", "ss", type, name)[0];
                assertThat(((Variant<?>) one).getSig()).as(name).isEqualTo(signature);
                assertThat(((Variant<?>) all.get(name)).getSig()).as(name).isEqualTo(signature);
            });
        }

        @Test
        void isAStatusNotifierItem() throws Exception {
            Element type = declared(StatusNotifierItem.PATH, StatusNotifierItem.NAME);
            assertThat(members(type, "method"))
                    .isEqualTo(Map.of(
                            "Activate", "ii -> ",
                            "SecondaryActivate", "ii -> ",
                            "ContextMenu", "ii -> ",
                            "Scroll", "is -> "));
            assertThat(members(type, "signal"))
                    .isEqualTo(Map.of(
                            "NewTitle", " -> ",
                            "NewIcon", " -> ",
                            "NewAttentionIcon", " -> ",
                            "NewOverlayIcon", " -> ",
                            "NewToolTip", " -> ",
                            "NewStatus", " -> s"));
            Map<String, String> properties = properties(type);
            assertThat(properties)
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("Category", "s"),
                            Map.entry("Id", "s"),
                            Map.entry("Title", "s"),
                            Map.entry("Status", "s"),
                            Map.entry("WindowId", "i"),
                            Map.entry("IconThemePath", "s"),
                            Map.entry("IconName", "s"),
                            Map.entry("IconPixmap", "a(iiay)"),
                            Map.entry("OverlayIconName", "s"),
                            Map.entry("OverlayIconPixmap", "a(iiay)"),
                            Map.entry("AttentionIconName", "s"),
                            Map.entry("AttentionIconPixmap", "a(iiay)"),
                            Map.entry("AttentionMovieName", "s"),
                            Map.entry("ToolTip", "(sa(iiay)ss)"),
                            Map.entry("ItemIsMenu", "b"),
                            Map.entry("Menu", "o")));
            assertThatEachAnswers(StatusNotifierItem.PATH, StatusNotifierItem.NAME, properties);
        }

        @Test
        void isAMenu() throws Exception {
            Element type = declared(DBusMenu.PATH, DBusMenu.NAME);
            assertThat(members(type, "method"))
                    .isEqualTo(Map.of(
                            "GetLayout", "iias -> u(ia{sv}av)",
                            "GetGroupProperties", "aias -> a(ia{sv})",
                            "GetProperty", "is -> v",
                            "Event", "isvu -> ",
                            "EventGroup", "a(isvu) -> ai",
                            "AboutToShow", "i -> b",
                            "AboutToShowGroup", "ai -> aiai"));
            assertThat(members(type, "signal"))
                    .isEqualTo(Map.of(
                            "ItemsPropertiesUpdated", " -> a(ia{sv})a(ias)",
                            "LayoutUpdated", " -> ui",
                            "ItemActivationRequested", " -> iu"));
            Map<String, String> properties = properties(type);
            assertThat(properties)
                    .isEqualTo(Map.of("Version", "u", "TextDirection", "s", "Status", "s", "IconThemePath", "as"));
            assertThatEachAnswers(DBusMenu.PATH, DBusMenu.NAME, properties);
        }
    }
}
