package app.ampel.adapter.light.serial;

import app.ampel.domain.light.SerialPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports as people know them, made of what systems and jSerialComm say: each device once, by one name. Linux has no names
 * that any of it fits. Pure.
 */
final class PortNames {

    /** What Windows wants in front of a name, and jSerialComm therefore puts there. */
    private static final String WINDOWS = "\\\\.\\";

    /** On macOS each port has two nodes: the second waits for a modem's carrier, and no light has one. */
    private static final String DIAL_IN = "/dev/tty.";

    private static final String CALL_OUT = "/dev/cu.";

    /** The driver's part of a node's name on macOS, such as {@code usbserial} or {@code SLAB_USBtoUART}. */
    private static final Pattern DRIVER = Pattern.compile("/dev/cu\\.([A-Za-z_]+).*");

    /** The system's own drivers, and the maker's for FTDI, which give several ports of one chip names of their own. */
    private static final String USUAL_DRIVER = "usb";

    private PortNames() {}

    /** The name under which it is listed. */
    static String usual(String node) {
        if (node.startsWith(WINDOWS)) {
            return node.substring(WINDOWS.length());
        }
        return node.startsWith(DIAL_IN) ? CALL_OUT + node.substring(DIAL_IN.length()) : node;
    }

    /** Whether both name the same port: Windows does not care about upper and lower case. */
    static boolean same(String node, String name) {
        String usual = usual(name);
        return usual(node).equals(usual) || isCom(usual) && usual(node).equalsIgnoreCase(usual);
    }

    static boolean isCom(String name) {
        return name.regionMatches(true, 0, "COM", 0, 3) && name.substring(3).matches("[0-9]+");
    }

    /** Each port once. */
    static List<SerialPort> tidy(List<SerialPort> listed) {
        Map<String, SerialPort> byName = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (SerialPort info : listed) {
            String name = usual(info.name());
            boolean callOut = !info.name().startsWith(DIAL_IN);
            if (byName.put(name, callOut || !byName.containsKey(name) ? info.named(name) : byName.get(name)) == null) {
                order.add(name);
            }
        }
        List<SerialPort> all = order.stream().map(byName::get).toList();
        return all.stream().filter(info -> !isSecondDriver(info, all)).toList();
    }

    /** Some chips have two drivers on macOS, the system's and their maker's, and each makes a node: one of them will do. */
    private static boolean isSecondDriver(SerialPort info, List<SerialPort> all) {
        String driver = driver(info);
        return !driver.isEmpty()
                && all.stream()
                        .filter(other -> info.usb().isPresent()
                                && other.board().equals(info.board())
                                && other.serial().equals(info.serial())
                                && !other.socket().isEmpty()
                                && other.socket().equals(info.socket()))
                        .map(PortNames::driver)
                        .anyMatch(other -> !other.isEmpty() && isBefore(other, driver));
    }

    private static boolean isBefore(String other, String driver) {
        boolean usual = driver.startsWith(USUAL_DRIVER);
        boolean otherUsual = other.startsWith(USUAL_DRIVER);
        return usual == otherUsual ? other.compareTo(driver) < 0 : otherUsual;
    }

    private static String driver(SerialPort info) {
        Matcher name = DRIVER.matcher(info.name());
        return name.matches() ? name.group(1) : "";
    }
}
