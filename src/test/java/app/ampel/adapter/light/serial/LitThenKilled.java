package app.ampel.adapter.light.serial;

import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.model.AmpelSerial;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A program of its own: lights the light at the port red and dies without a word, like a program that is killed. */
final class LitThenKilled {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    private LitThenKilled() {}

    /** The port, and a folder for the native library. */
    public static void main(String[] arguments) throws InterruptedException {
        SerialLibrary library = new SerialLibrary(Path.of(arguments[1]));
        SerialPorts ports = SerialPorts.ofThisComputer(library);
        SerialBus bus = new SerialBus(new Catalogue(), ports, HotPlug.ofThisComputer(), library);
        bus.apply(List.of(new SerialBus.Added(ports.addressOf(arguments[0]).orElseThrow(), new AmpelSerial())));
        LightManager manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        CountDownLatch lit = new CountDownLatch(1);
        manager.watch(
                states -> {
                    if (states.stream()
                            .anyMatch(light -> light.condition() == Condition.OK
                                    && light.shown().equals(RED))) {
                        lit.countDown();
                    }
                },
                Runnable::run);
        manager.show(RED);
        manager.start();
        lit.await();
        Runtime.getRuntime().halt(137);
    }
}
