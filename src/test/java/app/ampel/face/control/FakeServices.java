package app.ampel.face.control;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.Account;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.face.cli.FakeAccount;
import app.ampel.face.cli.FakeLightStates;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.account.AccountRegistration;
import app.ampel.service.account.AccountService;
import app.ampel.service.account.AccountStore;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.FakeComputer;
import app.ampel.service.lights.KeptSettings;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overview;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.status.StatusService;
import app.ampel.service.wall.FakeWallWindow;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A running program around a {@link FakeEngine}, with real settings. */
public final class FakeServices {

    public final FakeEngine engine = new FakeEngine();
    public final FakeLightStates states = new FakeLightStates();
    public final List<List<AddedLight>> serial = new CopyOnWriteArrayList<>();
    public final CountDownLatch stopped = new CountDownLatch(1);
    public final CountDownLatch shown = new CountDownLatch(1);
    public final List<LightSettings> adjusted = new CopyOnWriteArrayList<>();
    public final FakeAccount account = new FakeAccount();
    public volatile boolean remote;
    /** What the doctor finds. */
    public volatile Fact symptom = new Fact.Settings(List.of());

    public final Colleagues colleagues = new Colleagues();
    public final FakeWallWindow wall = new FakeWallWindow();
    private final PeopleService people = colleagues.started(Colleagues.ALL);
    public final FakeComputer computer = new FakeComputer();
    public final SettingsStore settings;

    public FakeServices(Folders folders) {
        this.settings = new SettingsStore(new SettingsFiles(Keys.ALL, folders, Clock.systemUTC()), Runnable::run);
        account.place = Account.TokenPlace.MEMORY;
        settings.onChange(now -> {
            serial.add(now.serialLights());
            adjusted.add(now.lights());
        });
    }

    public ControlServices services() {
        return services(people);
    }

    /** With other people than those who are made up here. */
    public ControlServices services(PeopleService people) {
        return new ControlServices(
                overviews(),
                new StatusService(
                        engine,
                        () -> settings.settings().habits(),
                        () -> engine.snapshot().now(),
                        () -> ZoneOffset.UTC),
                new AccountService(engine, account, new AccountRegistration(AccountStore.of(settings)), Runnable::run),
                lights(),
                people,
                wall.service(people, colleagues.time, Runnable::run),
                () -> remote,
                () -> Diagnosis.of(new Evidence(
                        Snapshots.NOW, List.of(new Fact.Program(Fact.Program.Talk.RUNNING), symptom), Set.of())),
                shown::countDown,
                stopped::countDown);
    }

    public Overviews overviews() {
        return new Overviews(engine, states, task -> new Thread(task, "observer").start());
    }

    public void become(Overview next) {
        states.become(next.lights());
        engine.become(next.snapshot());
    }

    private LightsService lights() {
        computer.states = states::states;
        return computer.service(new KeptSettings(() -> settings, Runnable::run));
    }
}
