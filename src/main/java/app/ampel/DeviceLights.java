package app.ampel;

import app.ampel.adapter.light.hid.HidBus;
import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.adapter.os.programs.RunningPrograms;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.KeptSettings;
import app.ampel.service.lights.LightBuses;
import app.ampel.service.lights.LightsPorts;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.MakersPrograms;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lights of a running Ampel, put together by hand: buses, ports and the manager, with the settings that are theirs. */
final class DeviceLights implements LightBuses, AutoCloseable {

    private final SettingsStore settings;
    private final Folders folders;
    private final HotPlug hotPlug = HotPlug.ofThisComputer();
    private final SerialPorts ports;
    private final SerialBus serial;
    private final HidBus hid;
    private final List<LightBus> buses;
    private final LightManager manager;
    private Settings used;

    /** @param own lights that are no devices */
    DeviceLights(Folders folders, SettingsStore settings, List<LightBus> own) {
        this.folders = folders;
        this.settings = settings;
        used = settings.settings();
        Catalogue catalogue = new Catalogue();
        SerialLibrary library = SerialTrial.library(folders);
        ports = SerialPorts.ofThisComputer(library);
        serial = new SerialBus(catalogue, ports, hotPlug, library);
        serial.apply(added(used.serialLights()));
        hid = HidBus.ofThisComputer(catalogue, hotPlug);
        hid.confirm(used.lights().confirmed());
        buses = new ArrayList<>(own);
        buses.add(hid);
        buses.add(serial);
        manager = LightManager.onThreads(buses, new MakersPrograms(RunningPrograms.ofThisComputer()::names));
        manager.apply(used.lights());
        settings.onChange(this::use);
    }

    private synchronized void use(Settings changed) {
        if (!changed.serialLights().equals(used.serialLights())) {
            serial.apply(added(changed.serialLights()));
            manager.scan();
        }
        if (!changed.lights().equals(used.lights())) {
            hid.confirm(changed.lights().confirmed());
            manager.apply(changed.lights());
        }
        used = changed;
    }

    static List<SerialBus.Added> added(List<AddedLight> lights) {
        return lights.stream()
                .map(SerialBus.Added::of)
                .flatMap(Optional::stream)
                .toList();
    }

    LightManager manager() {
        return manager;
    }

    /** What one can do about them. */
    LightsService service(Threads threads) {
        return new LightsService(new LightsPorts(
                manager,
                this,
                ports,
                light -> SerialTrial.begin(folders, light),
                UdevInstaller.ofThisComputer()::install,
                new KeptSettings(() -> settings, threads.files()),
                threads.trials(),
                threads.beside()));
    }

    @Override
    public List<LightBus.Found> attached() {
        return buses.stream().flatMap(bus -> bus.list().stream()).toList();
    }

    @Override
    public boolean looksSlowly() {
        return hotPlug.isSlow();
    }

    /** Ends the watch for devices; the core closes the manager. */
    @Override
    public void close() {
        hotPlug.close();
    }
}
