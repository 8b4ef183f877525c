package app.ampel.adapter.light.serial;

import app.ampel.adapter.light.usb.AttachmentId;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightIds;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.light.model.SerialModels;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The serial lights that the user has added, plugged in or not, and those that the catalogue knows by their USB ids. */
public final class SerialBus implements LightBus {

    private static final Logger LOG = LoggerFactory.getLogger(SerialBus.class);
    private static final Path DEV = Path.of("/dev");

    /** Opens ports by their names. */
    interface Opener {
        SerialConnection open(String node, SerialProfile profile) throws LightException;

        /** Opens no more. */
        default void close() {}
    }

    /** A light of the user's own choice: where it is, and what it speaks. */
    public record Added(SerialAddress address, LightModel model, Optional<AddedLight.Board> board) {

        /** One of which nothing is known but its address. */
        public Added(SerialAddress address, LightModel model) {
            this(address, model, Optional.empty());
        }

        /** As it stands in the settings; empty when its id is none of a serial light. */
        public static Optional<Added> of(AddedLight light) {
            return SerialAddress.parse(light.id())
                    .map(address -> new Added(address, SerialModels.of(light.protocol()), light.board()));
        }
    }

    /** A light and the port where it is now. */
    private record At(String node, Found found) {}

    private final Catalogue catalogue;
    private final SerialPorts ports;
    private final HotPlug hotPlug;
    private final Opener opener;
    private final LineClient.Timeouts timeouts;
    private final Set<Path> watched = new HashSet<>();
    private volatile List<Added> added = List.of();
    private volatile boolean unusable;
    private Runnable changed;

    SerialBus(Catalogue catalogue, SerialPorts ports, HotPlug hotPlug, Opener opener, LineClient.Timeouts timeouts) {
        this.catalogue = catalogue;
        this.ports = ports;
        this.hotPlug = hotPlug;
        this.opener = opener;
        this.timeouts = timeouts;
    }

    /** {@code hotPlug} is closed by whoever made it. */
    public SerialBus(Catalogue catalogue, SerialPorts ports, HotPlug hotPlug, SerialLibrary library) {
        this(catalogue, ports, hotPlug, new JSerialOpener(library), LineClient.Timeouts.USUAL);
    }

    /** From now on these are the user's lights. Any thread. */
    public synchronized void apply(List<Added> lights) {
        added = List.copyOf(lights);
        if (changed != null) {
            watchFolders();
            changed.run();
        }
    }

    @Override
    public List<Found> list() {
        return lights().stream().map(At::found).toList();
    }

    private List<At> lights() {
        List<At> lights = new ArrayList<>();
        List<SerialPort> there = plugged();
        added.forEach(light -> lights.add(at(light, ports.find(light.address(), light.board(), there))));
        Set<String> taken = new HashSet<>();
        lights.forEach(light -> taken.add(light.node()));
        LightIds ids = new LightIds();
        for (SerialPort info : there) {
            if (!taken.contains(info.name())) {
                ofCatalogue(info, ids).ifPresent(lights::add);
            }
        }
        ports.withoutPort().forEach(board -> withoutPort(board, ids).ifPresent(lights::add));
        return lights;
    }

    private Optional<At> ofCatalogue(SerialPort info, LightIds ids) {
        return known(info)
                .map(model -> at(
                        info.name(),
                        ids.next(model.key(), info.serial(), info.socket()),
                        LightIds.kind(model.key(), info.serial()),
                        model,
                        model.nameOf(info.usb().orElseThrow())));
    }

    private Optional<At> withoutPort(UsbIdentity board, LightIds ids) {
        return catalogue
                .find(board)
                .filter(model -> model.transport() == Transport.SERIAL)
                .map(model -> new At(
                        "",
                        new Found(
                                ids.next(model.key(), board.serial(), ""),
                                LightIds.kind(model.key(), board.serial()),
                                model,
                                model.nameOf(board),
                                "without a port",
                                Condition.IN_USE,
                                Optional.of(new Hint("light.hint.no-node", model.nameOf(board))))));
    }

    private List<SerialPort> plugged() {
        try {
            return ports.infos();
        } catch (LinkageError e) {
            warnOnce(e);
            return List.of();
        }
    }

    private At at(Added light, SerialPorts.Place place) {
        SerialAddress address = light.address();
        LightModel model = light.model();
        String node = place.node().orElse("");
        if (!node.isEmpty() || unusable) {
            return at(node, address.id(), address.kind(), model, model.name());
        }
        Optional<Hint> why = place.why().or(() -> ports.whyGone(address));
        return new At("", new Found(address.id(), address.kind(), model, model.name(), "gone", Condition.GONE, why));
    }

    /** Once: the program goes on without serial lights. */
    private void warnOnce(LinkageError e) {
        if (!unusable) {
            unusable = true;
            LOG.warn("Serial lights cannot be used: jSerialComm could not be loaded", e);
        }
    }

    private Optional<LightModel> known(SerialPort info) {
        return info.usb().flatMap(catalogue::find).filter(model -> model.transport() == Transport.SERIAL);
    }

    private At at(String node, String id, String kind, LightModel model, String name) {
        Condition condition = Condition.OK;
        Optional<Hint> hint = Optional.empty();
        if (unusable) {
            condition = Condition.NOT_ANSWERING;
            hint = Optional.of(new Hint("light.hint.no-serial", ""));
        } else {
            hint = SerialPorts.obstacle(node)
                    .map(group -> model.ids().isEmpty() ? group : new Hint("light.hint.udev", name));
            condition = hint.isPresent() ? Condition.NO_PERMISSION : Condition.OK;
        }
        return new At(node, new Found(id, kind, model, name, attachment(node), condition, hint));
    }

    private static String attachment(String node) {
        return node.startsWith("/") ? AttachmentId.of(Path.of(node)) : node;
    }

    /** Only what is still plugged in as it was when it was listed. */
    @Override
    public LightLink open(Found found) throws LightException {
        String node = lights().stream()
                .filter(light -> light.found().id().equals(found.id()))
                .filter(light -> light.found().attachment().equals(found.attachment()))
                .map(At::node)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow(() -> new LightException(Condition.GONE, "not plugged in"));
        SerialProfile profile = found.model().serialProfile().orElseThrow();
        try {
            return LineClient.begin(profile, opener.open(node, profile), timeouts);
        } catch (LinkageError e) {
            warnOnce(e);
            throw new LightException(Condition.GONE, "jSerialComm cannot be used", e);
        }
    }

    @Override
    public synchronized void watch(Runnable whenChanged) {
        changed = whenChanged;
        watchFolders();
    }

    private void watchFolders() {
        watch(DEV);
        for (Added light : added) {
            light.address()
                    .port()
                    .filter(port -> !port.startsWith("/dev/"))
                    .map(port -> Path.of(port).getParent())
                    .ifPresent(this::watch);
        }
    }

    private void watch(Path folder) {
        if (watched.add(folder)) {
            boolean dev = folder.equals(DEV);
            hotPlug.watch(folder, name -> !dev || name.startsWith("tty"), changed);
        }
    }

    /** The ports are closed by their links, the watch by whoever made it. */
    @Override
    public void close() {
        opener.close();
    }
}
