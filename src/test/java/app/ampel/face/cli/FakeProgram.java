package app.ampel.face.cli;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.files.StateFile;
import app.ampel.adapter.os.StandardOutput;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.log.Logging;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.FakeComputer;
import app.ampel.service.lights.KeptSettings;
import app.ampel.service.lights.LightsService;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes down what it was asked for. */
final class FakeProgram implements CommandPorts {

    final FakeAccount account = new FakeAccount();
    final List<Registration> opened = new ArrayList<>();
    final FakeComputer computer = new FakeComputer();
    final List<DemoOptions> demos = new ArrayList<>();
    final List<Face> faces = new ArrayList<>();

    boolean errorTerminal;

    /** Other people, without a running program. */
    Supplier<PeopleService> people = () -> {
        throw new UnsupportedOperationException();
    };

    /** What the doctor finds. */
    Fact symptom = new Fact.Settings(List.of());

    @Override
    public boolean isOutputPipe() {
        return StandardOutput.isPipe();
    }

    @Override
    public boolean isErrorTerminal() {
        return errorTerminal;
    }

    @Override
    public BooleanSupplier outputIsRead(Folders folders) {
        return StandardOutput::isRead;
    }

    @Override
    public void startLog(Folders folders) throws IOException {
        Logging.start(folders);
    }

    @Override
    public Optional<SocketChannel> connect(Folders folders, Consumer<Path> foreign) {
        return HomeSocket.connect(folders, foreign);
    }

    @Override
    public int run(RunOptions options) {
        faces.add(options.face());
        options.lock().close();
        return ExitCode.OK;
    }

    @Override
    public int demo(DemoOptions options) {
        demos.add(options);
        return ExitCode.OK;
    }

    @Override
    public SettingsStore settings(Folders folders, Clock clock) {
        return SettingsFiles.open(folders, clock);
    }

    @Override
    public void forgetPresence(Folders folders) {
        new StateFile(folders.state(), Clock.systemUTC()).forget();
    }

    @Override
    public FakeAccount openAccount(Folders folders, Registration registration) {
        opened.add(registration);
        return account;
    }

    @Override
    public Diagnosis doctor(Folders folders, Fact.Program.Talk talk) {
        return Diagnosis.of(new Evidence(Snapshots.NOW, List.of(new Fact.Program(talk), symptom), Set.of()));
    }

    @Override
    public LightsService lights(Folders folders) {
        return lights(folders, SettingsFiles.open(folders, Clock.systemUTC()));
    }

    @Override
    public LightsService lights(Folders folders, SettingsStore settings) {
        return computer.service(new KeptSettings(() -> settings, Runnable::run));
    }

    @Override
    public <T> T people(Folders folders, SettingsStore settings, Consumer<SignInPrompt> prompt, PeopleWork<T> work)
            throws Failure {
        return work.with(people.get());
    }

    @Override
    public List<LightModel> models() {
        return new Catalogue().models();
    }

    @Override
    public Optional<LightModel> model(String keyNameOrId) {
        return new Catalogue().find(keyNameOrId);
    }
}
