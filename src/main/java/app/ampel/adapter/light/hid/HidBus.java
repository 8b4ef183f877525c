package app.ampel.adapter.light.hid;

import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.light.usb.Sysfs;
import app.ampel.adapter.light.usb.UsbNode;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.domain.light.LightIds;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.light.model.UnknownLight;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HID lights of the catalogue. */
public final class HidBus implements LightBus {

    private static final Logger LOG = LoggerFactory.getLogger(HidBus.class);

    private final Catalogue catalogue;
    private final HidLister lister;
    private final HotPlug hotPlug;
    private final Hidapi hidapi;
    private final WriteGate gate = new WriteGate();
    private volatile boolean unusable;
    private volatile Set<String> confirmed = Set.of();

    HidBus(Catalogue catalogue, HidLister lister, HotPlug hotPlug, Hidapi hidapi) {
        this.catalogue = catalogue;
        this.lister = lister;
        this.hotPlug = hotPlug;
        this.hidapi = hidapi;
    }

    /** The HID lights of this computer. {@code hotPlug} is closed by whoever made it. */
    public static HidBus ofThisComputer(Catalogue catalogue, HotPlug hotPlug) {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        Hidapi hidapi = new Hidapi();
        HidLister lister = linux
                ? new SysfsLister(Sysfs.ofThisComputer(), catalogue::knows)
                : new HidapiLister(hidapi, catalogue::knows);
        return new HidBus(catalogue, lister, hotPlug, hidapi);
    }

    /**
     * A light of which a node is the lamp.
     *
     * @param certain false: others have its ids, too, and its names do not tell
     */
    private record Lamp(LightModel model, HidLister.Node node, boolean certain) {}

    /** The ids of those that are lights because the user says so, from now on. Any thread. */
    public void confirm(Set<String> ids) {
        confirmed = Set.copyOf(ids);
    }

    @Override
    public List<Found> list() {
        List<Found> lights = new ArrayList<>();
        LightIds ids = new LightIds();
        for (Lamp lamp : lamps()) {
            UsbNode usb = lamp.node().usb();
            String id = ids.next(lamp.model().key(), usb.identity().serial(), usb.socket());
            boolean isLight = lamp.certain() || confirmed.contains(id);
            lights.add(
                    isLight
                            ? found(id, lamp.certain() ? kind(lamp) : id, lamp)
                            : Found.possible(id, lamp.model(), lamp.node().attachment()));
        }
        lister.withoutNode().forEach(usb -> withoutNode(usb, ids).ifPresent(lights::add));
        return lights;
    }

    private Optional<Found> withoutNode(UsbNode usb, LightIds ids) {
        UsbIdentity identity = usb.identity();
        return catalogue
                .find(identity)
                .filter(model -> model.transport() != Transport.SERIAL)
                .map(model -> new Found(
                        ids.next(model.key(), identity.serial(), usb.socket()),
                        LightIds.kind(model.key(), identity.serial()),
                        model,
                        model.nameOf(identity),
                        "without a node " + usb.socket(),
                        Condition.IN_USE,
                        Optional.of(new Hint("light.hint.no-node", model.nameOf(identity)))));
    }

    /** One for each device: the first interface that its model takes for the lamp; a path may be listed several times. */
    private List<Lamp> lamps() {
        Map<String, Lamp> devices = new LinkedHashMap<>();
        try {
            lister.list().stream()
                    .sorted(Comparator.comparingInt(
                                    (HidLister.Node node) -> node.usb().interfaceNumber())
                            .thenComparing(HidLister.Node::path))
                    .forEach(node -> lamp(node).ifPresent(lamp -> devices.putIfAbsent(device(node), lamp)));
        } catch (LightException e) {
            LOG.warn("HID devices could not be listed", e);
        } catch (Hidapi.NoHidapi e) {
            warnOnce(e);
        }
        return List.copyOf(devices.values());
    }

    private Optional<Lamp> lamp(HidLister.Node node) {
        return catalogue
                .find(node.usb().part())
                .map(model -> new Lamp(model, node, true))
                .or(() -> catalogue.possible(node.usb().part()).map(model -> new Lamp(model, node, false)))
                .filter(lamp -> lamp.model().transport() != Transport.SERIAL);
    }

    private static String kind(Lamp lamp) {
        return LightIds.kind(lamp.model().key(), lamp.node().usb().identity().serial());
    }

    private static String device(HidLister.Node node) {
        UsbNode usb = node.usb();
        return usb.socket().isEmpty()
                ? node.path()
                : usb.socket() + " " + usb.identity().id();
    }

    private Found found(String id, String kind, Lamp lamp) {
        LightModel model = lamp.model();
        HidLister.Node node = lamp.node();
        UsbIdentity identity = node.usb().identity();
        Condition condition = Condition.OK;
        Optional<Hint> hint = Optional.empty();
        if (model instanceof UnknownLight) {
            condition = Condition.UNKNOWN_MODEL;
            hint = Optional.of(
                    new Hint("light.hint.unknown-model", identity.id().toString()));
        } else if (unusable) {
            condition = Condition.NOT_ANSWERING;
            hint = Optional.of(new Hint("light.hint.no-hidapi", model.nameOf(identity)));
        } else if (!node.writable()) {
            condition = Condition.NO_PERMISSION;
            hint = Optional.of(new Hint("light.hint.udev", model.nameOf(identity)));
        }
        return new Found(id, kind, model, model.nameOf(identity), node.attachment(), condition, hint);
    }

    @Override
    public LightLink open(Found found) throws LightException {
        try {
            HidLister.Node node = nodeOf(found);
            return new HidLink(
                    gate.open(node.path(), hidapi),
                    node.path(),
                    hidapi,
                    gate,
                    new Pace(found.model().pace()),
                    () -> isAttached(found));
        } catch (Hidapi.NoHidapi e) {
            warnOnce(e);
            throw new LightException(Condition.GONE, "hidapi cannot be used", e);
        }
    }

    private HidLister.Node nodeOf(Found found) throws LightException {
        HidLister.Node node = lister.list().stream()
                .filter(it -> it.attachment().equals(found.attachment()))
                .findFirst()
                .orElseThrow(() -> new LightException(Condition.GONE, "not attached"));
        if (!node.writable()) {
            throw new LightException(Condition.NO_PERMISSION, "may not be opened");
        }
        return node;
    }

    private boolean isAttached(Found found) {
        try {
            return lister.list().stream().anyMatch(it -> it.attachment().equals(found.attachment()));
        } catch (LightException | Hidapi.NoHidapi e) {
            return false;
        }
    }

    /** Once: the program goes on without HID lights. */
    private void warnOnce(Hidapi.NoHidapi e) {
        if (!unusable) {
            unusable = true;
            LOG.warn("HID lights cannot be used: hidapi could not be loaded", e.getCause());
        }
    }

    @Override
    public void watch(Runnable changed) {
        hotPlug.watch(Path.of("/dev"), name -> name.startsWith("hidraw"), changed);
    }

    @Override
    public void close() {
        hidapi.end();
    }
}
