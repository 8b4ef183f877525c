package app.ampel.adapter.light.hid;

import app.ampel.adapter.light.usb.UsbNode;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.service.lights.manager.LightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.hid4java.HidDevice;

/** On Windows and macOS, where hidapi is the only one to ask. */
final class HidapiLister implements HidLister {

    private final Hidapi hidapi;
    private final Predicate<UsbId> wanted;

    HidapiLister(Hidapi hidapi, Predicate<UsbId> wanted) {
        this.hidapi = hidapi;
        this.wanted = wanted;
    }

    @Override
    public List<Node> list() throws LightException {
        return hidapi.list().stream()
                .filter(device -> wanted.test(idOf(device)))
                .map(HidapiLister::node)
                .toList();
    }

    private static UsbId idOf(HidDevice device) {
        return new UsbId(device.getVendorId() & 0xffff, device.getProductId() & 0xffff);
    }

    private static Node node(HidDevice device) {
        UsbIdentity identity = new UsbIdentity(
                idOf(device),
                text(device.getManufacturer()),
                text(device.getProduct()),
                text(device.getSerialNumber()),
                device.getReleaseNumber() & 0xffff);
        String path = device.getPath();
        UsbNode usb = new UsbNode(Path.of(""), identity, socket(path), Math.max(0, device.getInterfaceNumber()));
        return new Node(usb, path, path, true);
    }

    private static String text(String mayBeNull) {
        return Objects.requireNonNullElse(mayBeNull, "").strip();
    }

    /** Windows names the socket in the third part of {@code \\?\hid#vid_…#7&1d2c…#{…}}; macOS does not name it. */
    private static String socket(String path) {
        String[] parts = path.split("#");
        return parts.length == 4 ? parts[2].toLowerCase(Locale.ROOT) : "";
    }
}
