package app.ampel.adapter.light.usb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like /sys/class and /dev to {@link Sysfs}. */
public final class FakeSysfs {

    private final Path root;

    public FakeSysfs(Path root) {
        this.root = root;
    }

    public Sysfs sysfs() {
        return new Sysfs(root.resolve("class"), root.resolve("dev"));
    }

    public Path node(String name) {
        return root.resolve("dev").resolve(name);
    }

    /** A USB device in that socket, such as {@code 1-2}; ids in hex. */
    public FakeSysfs usb(String socket, String vendor, String product, String name, String serial) throws IOException {
        Path device = root.resolve("devices/usb1").resolve(socket);
        put(device.resolve("idVendor"), vendor);
        put(device.resolve("idProduct"), product);
        put(device.resolve("bcdDevice"), "0101");
        put(device.resolve("product"), name);
        put(device.resolve("manufacturer"), "Maker");
        if (!serial.isEmpty()) {
            put(device.resolve("serial"), serial);
        }
        return this;
    }

    /** The device is in the list of all USB devices. */
    public FakeSysfs listed(String socket) throws IOException {
        Path list = Files.createDirectories(root.resolve("bus/usb/devices"));
        Files.createSymbolicLink(
                list.resolve(socket), root.resolve("devices/usb1").resolve(socket));
        return this;
    }

    /** Another maker's name for the device in that socket. */
    public FakeSysfs maker(String socket, String name) throws IOException {
        put(root.resolve("devices/usb1").resolve(socket).resolve("manufacturer"), name);
        return this;
    }

    /** A HID node on an interface of a USB device. */
    public FakeSysfs hidraw(String node, String socket, int interfaceNumber, String ids) throws IOException {
        Path device = root.resolve("devices/usb1").resolve(socket);
        Path usbInterface = device.resolve(socket + ":1." + interfaceNumber);
        put(usbInterface.resolve("bInterfaceNumber"), "0" + interfaceNumber);
        hid(node, usbInterface.resolve("0003:" + ids.replace(" ", ":") + ".0001"), ids, "");
        return this;
    }

    /** What a HID node says about its reports. */
    public FakeSysfs descriptor(String node, byte[] bytes) throws IOException {
        Files.write(root.resolve("class/hidraw").resolve(node).resolve("device/report_descriptor"), bytes);
        return this;
    }

    /** A HID node without USB, as Bluetooth has. */
    public FakeSysfs bareHidraw(String node, String ids, String serial) throws IOException {
        hid(node, root.resolve("devices/virtual/0005:" + ids.replace(" ", ":") + ".0002"), ids, serial);
        return this;
    }

    private void hid(String node, Path hid, String ids, String serial) throws IOException {
        String[] parts = ids.split(" ");
        put(
                hid.resolve("uevent"),
                "DRIVER=hid-generic\nHID_ID=0003:0000" + parts[0] + ":0000" + parts[1]
                        + "\nHID_NAME=Maker Thing\nHID_PHYS=usb/input0\nHID_UNIQ=" + serial + "\n");
        link("hidraw", node, hid);
    }

    /** A serial port of a USB device. */
    public FakeSysfs tty(String node, String socket) throws IOException {
        Path usbInterface = root.resolve("devices/usb1").resolve(socket).resolve(socket + ":1.0");
        put(usbInterface.resolve("bInterfaceNumber"), "00");
        link("tty", node, usbInterface);
        return this;
    }

    /** A serial port of the mainboard; type 0 has no hardware behind it. */
    public FakeSysfs boardPort(String node, int type) throws IOException {
        Path device = root.resolve("devices/platform").resolve(node);
        Files.createDirectories(device);
        link("tty", node, device);
        put(root.resolve("class/tty").resolve(node).resolve("type"), Integer.toString(type));
        return this;
    }

    public void unplug(String kind, String node) throws IOException {
        Files.delete(root.resolve("class").resolve(kind).resolve(node).resolve("device"));
        Files.delete(root.resolve("class").resolve(kind).resolve(node));
        Files.delete(node(node));
    }

    private void link(String kind, String node, Path device) throws IOException {
        Path entry = Files.createDirectories(root.resolve("class").resolve(kind).resolve(node));
        Files.createSymbolicLink(entry.resolve("device"), device);
        put(node(node), "");
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.isEmpty() ? "" : text + "\n");
    }
}
