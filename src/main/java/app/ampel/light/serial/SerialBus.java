package app.ampel.light.serial;

import app.ampel.light.LightBus;
import app.ampel.light.LightException;
import app.ampel.light.LightLink;
import app.ampel.light.LightModel;
import app.ampel.light.LightState.Condition;
import app.ampel.light.LightState.Hint;
import app.ampel.light.model.AmpelSerial;
import app.ampel.light.usb.HotPlug;
import app.ampel.light.usb.Plug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The serial lights that the user has added, plugged in or not. */
public final class SerialBus implements LightBus {

    private static final Logger LOG = LoggerFactory.getLogger(SerialBus.class);

    /** Opens the port with that name. */
    interface Opener {
        Wire open(String node) throws LightException;
    }

    private final SerialPorts ports;
    private final HotPlug hotPlug;
    private final Opener opener;
    private final SerialLink.Patience patience;
    private final LightModel model = new AmpelSerial();
    private final Set<Path> watched = new HashSet<>();
    private volatile List<SerialAddress> added = List.of();
    private volatile boolean unusable;
    private Runnable changed;

    SerialBus(SerialPorts ports, HotPlug hotPlug, Opener opener, SerialLink.Patience patience) {
        this.ports = ports;
        this.hotPlug = hotPlug;
        this.opener = opener;
        this.patience = patience;
    }

    /** {@code hotPlug} is closed by whoever made it. */
    public SerialBus(SerialPorts ports, HotPlug hotPlug, SerialLibrary library) {
        this(ports, hotPlug, node -> JSerialPorts.open(node, library), SerialLink.Patience.USUAL);
    }

    /** From now on these are the user's lights. Any thread. */
    public synchronized void use(List<SerialAddress> lights) {
        added = List.copyOf(lights);
        if (changed != null) {
            watchFolders();
            changed.run();
        }
    }

    @Override
    public List<Found> list() {
        return added.stream().map(this::found).toList();
    }

    private Found found(SerialAddress address) {
        Optional<String> node = ports.nodeOf(address);
        if (node.isEmpty()) {
            return found(address, "gone", Condition.GONE, ports.whyGone(address));
        }
        String plug = Plug.of(Path.of(node.get()));
        if (unusable) {
            return found(address, plug, Condition.NOT_ANSWERING, Optional.of(new Hint("light.hint.no-serial", "")));
        }
        Optional<Hint> obstacle = SerialPorts.obstacle(Path.of(node.get()));
        return found(address, plug, obstacle.isPresent() ? Condition.NO_PERMISSION : Condition.OK, obstacle);
    }

    private Found found(SerialAddress address, String plug, Condition condition, Optional<Hint> hint) {
        return new Found(address.id(), address.kind(), model, model.name(), plug, condition, hint);
    }

    @Override
    public LightLink open(Found found) throws LightException {
        String node = SerialAddress.parse(found.id())
                .flatMap(ports::nodeOf)
                .orElseThrow(() -> new LightException(Condition.GONE, "not plugged in"));
        try {
            return SerialLink.greet(opener.open(node), patience);
        } catch (LinkageError e) {
            if (!unusable) {
                unusable = true;
                LOG.warn("Serial lights cannot be used: jSerialComm could not be loaded", e);
            }
            throw new LightException(Condition.GONE, "jSerialComm cannot be used", e);
        }
    }

    @Override
    public synchronized void watch(Runnable whenChanged) {
        changed = whenChanged;
        watchFolders();
    }

    /** Nothing is watched for people without serial lights. */
    private void watchFolders() {
        if (!added.isEmpty()) {
            watch(Path.of("/dev"));
        }
        for (SerialAddress address : added) {
            if (address instanceof SerialAddress.ByPath it && !it.path().startsWith("/dev/")) {
                Path folder = Path.of(it.path()).getParent();
                if (folder != null && Files.isDirectory(folder)) {
                    watch(folder);
                }
            }
        }
    }

    private void watch(Path folder) {
        if (watched.add(folder)) {
            boolean dev = folder.equals(Path.of("/dev"));
            hotPlug.watch(folder, name -> !dev || name.startsWith("tty"), changed);
        }
    }

    @Override
    public void close() {
        // The ports are closed by their links, the watch by whoever made it.
    }
}
