package app.ampel.light.serial;

import app.ampel.light.LightState.Condition;
import app.ampel.light.LightState.Hint;
import app.ampel.light.UsbId;
import app.ampel.light.UsbIdentity;
import app.ampel.light.usb.Sysfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The serial ports of this computer. Looks at them and never opens one. Any thread. */
public final class SerialPorts {

    /**
     * A port as {@code ampel lights ports} shows it.
     *
     * @param node its path or name at the moment
     * @param description the product's name, or empty
     * @param usb {@code vid:pid}, or empty
     * @param serial the board's serial number, or empty
     * @param id what a light at this port would be called
     * @param condition OK or NO_PERMISSION
     */
    public record Port(
            String node,
            String description,
            String usb,
            String serial,
            String id,
            Condition condition,
            Optional<Hint> hint) {}

    /** Chips on boards that speak serial: FTDI, CH340 and its like, CP210x. brltty takes some of them for displays. */
    private static final Predicate<UsbId> BOARD =
            id -> id.vendor() == 0x0403 || id.vendor() == 0x1a86 || id.vendor() == 0x10c4 && id.product() == 0xea60;

    private final Supplier<List<PortInfo>> lister;
    private final Supplier<List<UsbIdentity>> portless;

    SerialPorts(Supplier<List<PortInfo>> lister) {
        this(lister, List::of);
    }

    /** @param portless boards that are plugged in and have no port */
    SerialPorts(Supplier<List<PortInfo>> lister, Supplier<List<UsbIdentity>> portless) {
        this.lister = lister;
        this.portless = portless;
    }

    /** Linux is asked through sysfs, others through jSerialComm, which {@code library} readies for that. */
    public static SerialPorts ofThisComputer(SerialLibrary library) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux ? ofSysfs(Sysfs.ofThisComputer()) : new SerialPorts(() -> JSerialPorts.list(library));
    }

    static SerialPorts ofSysfs(Sysfs sysfs) {
        return new SerialPorts(() -> fromSysfs(sysfs), () -> sysfs.withoutPort(BOARD));
    }

    static List<PortInfo> fromSysfs(Sysfs sysfs) {
        List<PortInfo> ports = new ArrayList<>();
        sysfs.tty()
                .forEach(usb -> ports.add(new PortInfo(
                        usb.node().toString(),
                        usb.identity().manufacturer(),
                        usb.identity().product(),
                        Optional.of(usb.identity().id()),
                        usb.identity().serial(),
                        socket(usb.socket(), usb.interfaceNumber()))));
        sysfs.otherPorts().forEach(node -> ports.add(new PortInfo(node.toString(), "", "", Optional.empty(), "", "")));
        return ports;
    }

    private static String socket(String socket, int interfaceNumber) {
        return interfaceNumber == 0 ? socket : socket + "." + interfaceNumber;
    }

    public List<Port> list() {
        List<PortInfo> all = infos();
        return all.stream()
                .map(info -> {
                    Optional<Hint> obstacle = obstacle(Path.of(info.node()));
                    return new Port(
                            info.node(),
                            info.description(),
                            info.usb().map(Object::toString).orElse(""),
                            info.serial(),
                            address(info, all).id(),
                            obstacle.isPresent() ? Condition.NO_PERMISSION : Condition.OK,
                            obstacle);
                })
                .toList();
    }

    /**
     * The lasting address of the port that the user names: {@code /dev/ttyUSB0}, {@code ttyUSB0}, {@code COM5}, a link to
     * one, or any other path that exists. Empty when there is no such port.
     */
    public Optional<SerialAddress> addressOf(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        List<PortInfo> all = infos();
        Optional<SerialAddress> listed = all.stream()
                .filter(info ->
                        info.node().equals(name) || info.node().equals("/dev/" + name) || sameFile(info.node(), name))
                .findFirst()
                .map(info -> address(info, all));
        return listed.or(() -> isFile(name)
                ? Optional.of(new SerialAddress.ByPath(
                        Path.of(name).toAbsolutePath().normalize().toString()))
                : Optional.empty());
    }

    /** The port where that address is now; empty when it is not plugged in. */
    Optional<String> nodeOf(SerialAddress address) {
        if (address instanceof SerialAddress.ByPath it) {
            return isFile(it.path())
                            || infos().stream().anyMatch(info -> info.node().equals(it.path()))
                    ? Optional.of(it.path())
                    : Optional.empty();
        }
        return infos().stream()
                .filter(info -> address.equals(bySerial(info)) || address.equals(bySocket(info)))
                .map(PortInfo::node)
                .findFirst();
    }

    /** Why a light at that address may have no port though its board is plugged in; empty when nothing speaks for that. */
    Optional<Hint> whyGone(SerialAddress address) {
        return portless.get().stream()
                .filter(board ->
                        address.board().filter(usb -> !usb.equals(board.id())).isEmpty())
                .findFirst()
                .map(board -> new Hint("light.hint.brltty", board.id().toString()));
    }

    /** Everything that is plugged in. */
    List<PortInfo> infos() {
        return lister.get();
    }

    /** By serial number, unless another board claims the same one. */
    private static SerialAddress address(PortInfo info, List<PortInfo> all) {
        if (info.usb().isEmpty()) {
            return new SerialAddress.ByPath(info.node());
        }
        SerialAddress mine = bySerial(info);
        boolean unique = mine != null
                && all.stream().filter(other -> mine.equals(bySerial(other))).count() == 1;
        return unique ? mine : bySocket(info);
    }

    private static SerialAddress bySerial(PortInfo info) {
        return info.usb().isEmpty() || info.serial().isEmpty()
                ? null
                : new SerialAddress.BySerial(info.usb().get(), info.serial());
    }

    private static SerialAddress bySocket(PortInfo info) {
        return info.usb()
                .map(usb -> (SerialAddress) new SerialAddress.BySocket(usb, info.socket()))
                .orElse(null);
    }

    /** What keeps the user from using that port; empty when nothing does, or when only trying would tell. */
    static Optional<Hint> obstacle(Path node) {
        if (!Files.exists(node) || Files.isReadable(node) && Files.isWritable(node)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Hint(
                    "light.hint.group", Files.getAttribute(node, "posix:group").toString()));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(new Hint("light.hint.port", node.toString()));
        }
    }

    private static boolean isFile(String name) {
        try {
            return Path.of(name).isAbsolute() && Files.exists(Path.of(name)) && !Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean sameFile(String node, String name) {
        try {
            return isFile(name) && Files.exists(Path.of(node)) && Files.isSameFile(Path.of(node), Path.of(name));
        } catch (IOException e) {
            return false;
        }
    }
}
