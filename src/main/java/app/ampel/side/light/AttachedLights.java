package app.ampel.side.light;

import app.ampel.adapter.light.hid.HidBus;
import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.session.RemoteSession;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.ConflictingPrograms;
import app.ampel.service.lights.LightBus;
import app.ampel.service.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lights that are there while no Ampel is running. Opens none. */
public final class AttachedLights {

    private AttachedLights() {}

    /** For the doctor: with the programs that set their colours, too. */
    public static Fact.Lights examined(Folders folders, Settings settings) {
        MakersPrograms rivals = new MakersPrograms();
        List<LightState> lights = of(folders, settings).stream()
                .map(found -> new LightState(
                        found.id(),
                        found.name(),
                        found.model().transport(),
                        found.condition(),
                        LightCommand.OFF,
                        found.hint()
                                .or(() -> rivals.of(found.model())
                                        .map(name -> new LightState.Hint(ConflictingPrograms.HINT, name))),
                        settings.lights().of(found.kind()).name(),
                        found.kind(),
                        found.hasButton()))
                .toList();
        return new Fact.Lights(lights, RemoteSession.isThis(), wouldLookSlowly());
    }

    private static boolean wouldLookSlowly() {
        HotPlug tried = HotPlug.ofThisComputer();
        try {
            tried.watch(Path.of("/dev"), name -> false, () -> {});
            return tried.isSlow();
        } finally {
            tried.close();
        }
    }

    public static List<LightBus.Found> of(Folders folders, Settings settings) {
        HotPlug unwatched = HotPlug.ofThisComputer();
        SerialLibrary library = SystemPorts.library(folders);
        Catalogue catalogue = new Catalogue();
        HidBus hid = HidBus.ofThisComputer(catalogue, unwatched);
        SerialBus serial = new SerialBus(catalogue, SerialPorts.ofThisComputer(library), unwatched, library);
        serial.apply(LightSide.added(settings.serialLights()));
        hid.confirm(settings.lights().confirmed());
        try {
            return Stream.of(hid, serial).flatMap(bus -> bus.list().stream()).toList();
        } finally {
            hid.close();
            unwatched.close();
        }
    }
}
