package app.ampel.adapter.light.usb;

import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code /sys/class}: sends nothing to any device, needs no permission and no native library, and takes about a
 * millisecond. A device that vanishes meanwhile is left out. Any thread.
 */
public final class Sysfs {

    private static final Pattern HID_ID =
            Pattern.compile("(?m)^HID_ID=\\p{XDigit}+:(\\p{XDigit}{8}):(\\p{XDigit}{8})$");
    private static final Pattern HID_NAME = Pattern.compile("(?m)^HID_NAME=(.*)$");
    private static final Pattern HID_UNIQ = Pattern.compile("(?m)^HID_UNIQ=(.*)$");

    private final Path classes;
    private final Path dev;

    /**
     * @param classes {@code /sys/class}
     * @param dev {@code /dev}
     */
    public Sysfs(Path classes, Path dev) {
        this.classes = classes;
        this.dev = dev;
    }

    public static Sysfs ofThisComputer() {
        return new Sysfs(Path.of("/sys/class"), Path.of("/dev"));
    }

    /** The HID nodes of devices with such ids. */
    public List<UsbNode> hidraw(Predicate<UsbId> wanted) {
        return nodes("hidraw").flatMap(entry -> hid(entry, wanted).stream()).toList();
    }

    /** The serial ports of USB devices. */
    public List<UsbNode> tty() {
        return nodes("tty").flatMap(entry -> serial(entry).stream()).toList();
    }

    /** Serial ports without USB that have hardware behind them. */
    public List<Path> otherPorts() {
        return nodes("tty")
                .filter(entry -> Files.exists(entry.resolve("device")))
                .filter(entry -> !Files.exists(entry.resolve("type"))
                        || !read(entry.resolve("type")).equals("0"))
                .filter(entry -> serial(entry).isEmpty())
                .map(entry -> dev.resolve(entry.getFileName().toString()))
                .toList();
    }

    /** USB devices with such ids that have no serial port: no driver has taken them, or another program has. */
    public List<UsbIdentity> withoutPort(Predicate<UsbId> wanted) {
        return without(tty()).stream()
                .map(UsbNode::identity)
                .filter(identity -> wanted.test(identity.id()))
                .toList();
    }

    /** USB devices with such ids that have no HID node, or whose node cannot be seen here; theirs is empty. */
    public List<UsbNode> withoutHidraw(Predicate<UsbId> wanted) {
        List<UsbNode> nodes =
                hidraw(wanted).stream().filter(usb -> Files.exists(usb.node())).toList();
        return without(nodes).stream()
                .filter(usb -> wanted.test(usb.identity().id()))
                .toList();
    }

    private List<UsbNode> without(List<UsbNode> nodes) {
        Set<String> sockets = nodes.stream().map(UsbNode::socket).collect(Collectors.toSet());
        return entries(classes.resolveSibling("bus").resolve("usb").resolve("devices"))
                .filter(device -> Files.exists(device.resolve("idVendor")))
                .filter(device -> !sockets.contains(device.getFileName().toString()))
                .flatMap(device -> readIdentity(device).stream()
                        .map(identity -> new UsbNode(
                                Path.of(""), identity, device.getFileName().toString(), 0)))
                .toList();
    }

    private static Optional<UsbIdentity> readIdentity(Path device) {
        try {
            return Optional.of(identity(device));
        } catch (NumberFormatException e) {
            return Optional.empty(); // pulled out while we read
        }
    }

    private Stream<Path> nodes(String kind) {
        return entries(classes.resolve(kind));
    }

    private static Stream<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(entries::add);
        } catch (IOException e) {
            return Stream.empty(); // no such devices: the class appears with the first
        }
        return entries.stream().sorted();
    }

    private Optional<UsbNode> hid(Path entry, Predicate<UsbId> wanted) {
        String event = read(entry.resolve("device/uevent"));
        Matcher ids = HID_ID.matcher(event);
        if (!ids.find()) {
            return Optional.empty();
        }
        UsbId id = new UsbId(
                Integer.parseInt(ids.group(1).substring(4), 16),
                Integer.parseInt(ids.group(2).substring(4), 16));
        if (!wanted.test(id)) {
            return Optional.empty();
        }
        Path node = dev.resolve(entry.getFileName().toString());
        OptionalInt length = outputLength(entry.resolve("device/report_descriptor"));
        return usb(entry, node)
                .map(usb -> new UsbNode(node, usb.identity(), usb.socket(), usb.interfaceNumber(), length))
                .or(() -> Optional.of(new UsbNode(
                        node,
                        new UsbIdentity(id, "", first(HID_NAME, event), first(HID_UNIQ, event), 0),
                        "",
                        0,
                        length)));
    }

    private Optional<UsbNode> serial(Path entry) {
        if (!Files.exists(entry.resolve("device"))) {
            return Optional.empty();
        }
        return usb(entry, dev.resolve(entry.getFileName().toString()));
    }

    /** The USB device that the node belongs to is one of the folders above it; the interface lies just below that. */
    private static Optional<UsbNode> usb(Path entry, Path node) {
        try {
            Path below = null;
            for (Path at = entry.resolve("device").toRealPath(); at != null; at = at.getParent()) {
                if (Files.exists(at.resolve("idVendor"))) {
                    return Optional.of(
                            new UsbNode(node, identity(at), at.getFileName().toString(), number(below)));
                }
                below = at;
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // pulled out while we read
        }
    }

    private static OptionalInt outputLength(Path reportDescriptor) {
        try {
            return ReportDescriptor.outputLength(Files.readAllBytes(reportDescriptor));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static UsbIdentity identity(Path device) {
        return new UsbIdentity(
                new UsbId(hex(device.resolve("idVendor")), hex(device.resolve("idProduct"))),
                read(device.resolve("manufacturer")),
                read(device.resolve("product")),
                read(device.resolve("serial")),
                hex(device.resolve("bcdDevice")));
    }

    private static int number(Path usbInterface) {
        if (usbInterface == null || !Files.exists(usbInterface.resolve("bInterfaceNumber"))) {
            return 0;
        }
        return hex(usbInterface.resolve("bInterfaceNumber"));
    }

    private static int hex(Path file) {
        return Integer.parseInt(read(file), 16);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).strip() : "";
    }

    /** Strings come from the device, which may put anything into them. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
