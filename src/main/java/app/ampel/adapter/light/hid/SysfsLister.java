package app.ampel.adapter.light.hid;

import app.ampel.adapter.light.usb.AttachmentId;
import app.ampel.adapter.light.usb.Sysfs;
import app.ampel.adapter.light.usb.UsbNode;
import app.ampel.domain.light.UsbId;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

/** On Linux: no native library, so that people without HID lights do not carry one. */
final class SysfsLister implements HidLister {

    private final Sysfs sysfs;
    private final Predicate<UsbId> wanted;

    SysfsLister(Sysfs sysfs, Predicate<UsbId> wanted) {
        this.sysfs = sysfs;
        this.wanted = wanted;
    }

    @Override
    public List<Node> list() {
        return sysfs.hidraw(wanted).stream()
                .filter(usb -> Files.exists(usb.node()))
                .map(usb ->
                        new Node(usb, usb.node().toString(), AttachmentId.of(usb.node()), Files.isWritable(usb.node())))
                .toList();
    }

    @Override
    public List<UsbNode> withoutNode() {
        return sysfs.withoutHidraw(wanted);
    }
}
