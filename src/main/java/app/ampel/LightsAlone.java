package app.ampel;

import app.ampel.adapter.light.hid.HidBus;
import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.NativeLibraries;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.adapter.os.programs.RunningPrograms;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.KeptSettings;
import app.ampel.service.lights.LightBuses;
import app.ampel.service.lights.LightTrials;
import app.ampel.service.lights.LightsPorts;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.MakersPrograms;
import app.ampel.service.lights.SeenLights;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lights while no Ampel is running, put together by hand. Each look is one of its own, and nothing is loaded before the
 * first.
 */
record LightsAlone(Folders folders, Supplier<Settings> settings) implements LightBuses {

    /** What one can do about them. All of it happens on the caller's thread. */
    static LightsService service(Folders folders, Supplier<SettingsStore> store, LightTrials trials) {
        KeptSettings settings = new KeptSettings(store, Runnable::run);
        LightsAlone buses = new LightsAlone(folders, settings::settings);
        return new LightsService(new LightsPorts(
                new SeenLights(
                        buses,
                        () -> settings.settings().lights(),
                        new MakersPrograms(RunningPrograms.ofThisComputer()::names)),
                buses,
                SerialPorts.ofThisComputer(SerialTrial.library(folders)),
                trials,
                UdevInstaller.ofThisComputer()::install,
                settings,
                Runnable::run,
                Runnable::run));
    }

    @Override
    public List<LightBus.Found> attached() {
        NativeLibraries.keepIn(folders.nativeLibraries());
        HotPlug unwatched = HotPlug.ofThisComputer();
        SerialLibrary library = SerialTrial.library(folders);
        Catalogue catalogue = new Catalogue();
        HidBus hid = HidBus.ofThisComputer(catalogue, unwatched);
        SerialBus serial = new SerialBus(catalogue, SerialPorts.ofThisComputer(library), unwatched, library);
        serial.apply(DeviceLights.added(settings.get().serialLights()));
        hid.confirm(settings.get().lights().confirmed());
        try {
            return Stream.of(hid, serial).flatMap(bus -> bus.list().stream()).toList();
        } finally {
            hid.close();
            unwatched.close();
        }
    }

    @Override
    public boolean looksSlowly() {
        HotPlug tried = HotPlug.ofThisComputer();
        try {
            tried.watch(Path.of("/dev"), name -> false, () -> {});
            return tried.isSlow();
        } finally {
            tried.close();
        }
    }
}
