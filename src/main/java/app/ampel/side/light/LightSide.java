package app.ampel.side.light;

import app.ampel.adapter.light.hid.HidBus;
import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.face.cli.Port;
import app.ampel.face.cli.SerialLights;
import app.ampel.face.cli.SingleLights;
import app.ampel.service.lights.LightBus;
import app.ampel.service.lights.LightManager;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lights of a running Ampel, with the settings that are theirs. */
public final class LightSide {

    private static final Logger LOG = LoggerFactory.getLogger(LightSide.class);

    private final SettingsStore settings;
    private final HotPlug hotPlug = HotPlug.ofThisComputer();
    private final Catalogue catalogue = new Catalogue();
    private final SerialPorts ports;
    private final SerialBus serial;
    private final HidBus hid;
    private final List<LightBus> buses;
    private final LightManager desk;
    private Settings used;

    /** @param own lights that are no devices */
    public LightSide(SettingsStore settings, SerialLibrary library, List<LightBus> own) {
        this.settings = settings;
        Settings now = settings.settings();
        used = now;
        ports = SerialPorts.ofThisComputer(library);
        serial = new SerialBus(catalogue, ports, hotPlug, library);
        serial.apply(added(now.serialLights()));
        buses = new ArrayList<>(own);
        hid = HidBus.ofThisComputer(catalogue, hotPlug);
        hid.confirm(now.lights().confirmed());
        buses.add(hid);
        buses.add(serial);
        desk = LightManager.onThreads(buses, new MakersPrograms());
        desk.apply(now.lights());
        settings.onChange(this::use);
    }

    private synchronized void use(Settings changed) {
        if (!changed.serialLights().equals(used.serialLights())) {
            serial.apply(added(changed.serialLights()));
            desk.scan();
        }
        if (!changed.lights().equals(used.lights())) {
            hid.confirm(changed.lights().confirmed());
            desk.apply(changed.lights());
        }
        used = changed;
    }

    static List<SerialBus.Added> added(List<AddedLight> lights) {
        return lights.stream()
                .map(SerialBus.Added::of)
                .flatMap(Optional::stream)
                .toList();
    }

    public LightManager desk() {
        return desk;
    }

    public UdevSide udev() {
        return new UdevSide(settings);
    }

    public List<Port> serialPorts() {
        return new SystemPorts(ports).list();
    }

    public SerialLights serialLights() {
        return new SerialLights(new SystemPorts(ports), settings);
    }

    public SingleLights singleLights() {
        return new SingleLights(
                () -> buses.stream().flatMap(bus -> bus.list().stream()).toList(), settings);
    }

    /** See {@link app.ampel.face.window.lights.LightsHost#model}. */
    public Optional<String> model(String kind) {
        String key = kind.replaceFirst(":.*", "");
        return catalogue.models().stream()
                .filter(model -> model.key().equals(key))
                .map(LightModel::name)
                .findFirst();
    }

    /** As they are after a fresh look. Blocks for a second at most. */
    public List<LightState> states() {
        try {
            desk.scan().get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Looking at the lights takes long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return desk.states();
    }

    /** See {@link HotPlug#isSlow}. */
    public boolean looksSlowly() {
        return hotPlug.isSlow();
    }

    /** Ends the watch for devices; the core closes the desk. */
    public void close() {
        hotPlug.close();
    }
}
