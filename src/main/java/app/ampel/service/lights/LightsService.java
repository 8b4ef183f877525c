package app.ampel.service.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.LightStates;
import app.ampel.service.lights.manager.ManagedLights;
import app.ampel.service.settings.Settings;
import app.ampel.service.threads.Dispatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one can do about lights, for whoever shows them: see them, find one, try out what it would be like, say what is
 * wanted of one, add one at a serial port, forget one. The same in a running program and without one, where no light is
 * driven. Any thread. What answers with a future never blocks; it fails as {@link SettingsAccess#change} does where it
 * changes settings.
 */
public final class LightsService implements LightStates, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LightsService.class);

    private static final long LOOKED_WITHIN_MILLIS = 1000;

    private final ManagedLights lights;
    private final LightBuses buses;
    private final SerialPortFinder serial;
    private final RulesInstaller installer;
    private final SettingsAccess settings;
    private final Executor beside;
    private final FirstTry firstTry;
    private final Catalogue catalogue = new Catalogue();

    public LightsService(LightsPorts ports) {
        lights = ports.lights();
        buses = ports.buses();
        serial = ports.serial();
        installer = ports.installer();
        settings = ports.settings();
        beside = ports.beside();
        firstTry = new FirstTry(ports.trials(), ports.trial());
    }

    @Override
    public List<LightState> states() {
        return lights.states();
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        return lights.watch(observer, thread);
    }

    /** As they are after a fresh look. Blocks for a second at most. */
    public List<LightState> look() {
        try {
            lights.scan().get(LOOKED_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Looking at the lights takes long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return states();
    }

    /** See {@link LightBuses#looksSlowly}. May take a moment. */
    public boolean looksSlowly() {
        return buses.looksSlowly();
    }

    /** Blinks one light white three times and puts it back. False when there is no such light in reach. */
    public boolean identify(String id) {
        return lights.identify(id);
    }

    /** Shows {@code command} on every light in place of what is wanted, while somebody chooses; that ends by itself. */
    public void preview(LightCommand command) {
        lights.preview(command);
    }

    /** Ends a preview, if there is one. */
    public void endPreview() {
        lights.endPreview();
    }

    /** While somebody tries out how bright a light is to be: it follows, nothing is kept. */
    public void tryOut(String kind, Adjustment adjustment) {
        LightSettings now = settings.settings().lights();
        lights.apply(now.with(kind, now.of(kind).with(adjustment)));
    }

    /** Every light is as the settings say. */
    public void endTryOut() {
        lights.apply(settings.settings().lights());
    }

    /**
     * The light with that id, or a light that has the settings of that kind. Looks at what is attached, which may take a
     * moment.
     *
     * @return empty: there is none, and nothing was said about one
     */
    public Optional<KnownLight> find(String id) {
        List<LightBus.Found> attached = buses.attached();
        LightSettings wanted = settings.settings().lights();
        return attached.stream()
                .filter(light -> light.id().equals(id) || light.kind().equals(id))
                .map(LightBus.Found::kind)
                .findFirst()
                .or(() -> Optional.of(id).filter(wanted.each()::containsKey))
                .map(kind -> new KnownLight(
                        kind,
                        attached.stream()
                                .filter(light -> light.kind().equals(kind))
                                .findFirst(),
                        wanted.of(kind)));
    }

    /** What can be asked for there: the lights that are attached, and others that something was said about. */
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>(settings.settings().lights().each().keySet());
        buses.attached().forEach(light -> ids.add(light.id()));
        return List.copyOf(ids);
    }

    /**
     * The name of the model that such settings belong to.
     *
     * @param kind see {@link LightBus.Found#kind}
     * @return empty: not those of a light that could be plugged in
     */
    public Optional<String> model(String kind) {
        String key = kind.replaceFirst(":.*", "");
        return catalogue.models().stream()
                .filter(model -> model.key().equals(key))
                .map(LightModel::name)
                .findFirst();
    }

    /** Keeps what is wanted of the light, or of all lights of that kind. */
    public CompletableFuture<Settings> change(String kind, LightChange change) {
        return settings.change(before -> before.withLights(
                before.lights().with(kind, change.change().apply(before.lights().of(kind)))));
    }

    /** The serial lights that the user has added, plugged in or not. */
    public List<AddedLight> added() {
        return settings.settings().serialLights();
    }

    /** The serial ports. May take a moment. */
    public List<SerialPort> ports() {
        return serial.list();
    }

    /** The same when a light that is being tried has been let go. */
    public CompletableFuture<List<SerialPort>> askForPorts() {
        return firstTry.afterwards(serial::list);
    }

    /** See {@link SerialPortFinder#idOf}. */
    public Optional<String> idOf(String port) {
        return serial.idOf(port);
    }

    /**
     * Lights a serial light red that need not have been added, so that somebody can say whether it is. It stays red until
     * {@link #endTrial}.
     *
     * @param id see {@link SerialPort#id}
     * @return what became of it; empty when it is nowhere
     */
    public CompletableFuture<Optional<LightState>> tryRed(String id, SerialProtocol protocol) {
        return firstTry.red(() -> light(id, protocol));
    }

    /** Lets go of the light that is being tried, if there is one. Completes when it is dark, or cannot be made so. */
    public CompletableFuture<Void> endTrial() {
        return firstTry.end();
    }

    /** It is a light from now on, in place of the one with that id, if there is one. */
    public CompletableFuture<Settings> add(String id, SerialProtocol protocol) {
        return Dispatch.supply(beside, () -> light(id, protocol))
                .thenCompose(light -> settings.change(before -> with(before, light)));
    }

    /** With what its board says about itself now. */
    private AddedLight light(String id, SerialProtocol protocol) {
        Optional<AddedLight.Board> board = serial.list().stream()
                .filter(port -> port.id().equals(Optional.of(id)))
                .findFirst()
                .flatMap(SerialPort::kept);
        return new AddedLight(id, protocol, board);
    }

    private static Settings with(Settings before, AddedLight light) {
        return before.serialLights().contains(light)
                ? before
                : before.withSerialLights(Stream.concat(without(before, light.id()), Stream.of(light))
                        .toList());
    }

    private static Stream<AddedLight> without(Settings settings, String id) {
        return settings.serialLights().stream().filter(light -> !light.id().equals(id));
    }

    /** It is no serial light of ours any more; what else was said about it stays. */
    public CompletableFuture<Settings> remove(String id) {
        return settings.change(
                before -> before.withSerialLights(without(before, id).toList()));
    }

    /**
     * Forgets all that was said about a light: that it was added, and what was wanted of it, but where another light that is
     * attached has the same settings.
     *
     * @param id of the light, or its kind where it is not there
     * @return what was forgotten, for {@link #giveBack}
     */
    public CompletableFuture<ForgottenLight> forget(String id, String kind) {
        ForgottenLight light = ForgottenLight.of(settings.settings(), id, kind);
        boolean others = states().stream().filter(it -> it.kind().equals(kind)).count() > 1;
        return settings.change(before -> light.forget(before, others)).thenApply(after -> light);
    }

    /** The light is what it was before it was forgotten; what was set anew meanwhile stays. */
    public CompletableFuture<Settings> giveBack(ForgottenLight light) {
        return settings.change(light::giveBack);
    }

    /** The rules that let a Linux user at USB lights: those that Ampel knows, and what this user says is one. */
    public String rules() {
        return new UdevRules(catalogue).file(settings.settings().lights().confirmed());
    }

    /** Puts them in place, for which the system asks for a password; that may take as long as somebody thinks about it. */
    public CompletableFuture<UdevOutcome> installRules() {
        return Dispatch.supply(beside, () -> installer.install(Path.of(UdevRules.FILE), rules()));
    }

    /** Waits until the light that is being tried is dark, or cannot be made so; no other trial begins. */
    @Override
    public void close() {
        firstTry.close();
    }
}
