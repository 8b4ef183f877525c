package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what it was asked for. */
final class FakeProgram implements CommandPorts {

    final FakeAccount account = new FakeAccount();
    final List<Registration> opened = new ArrayList<>();
    final List<LightBus.Found> attached = new ArrayList<>();
    final List<Port> ports = new ArrayList<>();
    final List<AddedLight> tried = new ArrayList<>();
    final FakeLights lights = new FakeLights();
    final List<DemoOptions> demos = new ArrayList<>();
    final List<Face> faces = new ArrayList<>();

    /** What the doctor finds. */
    Fact symptom = new Fact.Settings(List.of());

    UdevInstaller.Outcome installed = UdevInstaller.Outcome.DONE;

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
    public FakeAccount openAccount(Folders folders, Registration registration) {
        opened.add(registration);
        return account;
    }

    @Override
    public Diagnosis doctor(Folders folders, Fact.Program.Talk talk) {
        return Diagnosis.of(new Evidence(Snapshots.NOW, List.of(new Fact.Program(talk), symptom), Set.of()));
    }

    @Override
    public Ports serialPorts(Folders folders) {
        return Snapshots.ports(ports);
    }

    @Override
    public FakeLights trial(Folders folders, AddedLight light) {
        tried.add(light);
        return lights;
    }

    @Override
    public List<LightBus.Found> lights(Folders folders) {
        return attached;
    }

    @Override
    public List<LightModel> models() {
        return new Catalogue().models();
    }

    @Override
    public Optional<LightModel> model(String keyNameOrId) {
        return new Catalogue().find(keyNameOrId);
    }

    @Override
    public String udevRules(Folders folders) {
        return "# rules\n";
    }

    @Override
    public UdevInstaller.Outcome installUdevRules(Folders folders) {
        return installed;
    }
}
