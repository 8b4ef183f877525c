package app.ampel.cli;

import app.ampel.account.Registration;
import app.ampel.desktop.Folders;
import app.ampel.light.LightCommand;
import app.ampel.light.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what it was asked for. */
final class FakeProgram implements Program {

    final FakeAccount account = new FakeAccount();
    final List<Registration> opened = new ArrayList<>();
    final List<Port> ports = new ArrayList<>();
    final List<DemoOptions> demos = new ArrayList<>();
    final List<Boolean> headless = new ArrayList<>();

    @Override
    public int run(RunOptions options) {
        headless.add(options.headless());
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
    public List<Port> serialPorts() {
        return ports;
    }

    @Override
    public List<String> models() {
        return List.of("blink1", "luxafor-flag");
    }

    @Override
    public List<Frame> frames(String model, LightCommand command) {
        String bytes = command.colour().toString().substring(1);
        return List.of(
                new Frame(Transport.HID_OUTPUT, "00" + bytes, Optional.empty()),
                new Frame(Transport.HID_OUTPUT, "01", Optional.of(Duration.ofSeconds(8))));
    }
}
