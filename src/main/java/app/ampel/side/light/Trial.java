package app.ampel.side.light;

import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.LightBus;
import app.ampel.service.lights.LightException;
import app.ampel.service.lights.LightLink;
import app.ampel.service.lights.LightManager;
import app.ampel.service.lights.Lights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One serial light on a desk of its own, as it will be driven when it has been added; no other is touched. */
public record Trial(SerialBus bus, String id) implements LightBus {

    public static Lights of(Folders folders, AddedLight light) {
        SerialLibrary library = SystemPorts.library(folders);
        SerialBus bus = new SerialBus(new Catalogue(), SerialPorts.ofThisComputer(library), new NobodyPlugs(), library);
        bus.apply(Stream.of(light)
                .map(SerialBus.Added::of)
                .flatMap(Optional::stream)
                .toList());
        LightManager desk = LightManager.onThreads(List.of(new Trial(bus, light.id())), model -> Optional.empty());
        desk.start();
        return desk;
    }

    @Override
    public List<Found> list() {
        return bus.list().stream().filter(found -> found.id().equals(id)).toList();
    }

    @Override
    public LightLink open(Found found) throws LightException {
        return bus.open(found);
    }

    @Override
    public void watch(Runnable changed) {
        bus.watch(changed);
    }

    @Override
    public void close() {
        bus.close();
    }

    /** A trial is too short for it. */
    private static final class NobodyPlugs implements HotPlug {
        @Override
        public void watch(Path folder, Predicate<String> wanted, Runnable changed) {
            // never told
        }

        @Override
        public void close() {
            // nothing to let go of
        }
    }
}
