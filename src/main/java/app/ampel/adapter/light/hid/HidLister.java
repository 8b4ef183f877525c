package app.ampel.adapter.light.hid;

import app.ampel.adapter.light.usb.UsbNode;
import app.ampel.service.lights.manager.LightException;
import java.util.List;

/** Where HID nodes are listed from. */
interface HidLister {

    /**
     * A node of a light.
     *
     * @param path as hidapi knows it
     * @param attachment see {@link app.ampel.service.lights.manager.LightBus.Found#attachment}
     */
    record Node(UsbNode usb, String path, String attachment, boolean writable) {}

    List<Node> list() throws LightException;

    /** Devices that are plugged in and have no node, so that nobody can open them; where the system tells of such. */
    default List<UsbNode> withoutNode() {
        return List.of();
    }
}
