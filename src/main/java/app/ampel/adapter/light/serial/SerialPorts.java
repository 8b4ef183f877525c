package app.ampel.adapter.light.serial;

import app.ampel.adapter.light.usb.Sysfs;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.domain.light.AddedLight.Board;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.SerialNumbers;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.service.lights.SerialPortFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The serial ports of this computer. Looks at them and never opens one. Any thread. */
public final class SerialPorts implements SerialPortFinder {

    /** Chips on boards that speak serial: FTDI, CH340 and its like, CP210x. brltty takes some of them for displays. */
    private static final Predicate<UsbId> BOARD =
            id -> id.vendor() == 0x0403 || id.vendor() == 0x1a86 || id.vendor() == 0x10c4 && id.product() == 0xea60;

    private final Supplier<List<SerialPort>> lister;
    private final Supplier<List<UsbIdentity>> portless;

    /** Serial numbers that two boards have said at once: whoever says one alone later may be either. */
    private final Set<SerialAddress> doubles = ConcurrentHashMap.newKeySet();

    SerialPorts(Supplier<List<SerialPort>> lister) {
        this(lister, List::of);
    }

    /** @param portless USB devices that are plugged in and have no port */
    SerialPorts(Supplier<List<SerialPort>> lister, Supplier<List<UsbIdentity>> portless) {
        this.lister = lister;
        this.portless = portless;
    }

    /** Linux is asked through sysfs, others through jSerialComm, which {@code library} readies for that. */
    public static SerialPorts ofThisComputer(SerialLibrary library) {
        boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
        return linux ? ofSysfs(Sysfs.ofThisComputer()) : new SerialPorts(() -> JSerialPorts.list(library));
    }

    static SerialPorts ofSysfs(Sysfs sysfs) {
        return new SerialPorts(() -> fromSysfs(sysfs), () -> sysfs.withoutPort(id -> true));
    }

    static List<SerialPort> fromSysfs(Sysfs sysfs) {
        List<SerialPort> ports = new ArrayList<>();
        sysfs.tty()
                .forEach(usb -> ports.add(SerialPort.listed(
                        usb.node().toString(),
                        usb.identity().product(),
                        Optional.of(usb.identity()),
                        socket(usb.socket(), usb.interfaceNumber()))));
        sysfs.otherPorts().forEach(node -> ports.add(SerialPort.listed(node.toString(), "", Optional.empty(), "")));
        return ports;
    }

    private static String socket(String socket, int interfaceNumber) {
        return interfaceNumber == 0 ? socket : socket + "." + interfaceNumber;
    }

    @Override
    public List<SerialPort> list() {
        return infos().stream()
                .map(info -> info.with(address(info).map(SerialAddress::id), obstacle(info.name())))
                .toList();
    }

    @Override
    public Optional<String> idOf(String name) {
        return addressOf(name).map(SerialAddress::id);
    }

    /**
     * The lasting address of the port that the user names: {@code /dev/ttyUSB0}, {@code ttyUSB0}, {@code COM5}, a link to
     * one, or any other path that exists. Empty when there is no such port.
     */
    public Optional<SerialAddress> addressOf(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        List<SerialPort> all = infos();
        Optional<SerialPort> listed = all.stream()
                .filter(info -> PortNames.same(info.name(), name)
                        || info.name().equals("/dev/" + name)
                        || sameFile(info.name(), name))
                .findFirst();
        if (listed.isPresent()) {
            return address(listed.get());
        }
        return isFile(name)
                ? Optional.of(new SerialAddress.ByPath(
                        Path.of(name).toAbsolutePath().normalize().toString()))
                : Optional.empty();
    }

    /** The port where that address is now; empty when it is not plugged in, or when that is not certain. */
    Optional<String> nodeOf(SerialAddress address) {
        return find(address, Optional.empty(), infos()).node();
    }

    /**
     * Where a light is.
     *
     * @param node empty: it is not there, or it is not certain which one it is
     * @param why in that case, where it is known
     */
    record Place(Optional<String> node, Optional<Hint> why) {
        private static final Place NOWHERE = new Place(Optional.empty(), Optional.empty());

        private static Place at(SerialPort info) {
            return new Place(Optional.of(info.name()), Optional.empty());
        }

        private static Place unsure(String why, String whose) {
            return new Place(Optional.empty(), Optional.of(new Hint(why, whose)));
        }
    }

    /**
     * Where the light of that address is among {@code all}. The rule: a port is a light's only while nothing speaks for its
     * being another board's, whatever was so when it was added. A serial number counts for as long as nobody else has
     * said it, and one that many boards share never does: then, as for a board without one, it has to be in the socket in
     * which it was added, and to say there what it said then.
     *
     * @param board what its board said when it was added, as far as that was kept
     */
    Place find(SerialAddress address, Optional<Board> board, List<SerialPort> all) {
        return address.accept(new SerialAddress.Visitor<>() {
            @Override
            public Place bySerial(SerialAddress.BySerial it) {
                return SerialPorts.this.bySerial(it, board.map(Board::socket).orElse(""), all);
            }

            @Override
            public Place bySocket(SerialAddress.BySocket it) {
                return SerialPorts.this.bySocket(it, board.map(Board::serial), all);
            }

            @Override
            public Place byPath(SerialAddress.ByPath it) {
                return SerialPorts.byPath(it, all);
            }
        });
    }

    private Place bySerial(SerialAddress.BySerial address, String socket, List<SerialPort> all) {
        List<SerialPort> same =
                all.stream().filter(info -> address.equals(bySerial(info))).toList();
        if (same.isEmpty()) {
            return Place.NOWHERE;
        }
        if (isOwn(address)) {
            return Place.at(same.get(0));
        }
        List<SerialPort> inItsSocket = same.stream()
                .filter(info -> !socket.isEmpty() && info.socket().equals(socket))
                .toList();
        return inItsSocket.size() == 1
                ? Place.at(inItsSocket.get(0))
                : Place.unsure("light.hint.same-serial", address.text());
    }

    private Place bySocket(SerialAddress.BySocket address, Optional<String> serial, List<SerialPort> all) {
        return all.stream()
                .filter(info -> address.equals(bySocket(info)))
                .findFirst()
                .map(info -> {
                    boolean isIt = serial.map(info.serial()::equals).orElseGet(() -> !saysWhoItIs(info));
                    return isIt ? Place.at(info) : Place.unsure("light.hint.other-board", info.description());
                })
                .orElse(Place.NOWHERE);
    }

    /** On Windows a name that a port without USB had may be a USB device's later; elsewhere a path is a user's own word. */
    private static Place byPath(SerialAddress.ByPath address, List<SerialPort> all) {
        Optional<SerialPort> listed = all.stream()
                .filter(info -> PortNames.same(info.name(), address.path()))
                .findFirst();
        if (PortNames.isCom(address.path()) && listed.flatMap(SerialPort::usb).isPresent()) {
            return Place.unsure("light.hint.other-board", listed.get().description());
        }
        return listed.map(Place::at)
                .orElseGet(() -> isFile(address.path())
                        ? new Place(Optional.of(address.path()), Optional.empty())
                        : Place.NOWHERE);
    }

    /** Why a light at that address may have no port though its board is plugged in; empty when nothing speaks for that. */
    Optional<Hint> whyGone(SerialAddress address) {
        return withoutPort().stream()
                .filter(board -> BOARD.test(board.id()))
                .filter(board ->
                        address.board().filter(usb -> !usb.equals(board.id())).isEmpty())
                .findFirst()
                .map(board -> new Hint("light.hint.brltty", board.id().toString()));
    }

    /** USB devices that are plugged in and have no port, lights or not; where the system tells of such. */
    List<UsbIdentity> withoutPort() {
        return portless.get();
    }

    /** Everything that is plugged in, each port once. */
    List<SerialPort> infos() {
        List<SerialPort> all = PortNames.tidy(lister.get());
        Set<SerialAddress> once = new HashSet<>();
        all.stream()
                .map(SerialPorts::bySerial)
                .filter(said -> said != null && !once.add(said))
                .forEach(doubles::add);
        return all;
    }

    /** By a serial number of its own, else by its socket; empty when that is not known either. */
    private Optional<SerialAddress> address(SerialPort info) {
        if (info.usb().isEmpty()) {
            return Optional.of(new SerialAddress.ByPath(info.name()));
        }
        if (saysWhoItIs(info)) {
            return Optional.ofNullable(bySerial(info));
        }
        return Optional.ofNullable(bySocket(info));
    }

    /** Whether its serial number is nobody else's, as far as is known. */
    private boolean saysWhoItIs(SerialPort info) {
        SerialAddress.BySerial said = bySerial(info);
        return said != null && isOwn(said);
    }

    private boolean isOwn(SerialAddress.BySerial address) {
        return SerialNumbers.isOwn(address.serial()) && !doubles.contains(address);
    }

    private static SerialAddress.BySerial bySerial(SerialPort info) {
        return info.usb().isEmpty() || info.serial().isEmpty()
                ? null
                : new SerialAddress.BySerial(info.board().get(), info.serial());
    }

    private static SerialAddress.BySocket bySocket(SerialPort info) {
        return info.usb().isEmpty() || info.socket().isEmpty()
                ? null
                : new SerialAddress.BySocket(info.board().get(), info.socket());
    }

    /** What keeps the user from using that port; empty when nothing does, or when only trying would tell. */
    static Optional<Hint> obstacle(String name) {
        if (!name.startsWith("/")) {
            return Optional.empty(); // to look at a port of Windows is to open it
        }
        Path node = Path.of(name);
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
