package app.ampel;

import app.ampel.desktop.Folders;
import app.ampel.light.LightBus;
import app.ampel.light.hid.HidBus;
import app.ampel.light.model.Catalogue;
import app.ampel.light.serial.SerialBus;
import app.ampel.light.serial.SerialLibrary;
import app.ampel.light.serial.SerialPorts;
import app.ampel.light.usb.HotPlug;
import app.ampel.settings.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The lights that are there while no Ampel is running. Opens none. */
final class AttachedLights {

    private AttachedLights() {}

    static List<LightBus.Found> of(Folders folders, Settings settings) {
        HotPlug unwatched = HotPlug.ofThisComputer();
        SerialLibrary library = new SerialLibrary(folders.nativeLibraries());
        Catalogue catalogue = new Catalogue();
        HidBus hid = HidBus.ofThisComputer(catalogue, unwatched);
        SerialBus serial = new SerialBus(catalogue, SerialPorts.ofThisComputer(library), unwatched, library);
        serial.use(LightSide.added(settings.serialLights()));
        try {
            return Stream.of(hid, serial).flatMap(bus -> bus.list().stream()).toList();
        } finally {
            hid.close();
            unwatched.close();
        }
    }
}
