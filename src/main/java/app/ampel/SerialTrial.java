package app.ampel;

import app.ampel.adapter.light.serial.SerialBus;
import app.ampel.adapter.light.serial.SerialLibrary;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.adapter.os.HangUp;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import app.ampel.service.lights.manager.LightManager;
import app.ampel.service.lights.manager.Lights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A bus with one of a bus's serial lights, so that no other is touched. */
record SerialTrial(SerialBus bus, String id) implements LightBus {

    /** See {@link app.ampel.service.lights.LightTrials}. */
    static Lights begin(Folders folders, AddedLight light) {
        SerialLibrary library = library(folders);
        SerialBus bus = new SerialBus(new Catalogue(), SerialPorts.ofThisComputer(library), new NobodyPlugs(), library);
        bus.apply(SerialBus.Added.of(light).stream().toList());
        LightManager manager =
                LightManager.onThreads(List.of(new SerialTrial(bus, light.id())), model -> Optional.empty());
        manager.start();
        return manager;
    }

    /** The library for serial ports; a terminal that is closed ends the program as before. Loads nothing yet. */
    static SerialLibrary library(Folders folders) {
        return new SerialLibrary(folders.nativeLibraries(), () -> HangUp.asItIs()::putBack);
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
