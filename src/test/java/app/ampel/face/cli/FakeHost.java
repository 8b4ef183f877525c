package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightBus;
import app.ampel.service.overview.Overview;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A running program around a {@link FakeEngine}, with real settings. */
final class FakeHost implements Host {

    final FakeEngine engine = new FakeEngine();
    final FakeLightStates states = new FakeLightStates();
    final List<String> identified = new CopyOnWriteArrayList<>();
    final List<List<AddedLight>> serial = new CopyOnWriteArrayList<>();
    final CountDownLatch stopped = new CountDownLatch(1);
    final CountDownLatch shown = new CountDownLatch(1);
    final List<LightBus.Found> attached = new CopyOnWriteArrayList<>();
    final List<LightSettings> adjusted = new CopyOnWriteArrayList<>();
    volatile Optional<Profile> profile = Optional.empty();
    volatile boolean remote;
    /** What the doctor finds. */
    volatile Fact symptom = new Fact.Settings(List.of());

    final List<Port> ports = new CopyOnWriteArrayList<>();
    final SettingsStore settings;

    FakeHost(Folders folders) {
        this.settings = SettingsStore.open(folders, Clock.systemUTC());
        settings.onChange(now -> {
            serial.add(now.serialLights());
            adjusted.add(now.lights());
        });
    }

    @Override
    public FakeEngine engine() {
        return engine;
    }

    @Override
    public Overviews overviews() {
        return new Overviews(engine, states, task -> new Thread(task, "observer").start());
    }

    void become(Overview next) {
        states.become(next.lights());
        engine.become(next.snapshot());
    }

    @Override
    public boolean identify(String lightId) {
        boolean there = states.states().stream().anyMatch(light -> light.id().equals(lightId));
        return there && identified.add(lightId);
    }

    @Override
    public Optional<Profile> profile() {
        return profile;
    }

    @Override
    public Account.TokenPlace tokenPlace() {
        return Account.TokenPlace.MEMORY;
    }

    @Override
    public Instant time() {
        return engine.snapshot().now();
    }

    @Override
    public StatusDefaults habits() {
        return settings.settings().habits();
    }

    @Override
    public SignInWay register(AccountSettings given) throws LockedSettingException, ProblemException {
        AccountSettings inForce = settings.changeAccount(given).account();
        if (inForce.registration().isEmpty()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_CLIENT_ID));
        }
        return inForce.way();
    }

    @Override
    public SerialLights serialLights() {
        return new SerialLights(Snapshots.ports(ports), settings);
    }

    @Override
    public SingleLights singleLights() {
        return new SingleLights(() -> List.copyOf(attached), settings);
    }

    @Override
    public List<LightState> lights() {
        return states.states();
    }

    @Override
    public boolean remote() {
        return remote;
    }

    @Override
    public Diagnosis doctor() {
        return Diagnosis.of(
                new Evidence(Snapshots.NOW, List.of(new Fact.Program(Fact.Program.Talk.RUNNING), symptom), Set.of()));
    }

    @Override
    public void show() {
        shown.countDown();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
